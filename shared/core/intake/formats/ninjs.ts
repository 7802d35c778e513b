/**
 * A ninjs item in, what it states out. Versions 1 to 3 differ in how they write names (`body_xhtml`, `versioncreated`,
 * `versionCreated`, `bodies`): they are read with their names folded, so that one reader serves all.
 */
import { isObject, type Json, type JsonObject, listOf } from '../../html/json.ts';
import { HEAD_CHARS, rootName } from '../markup.ts';
import { guidFrom } from './guid.ts';
import { handlingOf } from './handling.ts';
import { longText, word, words } from './json-value.ts';
import { markupTree } from './markup-tree.ts';
import { bodyOf as nitfBody } from './nitf.ts';
import { paragraphsOf, paragraphsOfText } from './paragraphs.ts';
import { type Rendition, textAmong } from './renditions.ts';
import type { Paragraph, Stated, StatedField } from './stated.ts';

const MARKS = ['pubstatus', 'representationtype', 'versioncreated', 'bodies', 'bodyxhtml', 'bodyhtml', 'bodytext'];
/** Version 1 lets a sender name several: `body_xhtml`, `body_main`. In the order in which they are the most likely to be whole. */
const BODY_NAMES = ['bodyxhtml', 'bodyhtml', 'bodytext', 'bodymain'];
function folded(object: JsonObject): JsonObject {
  const entries = Object.entries(object).map(([key, value]) => [key.toLowerCase().replaceAll('_', ''), value] as const);
  return Object.fromEntries(entries);
}

/** Null for what is no ninjs: an item has a `uri` (or, from some newsroom systems, a `guid`), and at least one name that only ninjs uses. */
export function readNinjs(object: JsonObject): Stated | null {
  const item = folded(object);
  const name = word(item['uri']) || word(item['guid']);
  if (name === '' || !MARKS.some((mark) => mark in item)) return null;
  const lines: readonly Paragraph[] = [
    { text: headline(item), label: 'meta.headline' },
    { text: ofRole(item['headlines'], /sub/) || word(item['headlinesub']), label: 'meta.deck' },
    { text: byline(item), label: 'meta.byline' },
    { text: word(item['ednote']), label: 'meta.advisory' },
  ];
  return {
    name: 'a ninjs item',
    mediaType: 'application/vnd.iptc.ninjs+json',
    paragraphs: [...lines.filter(({ text }) => text !== ''), ...bodyOf(item)],
    fields: fieldsOf(item).filter(({ value }) => value !== ''),
    handling: handlingOf({
      status: word(item['pubstatus']),
      embargo: word(item['embargoed'] ?? item['embargoeduntil']),
      expires: word(item['expires']),
      slugline: word(item['slugline']),
      replaces: word(item['rewriteof']) || word(item['evolvedfrom']),
      version: typeof item['version'] === 'number' ? String(item['version']) : word(item['version']),
      versionCreated: word(item['versioncreated']),
    }),
    hints: nameOf(item, name),
  };
}

function nameOf(item: JsonObject, uri: string): Stated['hints'] {
  if (/^https?:/i.test(uri)) return { url: uri };
  return guidFrom(uri, [publisherOf(item), ...words(sourcesOf(item)), word(item['copyrightholder'])]);
}

function sourcesOf(item: JsonObject): readonly Json[] {
  return listOf(item['infosources'] ?? item['infosource']);
}

function publisherOf(item: JsonObject): string {
  return ofRole(sourcesOf(item), /publisher/);
}

function headline(item: JsonObject): string {
  return (
    word(item['headline']) ||
    word(item['headlinemain']) ||
    ofRole(item['headlines'], /^main$|^$/) ||
    words(item['headlines'])[0] ||
    word(item['title'])
  );
}

function ofRole(values: Json | undefined, pattern: RegExp): string {
  return word(listOf(values).find((value) => isObject(value) && pattern.test(word(value['role']))));
}

function byline(item: JsonObject): string {
  return word(item['byline']) || word(item['by']);
}

/** Several bodies are one text in several forms; what each is for is said by its role, in words of the sender. */
function bodyOf(item: JsonObject): readonly Paragraph[] {
  const name = namedBody(item);
  const named = name === undefined ? [] : [bodyIn(longText(item[name]), name, '')];
  const bodies = listOf(item['bodies']).filter(isObject).map(folded);
  return textAmong([
    ...named,
    ...bodies.map((body) => bodyIn(longText(body['value']), word(body['contenttype']), word(body['role']))),
  ]);
}

/** `type`: `text/html`, or a name that says it, `body_xhtml`. */
function bodyIn(value: string, type: string, role: string): Rendition {
  const root = rootName(value.slice(0, HEAD_CHARS)).name;
  const nitf = root === 'nitf' || /nitf/i.test(type) ? nitfBody(markupTree(value, 'xml')) : [];
  if (nitf.length > 0) return { role, form: 'nitf', paragraphs: nitf };
  const isHtml = /html/i.test(type);
  const isMarkup = isHtml || (root !== null && !/plain/i.test(type));
  if (!isMarkup) return { role, form: 'text', paragraphs: paragraphsOfText(value) };
  const form = !isHtml && /xml|nitf/i.test(type) ? 'other' : 'html';
  return { role, form, paragraphs: paragraphsOf(markupTree(value, 'html')) };
}

function namedBody(item: JsonObject): string | undefined {
  const names = [
    ...BODY_NAMES,
    ...Object.keys(item)
      .filter((name) => /^body./.test(name))
      .sort(),
  ];
  return names.find((name) => longText(item[name]) !== '');
}

function fieldsOf(item: JsonObject): readonly StatedField[] {
  const created = word(item['firstcreated']) || word(item['contentcreated']);
  const version = word(item['versioncreated']);
  const value = (field: StatedField['field'], text: string, name: string): StatedField => ({
    field,
    value: text,
    where: `ninjs ${name}`,
  });
  return [
    value('headline', headline(item), 'headline'),
    value('published', created || version, created === '' ? 'versioncreated' : 'firstcreated'),
    value('modified', created === '' ? '' : version, 'versioncreated'),
    value('language', word(item['language']), 'language'),
    value('publisher', publisherOf(item), 'infosources'),
    value('rights', word(item['copyrightholder']), 'copyrightHolder'),
    value('rights', word(item['copyrightnotice']), 'copyrightnotice'),
    value('rights', word(item['usageterms']), 'usageTerms'),
    value(
      'deck',
      words(item['descriptions'])[0] ?? (word(item['descriptiontext']) || word(item['descriptionsummary'])),
      'descriptions',
    ),
    ...words(sourcesOf(item)).map((text) => value('agency', text, 'infosource')),
    ...words(item['keywords']).map((text) => value('keywords', text, 'keywords')),
    ...words(item['subject'] ?? item['subjects']).map((text) => value('keywords', text, 'subject')),
  ];
}
