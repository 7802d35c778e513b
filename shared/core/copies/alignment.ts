/**
 * Where two sequences of words run alike. Two sequences come in; the runs they share go out, in the order of the longer one.
 * Promise: greedy and linear; no run is shorter than three words, and no word of the longer sequence is in two.
 */

/** `at` in the shorter sequence, `inLonger` in the other, `size` words. */
export interface Run {
  readonly at: number;
  readonly inLonger: number;
  readonly size: number;
}

const WIDTH = 3;
/** Places with the same three words that are tried: `said on Monday` may stand in many. */
const TRIED = 8;
const NOWHERE = -1;

export function sharedRuns(shorter: Uint8Array, longer: Uint8Array): readonly Run[] {
  const index = indexOf(shorter);
  const runs: Run[] = [];
  let at = 0;
  let expected = 0;
  while (at + WIDTH <= longer.length) {
    const run = longestAt(shorter, longer, at, expected, index);
    if (run === null) {
      at += 1;
      continue;
    }
    runs.push(run);
    at += run.size;
    expected = run.at + run.size;
  }
  return runs;
}

interface Index {
  readonly heads: Int16Array;
  readonly next: Int16Array;
  readonly mask: number;
}

function slotOf(text: Uint8Array, at: number, mask: number): number {
  const three = ((text[at] ?? 0) << 16) | ((text[at + 1] ?? 0) << 8) | (text[at + 2] ?? 0);
  return (Math.imul(three, 0x9e3779b1) >>> 15) & mask;
}

function indexOf(text: Uint8Array): Index {
  let room = 64;
  while (room < text.length * 2) room *= 2;
  const heads = new Int16Array(room).fill(NOWHERE);
  const next = new Int16Array(text.length);
  // From the end, so that the first place is tried first.
  for (let at = text.length - WIDTH; at >= 0; at -= 1) {
    const slot = slotOf(text, at, room - 1);
    next[at] = heads[slot] ?? NOWHERE;
    heads[slot] = at;
  }
  return { heads, next, mask: room - 1 };
}

/** The longest run from here; of equal ones the place where the last run ended, then the first. */
function longestAt(shorter: Uint8Array, longer: Uint8Array, from: number, expected: number, index: Index): Run | null {
  let size = runLength(shorter, longer, expected, from);
  let best = expected;
  let place = index.heads[slotOf(longer, from, index.mask)] ?? NOWHERE;
  for (let tries = 0; place !== NOWHERE && tries < TRIED; tries += 1) {
    const length = runLength(shorter, longer, place, from);
    if (length > size) {
      size = length;
      best = place;
    }
    place = index.next[place] ?? NOWHERE;
  }
  return size < WIDTH ? null : { at: best, inLonger: from, size };
}

function runLength(shorter: Uint8Array, longer: Uint8Array, at: number, from: number): number {
  const most = Math.min(shorter.length - at, longer.length - from);
  let size = 0;
  while (size < most && shorter[at + size] === longer[from + size]) size += 1;
  return size;
}
