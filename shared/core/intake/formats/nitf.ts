/** A NITF document in, what it states out: headline, deck, byline, dates and text from the elements that the standard names for them. */
import { guidFrom } from './guid.ts';
import { handlingOf } from './handling.ts';
import { all, children, collapsed, first, type Node, textOf } from './markup-tree.ts';
import { paragraphsOf } from './paragraphs.ts';
import type { Paragraph, Stated, StatedField } from './stated.ts';

/** Element //=> field; the first that holds text counts. */
const FIELDS: readonly (readonly [string, StatedField['field']])[] = [
  ['hl1', 'headline'],
  ['distributor', 'agency'],
  ['abstract', 'deck'],
];

export function readNitf(root: Node): Stated {
  const docdata = first(root, 'docdata');
  const head = first(root, 'body.head');
  return {
    name: 'a NITF document',
    mediaType: 'application/nitf+xml',
    paragraphs: [...headParagraphs(head), ...noteOf(docdata), ...bodyOf(root)],
    fields: [...textFields(root), ...dataFields(root, docdata)].filter(({ value }) => value !== ''),
    handling: handlingOf({
      status: docdata?.attributes['management-status'] ?? '',
      embargo: first(docdata, 'date.release')?.attributes['norm'] ?? '',
      expires: first(docdata, 'date.expire')?.attributes['norm'] ?? '',
      slugline: first(docdata, 'du-key')?.attributes['key'] ?? '',
      replaces: '',
      version: first(docdata, 'du-key')?.attributes['version'] ?? '',
      versionCreated: first(docdata, 'date.issue')?.attributes['norm'] ?? '',
    }),
    hints: nameOf(root, docdata),
  };
}

/** Its identifier is unique among those of the source that is registered beside it. */
function nameOf(root: Node, docdata: Node | undefined): Stated['hints'] {
  const id = first(docdata, 'doc-id')?.attributes ?? {};
  const publisher = first(root, 'pubdata')?.attributes['name'] ?? '';
  const holder = first(root, 'doc.copyright')?.attributes['holder'] ?? '';
  return guidFrom(id['id-string'] ?? '', [id['regsrc'] ?? '', publisher, holder]);
}

function noteOf(docdata: Node | undefined): readonly Paragraph[] {
  const text = first(docdata, 'ed-msg')?.attributes['info'] ?? '';
  return text === '' ? [] : [{ text, label: 'meta.advisory' }];
}

/** The lines above the text, as a reader would see them. */
export function headParagraphs(head: Node | undefined): readonly Paragraph[] {
  const lines: readonly Paragraph[] = [
    { text: textOf(first(head, 'hl1')), label: 'meta.headline' },
    { text: textOf(first(head, 'hl2')), label: 'meta.deck' },
    { text: bylineOf(head), label: 'meta.byline' },
    { text: textOf(first(head, 'dateline')), label: 'meta.dateline' },
  ];
  return lines.filter(({ text }) => text !== '');
}

/** `By ANNA LEE<byttl>Staff Writer</byttl>`: what somebody is stands beside the name without a blank. */
function bylineOf(head: Node | undefined): string {
  const byline = first(head, 'byline');
  if (byline === undefined) return '';
  const parts = byline.children.filter((child) => typeof child === 'string' || child.name !== 'byttl');
  const texts = parts.map((part) => (typeof part === 'string' ? collapsed(part) : textOf(part)));
  return texts.filter((text) => text !== '').join(' ');
}

export function bodyOf(root: Node): readonly Paragraph[] {
  return all(root, 'body.content').flatMap(paragraphsOf);
}

function textFields(root: Node): readonly StatedField[] {
  return FIELDS.map(([name, field]) => ({ field, value: textOf(first(root, name)), where: `NITF ${name}` }));
}

function dataFields(root: Node, docdata: Node | undefined): readonly StatedField[] {
  const attribute = (name: string, key: string) => first(root, name)?.attributes[key] ?? '';
  const issue = first(docdata, 'date.issue')?.attributes['norm'] ?? '';
  const keywords = all(root, 'keyword').map(({ attributes }) => attributes['key'] ?? '');
  return [
    { field: 'published', value: issue, where: 'NITF date.issue' },
    { field: 'publisher', value: attribute('pubdata', 'name'), where: 'NITF pubdata' },
    { field: 'section', value: attribute('pubdata', 'position.section'), where: 'NITF pubdata' },
    { field: 'rights', value: attribute('doc.copyright', 'holder'), where: 'NITF copyrightHolder' },
    { field: 'rights', value: textOf(first(docdata, 'doc.rights')), where: 'NITF usageTerms' },
    { field: 'language', value: children(root, 'nitf')[0]?.attributes['lang'] ?? '', where: 'NITF xml:lang' },
    ...keywords.map((value) => ({ field: 'keywords', value, where: 'NITF keyword' }) as const),
  ];
}
