/** Words that stayed, went and came. Promise: told by strokes and lines as well as by colour, and to those who listen. */
import type { DiffPiece } from '../../shared/core/copies/word-diff.ts';
import { h } from './dom.ts';

export function diffPieces(pieces: readonly DiffPiece[]): readonly (Node | string)[] {
  return pieces.map(({ kind, text }) => {
    if (kind === 'same') return text;
    return h(kind === 'removed' ? 'del' : 'ins', {}, text);
  });
}

export function hasWords(pieces: readonly DiffPiece[]): boolean {
  return pieces.some(({ text }) => text !== '');
}
