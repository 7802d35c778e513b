/** What happens to a text on its way. In: a piece. Out: the piece as another desk prints it: word for word, cut, or with a line of its own. */
import type { Chance } from './chance.ts';
import type { Piece } from './happening.ts';
import { PLACES } from './words.ts';

export function editedAt(piece: Piece, chance: Chance): Piece {
  const fate = chance.next();
  if (fate < 0.6) return piece;
  const { paragraphs } = piece;
  if (fate < 0.85) return { ...piece, paragraphs: paragraphs.slice(0, chance.between(4, paragraphs.length - 1)) };
  const own = `Readers in ${chance.pick(PLACES)} may write to the editor about it until the ${chance.between(2, 30)}th.`;
  return { ...piece, paragraphs: [...paragraphs, own] };
}
