/**
 * What interfaces for news answer: an object with lists of articles in it, `{"status": "ok", "articles": [{…}, …]}`, also one list a cluster, an
 * article beside them, or several answers in a list. In: text. Out: the articles as pieces of text; null for other JSON. Promise: a list counts
 * when an article that can be read is among its first records; every list that counts is read.
 */
import { LIMITS } from '../../limits.ts';
import { Rejection } from '../../rejection.ts';
import type { Mapping } from '../formats/mapping.ts';
import { openStated } from '../formats/open-stated.ts';
import type { Stated } from '../formats/stated.ts';
import { enclosedArticle } from '../formats/tool-json.ts';
import { parsedRecord } from '../python-json.ts';
import { type JsonElement, jsonElements } from './json-elements.ts';
import { type JsonList, jsonLists, MOST_LISTS, mayHoldLists } from './json-lists.ts';
import { linkedArticles, mayHoldLinked } from './linked-articles.ts';

const TOO_MANY = `This answer in JSON holds more than ${MOST_LISTS} lists: upload it in parts.`;

export interface JsonRecord extends JsonElement {
  /** `/articles/0`, in what it stands in. */
  readonly place: string;
}

/** Records of a list by which it is known: some are only where an article is. */
const LOOKED_AT = 10;
/** An answer in a list of answers may stand in a list. */
const MOST_LEVELS = 3;
/** What stands in an article is a part of it unless it says that it is one, by the name of its list or an address. */
const ARTICLES: ReadonlySet<string> = new Set(['articles', 'news', 'stories']);

export function jsonAnswer(text: string, mapping: Mapping | null): readonly JsonRecord[] | null {
  return recordsIn({ text, depth: 0, isCut: false }, '', mapping);
}

/** The articles of one record, which may be an answer itself; null for one that is none, or a single article. `place`: of the record. Throws `Rejection` for too many lists. */
export function recordsIn(
  record: JsonElement,
  place: string,
  mapping: Mapping | null,
  level = 0,
): readonly JsonRecord[] | null {
  const { text, depth } = record;
  if (level > MOST_LEVELS || depth > LIMITS.jsonDepth) return null;
  const [isAnswer, isLinked] = [mayHoldLists(text), mayHoldLinked(text)];
  if (!isAnswer && !isLinked) return null;
  const isOwn = read(text, mapping) !== null;
  const linked = isOwn || !isLinked ? [] : linkedArticles(text);
  if (linked.length > 0) return linked.map((one) => ({ ...one, place: place + one.place }));
  if (!isAnswer) return null;
  const { lists, isClosed } = jsonLists(text);
  const counted = countedLists(text, lists, isOwn ? insideOf(text) : null, mapping);
  if (counted.length === 0) return null;
  if (lists.length > MOST_LISTS) throw new Rejection('container.too-many-members', TOO_MANY);
  const own = isOwn ? [{ ...record, place: place + ownPlace(text, place) }] : [];
  const found = [...own, ...namedLists(counted).flatMap((list) => recordsOf(text, list, place, mapping, level))];
  if (isClosed || found.some(({ isCut }) => isCut)) return found;
  return [...found, { text: '', depth: 0, isCut: true, place: `${place}@${text.length}` }];
}

/** Of a list: an element that is an answer itself is in pieces. */
export function recordsOfList(elements: readonly JsonElement[], place: string, mapping: Mapping | null, level = 0) {
  return elements.flatMap((element, ordinal): readonly JsonRecord[] => {
    const own = `${place}/${ordinal}`;
    return recordsIn(element, own, mapping, level) ?? [{ ...element, place: own }];
  });
}

function recordsOf(text: string, list: JsonList, place: string, mapping: Mapping | null, level: number) {
  const elements = jsonElements(text.slice(list.start, list.end), LIMITS.containerMembers);
  return recordsOfList(elements, place + list.path, mapping, level + 1);
}

/** `inside`: beginning of the paths in an article that the lists stand in. */
function countedLists(text: string, lists: readonly JsonList[], inside: string | null, mapping: Mapping | null) {
  const counted: JsonList[] = [];
  let end = 0;
  for (const list of lists) {
    // In what another one holds: its records are looked into one by one.
    if (list.start < end) continue;
    const elements = jsonElements(text.slice(list.start, list.end), LOOKED_AT - 1);
    const isPart = inside !== null && list.path.startsWith(inside) && !ARTICLES.has(list.name);
    if (!elements.some((element) => isArticleElement(element, mapping, isPart))) continue;
    counted.push(list);
    end = list.end;
  }
  return counted;
}

/** The first list of a name is called by it wherever it stands, the others by their paths. */
function namedLists(lists: readonly JsonList[]): readonly JsonList[] {
  const counts = new Map<string, number>();
  return lists.map((list) => {
    const short = `/${list.name}`;
    const path = counts.has(short) ? list.path : short;
    const count = (counts.get(path) ?? 0) + 1;
    counts.set(path, count);
    return { ...list, path: count === 1 ? path : `${path}~${count}` };
  });
}

function insideOf(text: string): string {
  return isEnclosed(text) ? '/article/' : '/';
}

/** A record has its name already. */
function ownPlace(text: string, place: string): string {
  if (isEnclosed(text)) return '/article';
  return place === '' ? '/' : '';
}

function isEnclosed(text: string): boolean {
  return enclosedArticle(parsedRecord(text)) !== null;
}

/** `isPart`: only one with an address of its own is an article. */
export function isArticleElement(element: JsonElement | undefined, mapping: Mapping | null, isPart = false): boolean {
  if (element === undefined || element.isCut || element.depth > LIMITS.jsonDepth) return false;
  const found = read(element.text, mapping);
  return found !== null && (!isPart || found.hints?.url !== undefined);
}

/** Also one that is known for what it is and has no text. */
function read(text: string, mapping: Mapping | null): Partial<Stated> | null {
  try {
    return openStated(text, mapping);
  } catch (error) {
    if (error instanceof Rejection) return {};
    throw error;
  }
}
