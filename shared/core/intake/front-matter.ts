/**
 * The text of a Markdown file in, what stands between dashes at its beginning out: offers for fields. Promise: only the plainest form is
 * understood (`name: value`, lists, quotes), nothing is evaluated; what is not of that form is text. The lines are kept, empty, so that every
 * line of the text keeps its number.
 */
import type { Beside } from '../document.ts';
import { readInstant } from '../metadata-hints.ts';
import { parseWebUrl } from '../url.ts';
import type { StatedField } from './formats/stated.ts';

export interface FrontMatter {
  /** With empty lines in place of it. */
  readonly text: string;
  readonly beside: Beside;
}

/** Nobody writes more by hand. */
const MOST_LINES = 200;
const MOST_CHARS = 16_384;
const MOST_VALUES = 50;

/** Names, in lower case without dashes, to fields. */
const FIELDS = new Map<string, StatedField['field']>(
  Object.entries({
    title: 'headline',
    headline: 'headline',
    author: 'author',
    authors: 'author',
    byline: 'author',
    date: 'published',
    published: 'published',
    datepublished: 'published',
    publishdate: 'published',
    pubdate: 'published',
    updated: 'modified',
    modified: 'modified',
    lastmod: 'modified',
    description: 'deck',
    subtitle: 'deck',
    summary: 'deck',
    publisher: 'publisher',
    sitename: 'publisher',
    lang: 'language',
    language: 'language',
    section: 'section',
    category: 'section',
    tags: 'keywords',
    keywords: 'keywords',
  } as const),
);
const ADDRESS: ReadonlySet<string> = new Set(['url', 'link', 'source', 'canonicalurl', 'hostname']);
const CAPTURED: ReadonlySet<string> = new Set(['captured', 'capturedat', 'fetched', 'retrieved']);

const ENTRY = /^([A-Za-z][\w-]{0,60}):(?:[ \t]+(\S.*)?)?$/;
const ITEM = /^[ \t]{0,20}-[ \t]+(\S.*)$/;

/** Null for a text without it. */
export function frontMatter(text: string): FrontMatter | null {
  const head = text.slice(0, MOST_CHARS);
  if (!/^---[ \t]{0,8}\r?\n/.test(head)) return null;
  const lines = head.split('\n', MOST_LINES + 1).map((line) => line.trimEnd());
  const end = lines.findIndex((line, at) => at > 0 && (line === '---' || line === '...'));
  const entries = end < 0 ? null : entriesOf(lines.slice(1, end));
  if (entries === null) return null;
  const length = head.split('\n', end + 1).join('\n').length;
  return { text: '\n'.repeat(end) + text.slice(length), beside: besideOf(entries) };
}

interface Entry {
  readonly name: string;
  readonly values: string[];
}

/** Null where a line is of another form: dashes may also be a rule above a text. */
function entriesOf(lines: readonly string[]): readonly Entry[] | null {
  const found: Entry[] = [];
  for (const line of lines) {
    if (line === '' || line.startsWith('#')) continue;
    const [, name, value = ''] = ENTRY.exec(line) ?? [];
    const item = ITEM.exec(line)?.[1];
    const open = found.at(-1);
    if (name !== undefined) found.push({ name: name.toLowerCase().replace(/[_-]/g, ''), values: valuesOf(value) });
    else if (open === undefined || !/^(?:[ \t]|-[ \t])/.test(line)) return null;
    else if (item !== undefined && open.values.length < MOST_VALUES)
      open.values.push(bare(item.replace(/^name:[ \t]{1,8}/, '')));
  }
  const isKnown = ({ name }: Entry) => FIELDS.has(name) || ADDRESS.has(name);
  return found.some(isKnown) ? found : null;
}

/** `[a, b]`, or one value; the marks of texts over several lines are none. */
function valuesOf(value: string): string[] {
  const list = /^\[(.*)\]$/.exec(value)?.[1];
  const values = list === undefined ? [value] : list.split(',').slice(0, MOST_VALUES);
  return values.map(bare).filter((one) => one !== '' && !/^[|>][+-]?$/.test(one));
}

function bare(value: string): string {
  const text = value.trim();
  const quoted = /^"(.*)"$/.exec(text)?.[1] ?? /^'(.*)'$/.exec(text)?.[1];
  return (quoted ?? text).trim();
}

function besideOf(entries: readonly Entry[]): Beside {
  const fields = entries.flatMap(({ name, values }) => {
    const field = FIELDS.get(name);
    return field === undefined
      ? []
      : values.map((value): StatedField => ({ field, value, where: `front matter ${name}` }));
  });
  const first = (names: ReadonlySet<string>, isOne: (value: string) => boolean) =>
    entries
      .filter(({ name }) => names.has(name))
      .flatMap(({ values }) => values)
      .find(isOne);
  const url = first(ADDRESS, (value) => parseWebUrl(value) !== null);
  const capturedAt = readInstant(first(CAPTURED, (value) => readInstant(value) !== null) ?? null);
  const hints = { ...(url === undefined ? {} : { url }), ...(capturedAt === null ? {} : { capturedAt }) };
  return { fields, hints, attachments: [] };
}
