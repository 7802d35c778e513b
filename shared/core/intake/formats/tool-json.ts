/** One article as another tool wrote it in JSON in; what it states out; null when no tool's names fit. */
import { isObject, type Json, type JsonObject, listOf } from '../../html/json.ts';
import { readInstant } from '../../metadata-hints.ts';
import { fold } from '../../read/fold.ts';
import { parseWebUrl } from '../../url.ts';
import { guidFrom } from './guid.ts';
import { at, longText, words } from './json-value.ts';
import type { Mapping } from './mapping.ts';
import { markupTree } from './markup-tree.ts';
import { paragraphsOf, paragraphsOfText } from './paragraphs.ts';
import { NO_HANDLING, type Paragraph, type Stated, type StatedField } from './stated.ts';
import { TOOLS, type ToolNames } from './tool-names.ts';

const LISTS = {
  author: 'author',
  published: 'published',
  modified: 'modified',
  deck: 'deck',
  publisher: 'publisher',
  language: 'language',
  section: 'section',
  keywords: 'keywords',
  image: 'image',
  url: 'url',
} as const;

/** Lists in one string, as trafilatura writes them: `News; Harbour`. */
const SPLIT: ReadonlySet<string> = new Set(['author', 'section', 'keywords']);

export function readToolJson(given: JsonObject): Stated | null {
  const object = withPlaintext(given);
  const tool = TOOLS.find((names) => names.marks.every((mark) => mark in object) && isSure(object, names));
  return tool === undefined ? null : statedBy(object, tool, longText(firstOf(object, tool.text)?.value));
}

/** What Zyte answers for one page: `{"url": "…", "statusCode": 200, "article": {…}}`. Null for an article itself, and for what holds none. */
export function enclosedArticle(value: Json | undefined): JsonObject | null {
  if (!isObject(value)) return null;
  const { article, url } = value;
  if (!isObject(article) || readToolJson(value) !== null) return null;
  return url === undefined ? article : { url, ...article };
}

/** Fundus writes parts of a text, `{summary, sections: [{headline, paragraphs}]}`; its plain text is all of them in this order. */
function withPlaintext(object: JsonObject): JsonObject {
  const { body } = object;
  if (!isObject(body) || !Array.isArray(body['sections']) || 'plaintext' in object) return object;
  const sections = listOf(body['sections']).filter(isObject);
  const texts = [body['summary'], ...sections.flatMap(({ headline, paragraphs }) => [headline, paragraphs])];
  return { ...object, plaintext: lines(texts.flatMap(listOf)) };
}

/** Names that anybody may use say something only where words stand under them: a `body` may be a person's, or an object. */
function isSure(object: JsonObject, { tool, marks }: ToolNames): boolean {
  return tool !== 'a table' || marks.includes('text') || marks.every((mark) => typeof object[mark] === 'string');
}

/** NewsAPI gives a beginning, and how much is behind it: `… [+2311 chars]`. */
const GOES_ON = /\s?\[\+\d{1,7} chars\]\s{0,3}$/;

/** The same by one's own names; null where the text does not stand where they say. */
export function readMapped(object: JsonObject, mapping: Mapping | null): Stated | null {
  if (mapping === null || firstOf(object, mapping.text) === null) return null;
  return statedBy(object, mapping, lines(firstOf(object, mapping.text)?.value));
}

/** Tools of one's own give paragraphs as a list as well. */
function lines(value: Json | undefined): string {
  return Array.isArray(value) ? listOf(value).map(longText).join('\n\n') : longText(value);
}

function statedBy(object: JsonObject, tool: ToolNames, given: string): Stated {
  const text = given.replace(GOES_ON, '');
  const headline = words(firstOf(object, tool.headline)?.value)[0] ?? '';
  const paragraphs = isMarkup(text) ? paragraphsOf(markupTree(text, 'html')) : paragraphsOfText(text);
  const title: readonly Paragraph[] = headline === '' ? [] : [{ text: headline, label: 'meta.headline' }];
  return {
    name: `an article in JSON as ${tool.tool === 'mapping' ? 'its mapping describes' : `${tool.tool} writes`} it`,
    mediaType: 'application/json',
    paragraphs: [...title, ...withoutHeadline(paragraphs, headline)],
    fields: fieldsOf(object, tool),
    handling: NO_HANDLING,
    ...(text === given ? {} : { isCut: true }),
    hints: hintsOf(object, tool),
  };
}

/** Tools that read the whole of an article begin its text with the headline; what they take for its title may end with the site's name. */
function withoutHeadline(paragraphs: readonly Paragraph[], headline: string): readonly Paragraph[] {
  const [first, ...others] = paragraphs;
  if (first === undefined || others.length === 0) return paragraphs;
  const isTitled = headline.startsWith(first.text) && /^ [|·–—-] /.test(headline.slice(first.text.length));
  return isTitled || wordsOnly(first.text) === wordsOnly(headline) ? others : paragraphs;
}

function wordsOnly(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Tools take mark-up away; what people store themselves may have it. */
function isMarkup(text: string): boolean {
  return /<\/?(?:p|br|div)\b[^<>]{0,300}>/i.test(text);
}

function firstOf(object: JsonObject, names: readonly string[]) {
  for (const name of names) {
    const value = valueAt(object, name);
    if (words(value).length > 0) return { name, value };
  }
  return null;
}

/** Columns of tables have dots in their names, too. */
function valueAt(object: JsonObject, name: string): Json | undefined {
  return name in object ? object[name] : at(object, name);
}

function fieldsOf(object: JsonObject, tool: ToolNames): readonly StatedField[] {
  const headline = firstOf(object, tool.headline);
  const title = words(headline?.value).map((value) => ({
    field: 'headline' as const,
    value,
    where: `${tool.tool} ${headline?.name}`,
  }));
  const others = Object.entries(LISTS).flatMap(([list, field]) => {
    const found = firstOf(object, namesFor(tool, list));
    const values = words(found?.value).flatMap((value) => (SPLIT.has(list) ? parts(value) : [value]));
    return values.map((value) => ({ field, value, where: `${tool.tool} ${found?.name}` }));
  });
  return [...title, ...others];
}

function namesFor(tool: ToolNames, list: string): readonly string[] {
  const names = new Map(Object.entries(tool)).get(list);
  return Array.isArray(names) ? names : [];
}

function parts(value: string): readonly string[] {
  const pieces = value.split(';').map((piece) => piece.trim());
  return pieces.filter((piece) => piece !== '');
}

/** Tables of databases number their articles. */
function nameOf(value: Json | undefined): string {
  return typeof value === 'number' ? String(value) : (words(value)[0] ?? '');
}

function hintsOf(object: JsonObject, tool: ToolNames): Stated['hints'] {
  const url = words(firstOf(object, tool.url)?.value)[0] ?? '';
  const capturedAt = readInstant(words(firstOf(object, tool.capturedAt ?? [])?.value)[0] ?? null);
  const guid = (tool.guid ?? []).map((name) => nameOf(valueAt(object, name))).find((name) => name !== '') ?? '';
  const publisher = words(firstOf(object, tool.publisher ?? [])?.value)[0] ?? '';
  const address = { ...(parseWebUrl(url) === null ? {} : { url }), ...guidFrom(guid, [publisher]) };
  return capturedAt === null ? address : { ...address, capturedAt };
}
