/**
 * Repetition in one piece: a long block that says what several paragraphs said before it becomes `dup.body`.
 * Promise: only a block that is made of them, nearly whole, counts; a summary or a quotation does not. One look at each word.
 */
import { KIND, kindOf } from '../read/letters.ts';
import type { Draft } from './draft.ts';

/** A paragraph of this length is never said again by chance. */
const LONG_CHARS = 80;
/** So many of them make a text. */
const FEWEST = 3;
/** Of the block, in characters: what a heading runs into is not found. */
const SHARE = 2 / 3;

export function labelFusedRepeats(draft: Draft): void {
  const known = new Map<string, string>();
  const begun = new Uint8Array(BEGINNINGS);
  for (const { index, text } of draft.lines) {
    if (text.length >= FEWEST * LONG_CHARS && isMadeOf(text, known, begun))
      draft.put(index, 'dup.body', 'repeat.fused');
    else if (text.length >= LONG_CHARS) {
      known.set(text.slice(0, LONG_CHARS), text);
      begun[beginning(text, 0)] = 1;
    }
  }
}

/** Few paragraphs share these three characters: nearly no word of a text is looked up. */
const BEGINNINGS = 4_096;

function beginning(text: string, at: number): number {
  const code = text.charCodeAt(at) * 961 + text.charCodeAt(at + 2) * 31 + text.charCodeAt(at + LONG_CHARS - 1);
  return code & (BEGINNINGS - 1);
}

/** `known`: paragraphs by how they begin; `begun`: a quick no to whether there is one. */
function isMadeOf(text: string, known: ReadonlyMap<string, string>, begun: Uint8Array): boolean {
  let found = 0;
  let covered = 0;
  for (let at = 0; at !== -1 && at + LONG_CHARS <= text.length; ) {
    const paragraph = begun[beginning(text, at)] === 1 ? known.get(text.slice(at, at + LONG_CHARS)) : undefined;
    if (paragraph !== undefined && text.startsWith(paragraph, at)) {
      found += 1;
      covered += paragraph.length;
      at += paragraph.length;
      if (text[at] === ' ') at += 1;
    } else at = nextStart(text, at);
    if (at - covered > (1 - SHARE) * text.length) return false;
  }
  return found >= FEWEST && covered >= SHARE * text.length;
}

/** Pieces that are fused have no blank between them. */
const STOPS = '.!?…"”“’»):]';

/** Behind the next sign after which a paragraph may begin; -1: there is none. */
function nextStart(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind === KIND.blank || (kind === KIND.other && STOPS.includes(text[at] ?? ''))) return at + 1;
  }
  return -1;
}
