/**
 * Repetition in one piece: a long block that says what several paragraphs said before it becomes `dup.body`.
 * Promise: only a block that is made of them, nearly whole, counts; a summary or a quotation does not. One look at each word.
 */
import type { Draft } from './draft.ts';

/** A paragraph of this length is never said again by chance. */
const LONG_CHARS = 80;
/** So many of them make a text. */
const FEWEST = 3;
/** Of the block, in characters: what a heading runs into is not found. */
const SHARE = 2 / 3;

export function labelFusedRepeats(draft: Draft): void {
  const known = new Map<string, string>();
  for (const { index, text } of draft.lines) {
    if (text.length >= FEWEST * LONG_CHARS && isMadeOf(text, known)) draft.put(index, 'dup.body', 'repeat.fused');
    else if (text.length >= LONG_CHARS) known.set(text.slice(0, LONG_CHARS), text);
  }
}

/** `known`: paragraphs by how they begin. */
function isMadeOf(text: string, known: ReadonlyMap<string, string>): boolean {
  let [found, covered] = [0, 0];
  for (let at = 0; at !== -1 && at + LONG_CHARS <= text.length; ) {
    const paragraph = known.get(text.slice(at, at + LONG_CHARS));
    if (paragraph !== undefined && text.startsWith(paragraph, at)) {
      found += 1;
      covered += paragraph.length;
      at += paragraph.length;
      if (text[at] === ' ') at += 1;
    } else at = nextStart(text, at);
  }
  return found >= FEWEST && covered >= SHARE * text.length;
}

/** Pieces that are fused have no blank between them. */
const STOP = /[\s.!?…"”“’»):\]]/g;

/** Behind the next sign after which a paragraph may begin; -1: there is none. */
function nextStart(text: string, from: number): number {
  STOP.lastIndex = from;
  return STOP.test(text) ? STOP.lastIndex : -1;
}
