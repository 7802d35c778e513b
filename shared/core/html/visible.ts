/**
 * One element of the page's body in; the candidates its tag, class or address gives out: headings, times, bylines, printed
 * dates. Weak evidence, but on pages without metadata the only one.
 */
import type { Candidate, CandidateField } from '../block.ts';
import type { ClassWords } from './neighbourhood.ts';
import type { TreeElement } from './tree.ts';
import { textOf } from './walk.ts';

const AUTHOR_WORDS: ReadonlySet<string> = new Set(
  (
    'author authors byline bylines writer writers reporter journalist journalists contributor contributors autor autoren autorin ' +
    'autores autora auteur auteurs redacteur redakteur verfasser autore autori firma skribent forfatter forfattare byl vcard credit ' +
    'credits kirjoittaja yazar'
  ).split(' '),
);
const DATE_WORDS: ReadonlySet<string> = new Set(
  (
    'date dates time datetime timestamp published publish publication pubdate posted postdate dateline datum fecha data datas dato ' +
    'updated update modified created tarih time-stamp timeago dateline'
  ).split(' '),
);
/** Lines of mixed facts: believed for a date only when one is written out in full. */
const META_WORDS: ReadonlySet<string> = new Set(
  'meta info metadata postmeta postmetadata entrymeta submitted details subline byline author kicker topline'.split(
    ' ',
  ),
);
const FULL_DATE = /(?:^|\D)(?:19|20)\d\d(?!\d)|\d{1,2}[./]\d{1,2}[./]\d\d(?!\d)/;

const HEADLINE_WORDS: ReadonlySet<string> = new Set(
  'headline title heading titre titel titulo titolo entrytitle'.split(' '),
);

const AUTHOR_PATH =
  /\/(?:authors?|autor(?:en|es|i|e)?|auteurs?|profiles?|journalists?|staff|contributors?|columnists?|writers?|reporters?|people|by|redaktion|redacteurs?|skribent|creator|team|bio|correspondents?)\/[^/?#]{2,100}/i;

const DATE_ATTRIBUTES: readonly string[] =
  'datetime data-datetime data-published data-date data-timestamp data-time data-publish-date data-created content title'.split(
    ' ',
  );

function statedDate(element: TreeElement): string | undefined {
  const values = DATE_ATTRIBUTES.map((name) => element.attributes[name]?.trim() ?? '');
  return values.find((value) => value.length <= DATE_CHARS && /(?:19|20)\d\d|^\d{10}(?:\d{3})?$/.test(value));
}

const UPDATED =
  /updat|modif|aktualis|geändert|mis à jour|actualiz|aggiorn|bijgewerkt|gewijzigd|uppdat|oppdat|opdater|zmien|обнов|更新|수정|güncel/i;

/** A printed date is short and holds a digit. */
const DATE_CHARS = 120;

function selectorOf(element: TreeElement): string {
  const [name] = (element.attributes['class'] ?? '').trim().split(/[ \t\n]/);
  return name === undefined || name === '' ? element.tag : `${element.tag}.${name.slice(0, 60)}`;
}

/** Words that belong to a date stand beside it, not in a list of hundreds. */
const FEW_SIBLINGS = 20;

/** Published or modified: what the element, its class and the words beside it say. */
function dateField(element: TreeElement): CandidateField {
  const own = `${element.attributes['itemprop'] ?? ''} ${element.attributes['class'] ?? ''} ${element.parent?.attributes['class'] ?? ''}`;
  if (UPDATED.test(own)) return 'modified';
  const { parent } = element;
  const before = parent === null || parent.children.length > FEW_SIBLINGS ? '' : textOf(parent, 40);
  return UPDATED.test(before) && !/publi|posted|veröff|erstellt/i.test(before) ? 'modified' : 'published';
}

export function ofTime(element: TreeElement): readonly Candidate[] {
  const stated = statedDate(element);
  const shown = textOf(element, 120);
  const field = dateField(element);
  const where = selectorOf(element);
  const found: Candidate[] = [];
  if (stated !== undefined)
    found.push({ field, value: stated.slice(0, 120), source: 'time', where: `${where}[datetime]` });
  if (/\d/.test(shown) && shown !== stated) found.push({ field, value: shown, source: 'time', where });
  return found;
}

function ofHeading(element: TreeElement, words: readonly string[]): readonly Candidate[] {
  const isTop = element.tag === 'h1';
  if (!isTop && !words.some((word) => HEADLINE_WORDS.has(word))) return [];
  const value = textOf(element, 600);
  return value === '' ? [] : [{ field: 'headline', value, source: 'html', where: isTop ? 'h1' : selectorOf(element) }];
}

/** Names stand in short elements; a biography is longer. */
const NAME_CHARS = 200;

function ofAuthor(element: TreeElement, words: readonly string[]): readonly Candidate[] {
  const { rel = '', href = '' } = element.attributes;
  const byRel = /\bauthor\b/.test(rel);
  const byPath = element.tag === 'a' && AUTHOR_PATH.test(href);
  if (!byRel && !byPath && !words.some((word) => AUTHOR_WORDS.has(word))) return [];
  const value = textOf(element, NAME_CHARS + 1);
  if (value === '' || value.length > NAME_CHARS || !/\p{L}{2}/u.test(value)) return [];
  const where = byRel ? 'a[rel="author"]' : byPath ? 'a[href*="/author/"]' : selectorOf(element);
  return [{ field: 'author', value, source: 'html', where }];
}

function ofDate(element: TreeElement, words: readonly string[]): readonly Candidate[] {
  const isDate = words.some((word) => DATE_WORDS.has(word));
  if (!isDate && !words.some((word) => META_WORDS.has(word))) return [];
  const value = statedDate(element) ?? textOf(element, DATE_CHARS + 1);
  if (value.length > DATE_CHARS || !(isDate ? /\d/ : FULL_DATE).test(value)) return [];
  return [{ field: dateField(element), value, source: 'html', where: selectorOf(element) }];
}

const NOTHING: readonly Candidate[] = [];

/** An element without class or id is a heading, a link to an author, or nothing: most of a page is nothing. */
function tellsWithoutClass({ tag, attributes }: TreeElement): boolean {
  return tag === 'h1' || tag === 'a' || attributes['rel'] !== undefined;
}

export function visibleCandidates(element: TreeElement, byClass: ClassWords): readonly Candidate[] {
  if (element.tag === 'time') return ofTime(element);
  if (byClass.length === 0 && !tellsWithoutClass(element)) return NOTHING;
  const words = byClass.flat();
  const heading = /^h[1-3]$/.test(element.tag) ? ofHeading(element, words) : [];
  if (element.tag === 'h1') return heading;
  return [...heading, ...ofAuthor(element, words), ...ofDate(element, words)];
}
