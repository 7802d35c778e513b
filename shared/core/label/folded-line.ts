/**
 * The blocks of a page come in; their lines as the phrase tables see them, and what they know of each, go out.
 * Promise: worked out once a page, though the scorer and the labeller both ask.
 */
import type { Block } from '../block.ts';
import { LIMITS } from '../limits.ts';
import { foldInside, withoutEdges } from './fold.ts';
import { findPhrase, type PhraseHit } from './phrases.ts';

export interface FoldedLine {
  readonly folded: string;
  readonly phrase: PhraseHit | null;
}

/** Forgotten with the page. */
const known = new WeakMap<readonly Block[], readonly FoldedLine[]>();

/** `» 12 Comments` //=> `# comments`, a phrase of comments */
export function foldedLines(blocks: readonly Block[]): readonly FoldedLine[] {
  const before = known.get(blocks);
  if (before !== undefined) return before;
  const lines = blocks.map(({ text }) => foldLine(text));
  known.set(blocks, lines);
  return lines;
}

function foldLine(text: string): FoldedLine {
  const slice = text.length > LIMITS.metadataLineChars ? text.slice(0, LIMITS.metadataLineChars) : text;
  const unstripped = foldInside(slice);
  const folded = withoutEdges(unstripped);
  return { folded, phrase: findPhrase(folded, unstripped) };
}
