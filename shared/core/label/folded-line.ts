/**
 * A block comes in; its line as the phrase tables see it, and what they know of it, go out.
 * Promise: worked out once a block, though the scorer and the labeller both ask.
 */
import type { Block } from '../block.ts';
import { LIMITS } from '../limits.ts';
import { foldInside, withoutEdges } from './fold.ts';
import { findPhrase, type PhraseHit } from './phrases.ts';

export interface FoldedLine {
  readonly folded: string;
  readonly phrase: PhraseHit | null;
}

/** Forgotten with its block. */
const known = new WeakMap<Block, FoldedLine>();

/** `» 12 Comments` //=> `# comments`, a phrase of comments */
export function foldedLine(block: Block): FoldedLine {
  const before = known.get(block);
  if (before !== undefined) return before;
  const line = foldLine(block.text);
  known.set(block, line);
  return line;
}

function foldLine(text: string): FoldedLine {
  const slice = text.length > LIMITS.metadataLineChars ? text.slice(0, LIMITS.metadataLineChars) : text;
  const unstripped = foldInside(slice);
  const folded = withoutEdges(unstripped);
  return { folded, phrase: findPhrase(folded, unstripped) };
}
