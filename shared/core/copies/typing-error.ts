/**
 * Whether a change only mends letters or signs. The pieces of a diff come in, yes or no goes out.
 * Promise: a number or a currency that changed, a word that came or went, or a word of other letters is a change of what is said.
 */
import { isMisspelling } from './misspelling.ts';
import type { DiffPiece } from './word-diff.ts';

const SIGNS_ONLY = /^[^\p{L}\p{N}]*$/u;
/** Figures, and the signs that say of what. */
const FIGURE = /[\p{N}\p{Sc}%‰]/u;

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
  if (FIGURE.test(removed) || FIGURE.test(added)) return false;
  if (SIGNS_ONLY.test(removed) && SIGNS_ONLY.test(added)) return true;
  const [old, young] = [wordsIn(removed), wordsIn(added)];
  // `a nd` //=> `and`
  if (old.join('').toLowerCase() === young.join('').toLowerCase()) return true;
  return old.length === young.length && old.every((word, at) => isMisspelling(word, young[at] ?? ''));
}

function wordsIn(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}]+/gu) ?? [];
}
