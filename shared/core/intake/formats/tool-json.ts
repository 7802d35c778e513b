/** One article as another tool wrote it in JSON in; what it states out; null when no tool's names fit. */
import type { JsonObject } from '../../html/json.ts';
import { readInstant } from '../../metadata-hints.ts';
import { parseWebUrl } from '../../url.ts';
import { at, longText, words } from './json-value.ts';
import { paragraphsOfText } from './paragraphs.ts';
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

export function readToolJson(object: JsonObject): Stated | null {
  const tool = TOOLS.find(({ marks }) => marks.every((mark) => mark in object));
  if (tool === undefined) return null;
  const text = longText(firstOf(object, tool.text)?.value);
  const headline = words(firstOf(object, tool.headline)?.value)[0] ?? '';
  const lines: readonly Paragraph[] = headline === '' ? [] : [{ text: headline, label: 'meta.headline' }];
  return {
    name: `an article in JSON as ${tool.tool} writes it`,
    mediaType: 'application/json',
    paragraphs: [...lines, ...paragraphsOfText(text)],
    fields: fieldsOf(object, tool),
    handling: NO_HANDLING,
    hints: hintsOf(object, tool),
  };
}

function firstOf(object: JsonObject, names: readonly string[]) {
  for (const name of names) {
    const value = name in object ? object[name] : at(object, name);
    if (words(value).length > 0) return { name, value };
  }
  return null;
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

function hintsOf(object: JsonObject, tool: ToolNames): Stated['hints'] {
  const url = words(firstOf(object, tool.url)?.value)[0] ?? '';
  const capturedAt = readInstant(words(firstOf(object, tool.capturedAt ?? [])?.value)[0] ?? null);
  const address = parseWebUrl(url) === null ? {} : { url };
  return capturedAt === null ? address : { ...address, capturedAt };
}
