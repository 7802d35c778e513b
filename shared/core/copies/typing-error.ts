/**
 * Whether a change only mends letters or signs. The pieces of a diff come in, yes or no goes out.
 * Promise: a number that changed, a word that came or went, or a word of other letters is a change of what is said.
 */
import type { DiffPiece } from './word-diff.ts';

/** Letters that may differ between a misspelt word and the right one. */
const LETTERS = 2;
/** Shorter words with two other letters are other words. */
const LETTERS_EACH = 4;
const SIGNS_ONLY = /^[^\p{L}\p{N}]*$/u;
const NUMBER = /\p{N}/u;

export function isTypingError(pieces: readonly DiffPiece[]): boolean {
  let [removed, added] = ['', ''];
  for (const { kind, text } of [...pieces, { kind: 'same', text: 'end' } as const]) {
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else if (SIGNS_ONLY.test(text)) {
      // A blank between two changed words: they are judged together.
      if (removed !== '' || added !== '') [removed, added] = [removed + text, added + text];
    } else {
      if (!isMended(removed, added)) return false;
      [removed, added] = ['', ''];
    }
  }
  return true;
}

function isMended(removed: string, added: string): boolean {
  if (SIGNS_ONLY.test(removed) && SIGNS_ONLY.test(added)) return true;
  if (NUMBER.test(removed) || NUMBER.test(added)) return false;
  const [old, young] = [wordsIn(removed), wordsIn(added)];
  // `a nd` //=> `and`
  if (old.join('') === young.join('')) return true;
  if (old.length !== young.length) return false;
  return old.every((word, at) => isNear(word, young[at] ?? ''));
}

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
}

function isNear(one: string, other: string): boolean {
  const most = Math.min(LETTERS, Math.floor(Math.max(one.length, other.length) / LETTERS_EACH));
  return one === other || (Math.abs(one.length - other.length) <= most && distance(one, other) <= most);
}

/** Letters to add, drop, change or swap with their neighbour. Words are short: longer ones are cut. */
function distance(one: string, other: string): number {
  const [a, b] = [one.slice(0, 64), other.slice(0, 64)];
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const at = (up: number, left: number) => rows[i - up]?.[j - left] ?? 64;
      const change = at(1, 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(Math.min(change, at(1, 0) + 1, (row[j - 1] ?? 64) + 1, isSwap ? at(2, 2) + 1 : 64));
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 64;
}
