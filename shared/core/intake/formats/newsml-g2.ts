/**
 * A NewsML-G2 item, or a message around one, in; what it states out. Its text is NITF, XHTML or plain inside, in several forms side by
 * side perhaps. Promise: of a message with several texts none is chosen.
 */
import { isCutOff } from './cut-off.ts';
import { guidFrom } from './guid.ts';
import { handlingOf } from './handling.ts';
import { all, children, collapsed, first, markupTree, type Node, textOf } from './markup-tree.ts';
import { bodyOf, headParagraphs } from './nitf.ts';
import { onlyText } from './only-text.ts';
import { paragraphsOf, paragraphsOfText } from './paragraphs.ts';
import { type Rendition, summaryAmong, textAmong } from './renditions.ts';
import { type Paragraph, type Stated, type StatedField, withoutDomain } from './stated.ts';

const NAME = 'a NewsML-G2 document';

export function readNewsMl(root: Node): Stated {
  return newsMlItem(onlyText(newsMlTexts(root), NAME, isCutOff(root)));
}

/** The items that are articles, or take one back. */
export function newsMlTexts(root: Node): readonly Node[] {
  return all(root, 'newsitem').filter((item) => isKill(item) || carriesText(item));
}

export function newsMlItem(item: Node): Stated {
  const meta = first(item, 'itemmeta');
  const embargo = textOf(first(meta, 'embargoed'));
  const renditions = renditionsOf(item);
  return {
    name: NAME,
    mediaType: 'application/vnd.iptc.g2.newsitem+xml',
    paragraphs: [...linesAbove(item, meta), ...textAmong(renditions)],
    fields: fieldsOf(item, meta, renditions).filter(({ value }) => value !== ''),
    handling: handlingOf({
      status: first(meta, 'pubstatus')?.attributes['qcode'] ?? '',
      embargo,
      expires: textOf(first(item, 'expires')),
      slugline: textOf(first(item, 'slugline')),
      replaces: replacedBy(item),
      version: item.attributes['version'] ?? '',
      versionCreated: textOf(first(meta, 'versioncreated')),
    }),
    hints: guidFrom(item.attributes['guid'] ?? '', [named(first(meta, 'provider')), holderOf(item)]),
  };
}

/** One that carries its summary alone does too: it is refused by name, not passed by. */
function carriesText(item: Node): boolean {
  return renditionsOf(item).some(({ paragraphs }) => paragraphs.length > 0);
}

/** A cancellation may come without its text; with a headline it is still a record. */
function isKill(item: Node): boolean {
  return /cancell?ed$/.test(first(item, 'pubstatus')?.attributes['qcode'] ?? '');
}

/** A content set holds the same content in several forms. */
function renditionsOf(item: Node): readonly Rendition[] {
  return [...all(item, 'inlinexml').map(inMarkup), ...all(item, 'inlinedata').filter(isText).map(inData)];
}

function inMarkup(xml: Node): Rendition {
  const nitf = bodyOf(xml);
  if (nitf.length > 0) return { role: roleOf(xml), form: 'nitf', paragraphs: nitf };
  const isHtml = isNamedHtml(xml) || first(xml, 'html', 'body', 'div', 'p') !== undefined;
  return {
    role: roleOf(xml),
    form: isHtml ? 'html' : 'other',
    paragraphs: paragraphsOf(first(xml, 'body') ?? xml),
  };
}

function inData(data: Node): Rendition {
  const text = data.children.filter((child) => typeof child === 'string').join('');
  return isNamedHtml(data)
    ? { role: roleOf(data), form: 'html', paragraphs: paragraphsOf(markupTree(text, 'html')) }
    : { role: roleOf(data), form: 'text', paragraphs: paragraphsOfText(text) };
}

/** A picture may stand there too, in letters. */
function isText({ attributes }: Node): boolean {
  return !/^(?:audio|image|video)\//i.test(attributes['contenttype'] ?? '');
}

function isNamedHtml({ attributes }: Node): boolean {
  return /html/i.test(attributes['contenttype'] ?? '');
}

function roleOf({ attributes }: Node): string {
  return attributes['rendition'] ?? attributes['renditionuri'] ?? '';
}

function linesAbove(item: Node, meta: Node | undefined): readonly Paragraph[] {
  const content = first(item, 'contentmeta');
  const lines: readonly Paragraph[] = [
    { text: headline(content), label: 'meta.headline' },
    { text: role(content, 'headline', /sub/), label: 'meta.deck' },
    { text: textOf(children(content, 'by')[0]), label: 'meta.byline' },
    { text: textOf(children(content, 'dateline')[0]), label: 'meta.dateline' },
    { text: textOf(first(meta, 'ednote')), label: 'meta.advisory' },
  ];
  const stated = lines.filter(({ text }) => text !== '');
  return stated.length > 0 ? stated : headParagraphs(first(item, 'body.head'));
}

function headline(content: Node | undefined): string {
  const main = children(content, 'headline').find(({ attributes }) => !/sub/.test(attributes['role'] ?? ''));
  return textOf(main);
}

function role(content: Node | undefined, name: string, pattern: RegExp): string {
  return textOf(children(content, name).find(({ attributes }) => pattern.test(attributes['role'] ?? '')));
}

function fieldsOf(item: Node, meta: Node | undefined, renditions: readonly Rendition[]): readonly StatedField[] {
  const content = first(item, 'contentmeta');
  const rights = first(item, 'rightsinfo');
  const created = textOf(first(meta, 'firstcreated')) || textOf(first(content, 'contentcreated'));
  const version = textOf(first(meta, 'versioncreated'));
  const described = role(content, 'description', /summary/);
  const value = (field: StatedField['field'], text: string, where: string): StatedField => ({
    field,
    value: collapsed(text),
    where: `NewsML-G2 ${where}`,
  });
  return [
    value('headline', headline(content) || textOf(first(item, 'hl1')), 'headline'),
    value('published', created || version, created === '' ? 'versionCreated' : 'firstCreated'),
    value('modified', created === '' ? '' : version, 'versionCreated'),
    value('agency', withoutDomain(named(first(content, 'infosource')) || named(first(meta, 'provider'))), 'provider'),
    value('publisher', named(first(meta, 'provider')), 'provider'),
    value('language', first(content, 'language')?.attributes['tag'] ?? '', 'language'),
    value('deck', described, 'description'),
    value('deck', described === '' ? summaryAmong(renditions) : '', 'summary'),
    value('rights', holderOf(item), 'copyrightHolder'),
    value('rights', textOf(first(rights, 'copyrightnotice')), 'copyrightNotice'),
    value('rights', textOf(first(rights, 'usageterms')), 'usageTerms'),
    ...children(content, 'keyword').map((keyword) => value('keywords', textOf(keyword), 'keyword')),
  ];
}

/** IPTC's relations `evolvedFrom`, `previousVersion` and `translatedFrom` are links; only the first two take a place. */
function replacedBy(item: Node): string {
  const link = all(item, 'link').find(({ attributes }) =>
    /:(?:evolvedfrom|previousversion)$/i.test(attributes['rel'] ?? ''),
  );
  return link?.attributes['residref'] ?? link?.attributes['href'] ?? '';
}

function holderOf(item: Node): string {
  return named(first(first(item, 'rightsinfo'), 'copyrightholder'));
}

/** A party by its name, else by the literal; a bare code names nobody. */
function named(party: Node | undefined): string {
  return textOf(first(party, 'name')) || (party?.attributes['literal'] ?? '');
}
