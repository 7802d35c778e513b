/**
 * A NewsML 1 document in, what it states out: the format of before NewsML-G2, which several agencies still send. Its text is NITF, XHTML or
 * plain inside a `DataContent`. Promise: of a document with several texts none is chosen.
 */
import { isCutOff } from './cut-off.ts';
import { guidFrom } from './guid.ts';
import { handlingOf } from './handling.ts';
import { all, children, collapsed, first, type Node, textOf } from './markup-tree.ts';
import { bodyOf } from './nitf.ts';
import { onlyText } from './only-text.ts';
import { paragraphsOf, paragraphsOfText } from './paragraphs.ts';
import { type Paragraph, type Stated, type StatedField, withoutDomain } from './stated.ts';

const NAME = 'a NewsML 1 document';
/** Elements inside a text that is not plain. */
const BLOCKS = ['p', 'body', 'html', 'div', 'table', 'pre', 'block'];

export function readNewsMl1(root: Node): Stated {
  return newsMl1Item(onlyText(newsMl1Texts(root), NAME, isCutOff(root)));
}

/** The items that are articles, or take one back. */
export function newsMl1Texts(root: Node): readonly Node[] {
  return all(root, 'newsitem').filter((item) => isKill(item) || textOfItem(item).length > 0);
}

export function newsMl1Item(item: Node): Stated {
  const management = first(item, 'newsmanagement');
  const lines = first(item, 'newslines');
  const change = first(management, 'statuswillchange');
  const status = formalName(first(management, 'status'));
  return {
    name: NAME,
    mediaType: 'application/vnd.iptc.newsml+xml',
    paragraphs: [...linesAbove(lines, item), ...textOfItem(item)],
    fields: fieldsOf(item, management, lines).filter(({ value }) => value !== ''),
    handling: handlingOf({
      status,
      embargo: /^embargoed$/i.test(status) ? textOf(first(change, 'dateandtime')) : '',
      expires: '',
      slugline: textOf(first(lines, 'slugline')),
      replaces: replacedBy(item),
      version: textOf(first(item, 'revisionid')),
      versionCreated: textOf(first(management, 'thisrevisioncreated')),
    }),
    hints: guidOf(item),
  };
}

function isKill(item: Node): boolean {
  return /^cancell?ed$/i.test(formalName(first(first(item, 'newsmanagement'), 'status')));
}

/** Pictures come as further content items; their captions are not the text. */
function textOfItem(item: Node): readonly Paragraph[] {
  const contents = all(item, 'contentitem').filter((content) => {
    const kind = formalName(first(content, 'mediatype'));
    return kind === '' || /text/i.test(kind);
  });
  const texts = contents.map(textOfContent).filter((paragraphs) => paragraphs.length > 0);
  return texts[0] ?? [];
}

function textOfContent(content: Node): readonly Paragraph[] {
  const data = first(content, 'datacontent');
  if (data === undefined) return [];
  const nitf = bodyOf(data);
  if (nitf.length > 0) return nitf;
  return first(data, ...BLOCKS) === undefined ? paragraphsOfText(plainText(data)) : paragraphsOf(data);
}

function plainText(data: Node): string {
  return data.children.filter((child) => typeof child === 'string').join('');
}

function linesAbove(lines: Node | undefined, item: Node): readonly Paragraph[] {
  const instruction = first(first(item, 'newsmanagement'), 'instruction');
  const found: readonly Paragraph[] = [
    { text: textOf(first(lines, 'headline')), label: 'meta.headline' },
    { text: textOf(first(lines, 'subheadline')), label: 'meta.deck' },
    { text: textOf(first(lines, 'byline')), label: 'meta.byline' },
    { text: textOf(first(lines, 'dateline')), label: 'meta.dateline' },
    { text: textOf(first(instruction, 'comment')), label: 'meta.advisory' },
  ];
  return found.filter(({ text }) => text !== '');
}

function fieldsOf(item: Node, management: Node | undefined, lines: Node | undefined): readonly StatedField[] {
  const created = textOf(first(management, 'firstcreated'));
  const revised = textOf(first(management, 'thisrevisioncreated'));
  const provider = first(first(item, 'administrativemetadata'), 'provider', 'source');
  const described = first(item, 'descriptivemetadata');
  const value = (field: StatedField['field'], text: string, where: string): StatedField => ({
    field,
    value: collapsed(text),
    where: `NewsML 1 ${where}`,
  });
  return [
    value('headline', textOf(first(lines, 'headline')), 'HeadLine'),
    value('published', created || revised, created === '' ? 'ThisRevisionCreated' : 'FirstCreated'),
    value('modified', created === '' || created === revised ? '' : revised, 'ThisRevisionCreated'),
    value(
      'agency',
      formalName(first(provider, 'party')) || withoutDomain(textOf(first(item, 'providerid'))),
      'Provider',
    ),
    value('publisher', textOf(first(item, 'providerid')), 'ProviderId'),
    value('language', formalName(first(described, 'language')) || (item.attributes['lang'] ?? ''), 'Language'),
    value('rights', textOf(first(lines, 'copyrightline')), 'copyrightNotice'),
    value('rights', textOf(first(item, 'usagetype')), 'usageTerms'),
    ...children(described, 'property')
      .filter((property) => /^keyword$/i.test(formalName(property)))
      .map(({ attributes }) => value('keywords', attributes['value'] ?? '', 'Keyword')),
    ...children(lines, 'keywordline').map((line) => value('keywords', textOf(line), 'KeywordLine')),
  ];
}

function formalName(node: Node | undefined): string {
  return node?.attributes['formalname'] ?? '';
}

/** All revisions of an item are one article: its public identifier ends with the revision. */
function guidOf(item: Node): Stated['hints'] {
  const identifier = first(item, 'newsidentifier');
  const stated = first(identifier, 'publicidentifier');
  const whose = [textOf(first(identifier, 'providerid'))];
  return stated?.isOpen === true ? {} : guidFrom(withoutRevision(textOf(stated), identifier), whose);
}

function withoutRevision(name: string, identifier: Node | undefined): string {
  const colon = name.lastIndexOf(':');
  if (colon < 0 || !isRevision(name.slice(colon + 1), first(identifier, 'revisionid'))) return name;
  const itself = name.slice(0, colon);
  const item = textOf(first(identifier, 'newsitemid'));
  // What an item is called may look like a revision: `…:20260101:1`.
  return item !== '' && name.endsWith(`:${item}`) && !itself.endsWith(`:${item}`) ? name : itself;
}

/** `1`, `2U`, `3A`: the number and the kind of update (RFC 3085), which leaves out that of a new item; some agencies write it, `1N`. */
function isRevision(ending: string, revision: Node | undefined): boolean {
  const number = textOf(revision);
  const update = revision?.attributes['update'] ?? '';
  return number !== '' && ['', 'A', 'N', 'U', update].some((letter) => ending === `${number}${letter}`);
}

function replacedBy(item: Node): string {
  const derived = first(first(item, 'newsmanagement'), 'derivedfrom');
  return derived?.attributes['newsitem'] ?? '';
}
