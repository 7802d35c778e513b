/**
 * Entries by time: a page whose text is a column of times with paragraphs under them comes in; the times are found, and a paragraph
 * under a time that looks like those under the others is text like them.
 * Promise: a timetable in a table, or a few times in an article, are no entries.
 */
import type { Block, Element } from '../block.ts';
import type { Draft } from './draft.ts';

/** A programme or a chronicle inside an article has a few times too. */
const ENTRIES = 4;
/** `11:42`, `9.05 am`, `17:27 Uhr`, `14h30`, `11:42 BST`; nothing else on the line. */
const CLOCK =
  /^(?:[01]?\d|2[0-3])[:.h][0-5]\d(?::[0-5]\d)?(?: ?(?:[ap]\.?m\.?|uhr|h|hrs|[a-z]{0,2}[sd]?t|gmt|utc|msk|jst|kst|ist))?$/i;
const CLOCK_CHARS = 14;
/** An entry begins right under its time, or under its heading. */
const REACH = 3;
/** The entries are the text: this share of its words stands below the first time. */
const SHARE = 0.5;
const CELLS: ReadonlySet<string> = new Set(['td', 'th']);

/** Indexes of the times that open entries, empty when the text is no column of entries. */
export function entryTimes(blocks: readonly Block[], isText: (index: number) => boolean): readonly number[] {
  const times: number[] = [];
  for (const block of blocks) if (isClock(block)) times.push(block.index);
  if (times.length < ENTRIES) return [];
  const bySign = Map.groupBy(times, (at) => signOf(blocks[at]?.element ?? null, blocks[at]?.tag ?? ''));
  const opening = [...bySign.values()].map((alike) => alike.filter((at) => opensText(blocks, at, isText)));
  const best = opening.reduce((most, alike) => (alike.length > most.length ? alike : most), []);
  const [first] = best;
  return best.length >= ENTRIES && first !== undefined && isMostBelow(blocks, first, isText) ? best : [];
}

function isClock({ text, tag }: Block): boolean {
  return text.length <= CLOCK_CHARS && isDigit(text.charCodeAt(0)) && !CELLS.has(tag) && CLOCK.test(text);
}

function isDigit(code: number): boolean {
  return code > 0x2f && code < 0x3a;
}

function opensText(blocks: readonly Block[], at: number, isText: (index: number) => boolean): boolean {
  for (let next = at + 1; next <= at + REACH; next++) {
    const block = blocks[next];
    if (block === undefined || isClock(block)) return false;
    if (isText(next)) return true;
  }
  return false;
}

function isMostBelow(blocks: readonly Block[], first: number, isText: (index: number) => boolean): boolean {
  let [all, below] = [0, 0];
  for (const [at, { text }] of blocks.entries()) {
    if (!isText(at)) continue;
    all += text.length;
    if (at > first) below += text.length;
  }
  return below >= SHARE * all;
}

/** Tag and class of an element and of the one around it: what a template makes alike. */
function signOf(element: Element | null, tag: string): string {
  const parent = element?.parent;
  return `${tag}.${element?.attributes['class'] ?? ''}<${parent?.tag ?? ''}.${parent?.attributes['class'] ?? ''}`;
}

/** An entry that the model leaves out although it stands under a time and in the same markup as the others is text too. */
export function labelEntries(draft: Draft): void {
  const blocks = draft.page.blocks;
  const times = entryTimes(blocks, draft.isBody);
  if (times.length === 0) return;
  const sign = (at: number) => signOf(blocks[at]?.element ?? null, blocks[at]?.tag ?? '');
  const clock = sign(times[0] ?? 0);
  const text = new Set(times.map((at) => sign(at + 1)));
  for (const [at, block] of blocks.entries()) {
    if (!isClock(block) || sign(at) !== clock) continue;
    draft.put(at, 'ui.label', 'entry.time');
    if (draft.isBody(at + 1) || !text.has(sign(at + 1))) continue;
    draft.put(at + 1, 'body', 'body.entry');
  }
}
