/**
 * The text of JSON in; where lists of objects stand in it, under the names that interfaces give to lists of articles, out. Promise: one pass, nothing
 * is parsed, broken and cut JSON is walked as far as it goes; what is nested deeper than any record is passed by.
 */
import { LIMITS } from '../../limits.ts';
import { afterString } from './json-elements.ts';

export interface JsonList {
  readonly name: string;
  /** `/clusters/1/articles` */
  readonly path: string;
  /** Of its bracket. */
  readonly start: number;
  /** Behind its last bracket, or the end of the text. */
  readonly end: number;
}

const NAMES: ReadonlySet<string> = new Set(
  'articles results items data news documents docs records stories hits'.split(' '),
);
/** Enough to see that there is one, without a walk. */
const NAMED =
  /"(?:articles|results|items|data|news|documents|docs|records|stories|hits)"\s{0,20}:\s{0,20}\[\s{0,200}\{/;
/** Lists around a list of articles: of answers, of clusters in an answer. */
const MOST_AROUND = 3;
const KEY_CHARS = 100;
/** Answers have a list for each cluster, a hundred or so. */
export const MOST_LISTS = 10_000;

interface Frame {
  readonly isList: boolean;
  /** Its name, or its number in the list that it stands in. */
  readonly key: string;
  /** Commas in it so far. */
  ordinal: number;
  readonly list: number | null;
}

export function mayHoldLists(text: string): boolean {
  return NAMED.test(text);
}

/** In the order in which they begin, one more than there may be. `isClosed`: whatever is opened ends. */
export function jsonLists(text: string): { readonly lists: readonly JsonList[]; readonly isClosed: boolean } {
  const lists: JsonList[] = [];
  const around: Frame[] = [];
  let [key, deeper] = ['', 0];
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at];
    if (mark === '"') {
      const end = afterString(text, at);
      if (text[pastBlanks(text, end + 1)] === ':') key = text.slice(at + 1, Math.min(end, at + 1 + KEY_CHARS));
      at = end;
    } else if (mark === '{' || mark === '[') {
      if (around.length > LIMITS.jsonDepth) deeper += 1;
      else {
        const frame = frameOf(mark === '[', key, around);
        const isOne = frame.isList && lists.length <= MOST_LISTS && isListOfArticles(text, at, frame.key, around);
        if (isOne) lists.push({ name: frame.key, path: pathOf([...around, frame]), start: at, end: text.length });
        around.push({ ...frame, list: isOne ? lists.length - 1 : null });
      }
    } else if (mark === '}' || mark === ']') {
      if (deeper > 0) deeper -= 1;
      else close(around.pop(), at, lists);
    } else if (mark === ',' && deeper === 0) {
      const last = around.at(-1);
      if (last !== undefined) last.ordinal += 1;
    }
  }
  return { lists, isClosed: around.length === 0 };
}

function close(frame: Frame | undefined, at: number, lists: JsonList[]): void {
  const list = frame?.list == null ? undefined : lists[frame.list];
  if (frame?.list != null && list !== undefined) lists[frame.list] = { ...list, end: at + 1 };
}

function frameOf(isList: boolean, key: string, around: readonly Frame[]): Frame {
  const last = around.at(-1);
  return { isList, key: last?.isList === true ? String(last.ordinal) : key, ordinal: 0, list: null };
}

function isListOfArticles(text: string, at: number, key: string, around: readonly Frame[]): boolean {
  if (!NAMES.has(key) || around.at(-1)?.isList === true || text[pastBlanks(text, at + 1)] !== '{') return false;
  return around.filter(({ isList }) => isList).length <= MOST_AROUND;
}

/** The outermost one has no name. */
function pathOf(frames: readonly Frame[]): string {
  return frames
    .slice(1)
    .map(({ key }) => `/${key}`)
    .join('');
}

function pastBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at += 1;
  return at;
}
