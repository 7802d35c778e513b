/**
 * What changed inside a paragraph, word by word. Two texts come in; pieces that stayed, went and came go out, in order.
 * Promise: the pieces that stayed and went give the old text back, those that stayed and came the new one (white space folded); bounded.
 */
import { foldedText } from '../fingerprint.ts';

export interface DiffPiece {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Words of the one times words of the other, after what is equal at both ends: beyond it the middle is shown as replaced. */
const MOST_WORK = 250_000;
/** Characters of scripts without blanks stand alone, and so do signs at the end of a word. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{M}\p{N}'’]+|\s+|[^\s\p{L}\p{M}\p{N}'’]/gu;

export function wordDiff(before: string, after: string): readonly DiffPiece[] {
  const [old, young] = [wordsIn(before), wordsIn(after)];
  const [oldFolded, youngFolded] = [old.map(foldedWord), young.map(foldedWord)];
  const most = Math.min(old.length, young.length);
  let start = 0;
  while (start < most && oldFolded[start] === youngFolded[start]) start += 1;
  let end = 0;
  while (end < most - start && oldFolded.at(-1 - end) === youngFolded.at(-1 - end)) end += 1;
  const pieces: DiffPiece[] = young.slice(0, start).map((text) => ({ kind: 'same', text }));
  const [oldEnd, youngEnd] = [old.length - end, young.length - end];
  const kept = commonWords(oldFolded.slice(start, oldEnd), youngFolded.slice(start, youngEnd));
  let [i, j] = [start, start];
  for (const [inOld, inYoung] of [...kept, [oldEnd - start, youngEnd - start] as const]) {
    for (; i < start + inOld; i += 1) pieces.push({ kind: 'removed', text: old[i] ?? '' });
    for (; j < start + inYoung; j += 1) pieces.push({ kind: 'added', text: young[j] ?? '' });
    if (j < youngEnd) pieces.push({ kind: 'same', text: young[j] ?? '' });
    i += 1;
    j += 1;
  }
  for (const text of young.slice(youngEnd)) pieces.push({ kind: 'same', text });
  return joinedPieces(pieces);
}

function wordsIn(text: string): readonly string[] {
  return text.match(WORD) ?? [];
}

function foldedWord(word: string): string {
  return foldedText(word) || ' ';
}

/** Places of a longest common subsequence, as pairs. */
function commonWords(old: readonly string[], young: readonly string[]): readonly (readonly [number, number])[] {
  if (old.length === 0 || young.length === 0 || old.length * young.length > MOST_WORK) return [];
  const width = young.length + 1;
  const lengths = new Uint16Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = young.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        old[i] === young[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
  const pairs: (readonly [number, number])[] = [];
  let [i, j] = [0, 0];
  while (i < old.length && j < young.length) {
    if (old[i] === young[j]) {
      pairs.push([i, j]);
      i += 1;
      j += 1;
    } else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return pairs;
}

function joinedPieces(pieces: readonly DiffPiece[]): readonly DiffPiece[] {
  const joined: DiffPiece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last?.kind === piece.kind) joined[joined.length - 1] = { kind: last.kind, text: last.text + piece.text };
    else joined.push(piece);
  }
  return joined;
}
