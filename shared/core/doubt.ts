/**
 * Whether a first reading of a page may be trusted. The labelled blocks and their scores come in; yes or no goes out.
 * Promise: a page with prose and without a body is always in doubt.
 */
import type { Block } from './block.ts';
import { countWords } from './label/draft.ts';
import { isBody, type LabelledBlock } from './label.ts';

/** Between these the model has said next to nothing. */
const UNSURE = { from: 0.3, to: 0.7 } as const;

/** More unsure words than this share of the body, and the body is a matter of luck. */
const UNSURE_SHARE = 0.3;

/**
 * A page whose body is less than this share of its prose may be the wrong part of it. This one asks the page, not the model, which
 * is surer than it should be of pages like those it was trained on.
 */
const PROSE_SHARE = 0.35;
/** Pages with less prose than a long paragraph hold none besides their body. */
const PROSE_FLOOR = 60;

/** A paragraph has at least this many words, and few of them in links. */
const PARAGRAPH_WORDS = 12;
const PARAGRAPH_LINKS = 0.35;
/** Nine wide characters with seven blanks between them are the shortest text that counts as so many words. */
const SHORTEST_PROSE = 16;

export function isProse({ text, linkChars }: Block, words: number): boolean {
  return words >= PARAGRAPH_WORDS && linkChars < PARAGRAPH_LINKS * text.length;
}

export function isInDoubt(labelled: readonly LabelledBlock[], scores: readonly number[]): boolean {
  let body = 0;
  let prose = 0;
  let unsure = 0;
  for (const [at, { block, label }] of labelled.entries()) {
    const score = scores[at] ?? 0;
    const isUnsure = score > UNSURE.from && score < UNSURE.to;
    // Most of a page is short lines that count for nothing here.
    if (block.text.length < SHORTEST_PROSE && !isUnsure && !isBody(label)) continue;
    const words = countWords(block.text);
    if (isBody(label)) body += words;
    if (isProse(block, words)) prose += words;
    if (isUnsure) unsure += words;
  }
  if (body === 0) return prose > 0 || unsure > 0;
  return unsure > UNSURE_SHARE * body || (prose > PROSE_FLOOR && body < PROSE_SHARE * prose);
}
