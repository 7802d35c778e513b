/**
 * The headline: a draft comes in, the block that is the headline is labelled, and its repetitions with it.
 * Promise: what the page states about itself decides; without that the words that return in the text decide.
 */
import type { Draft } from './draft.ts';
import { statedHeadline } from './headline-stated.ts';
import { headlineByWords } from './headline-words.ts';

/** Shorter lines than this return by chance. */
const SHORTEST_REPEAT = 12;

export function labelHeadline(draft: Draft): void {
  const stated = statedHeadline(draft);
  const index = stated ?? headlineByWords(draft);
  const headline = index === null ? undefined : draft.lines[index];
  if (headline === undefined) return;
  draft.put(headline.index, 'meta.headline', stated === null ? 'headline.words' : 'headline.stated');
  if (headline.folded.length < SHORTEST_REPEAT) return;
  for (const line of draft.lines)
    if (line.folded === headline.folded) draft.put(line.index, 'dup.headline', 'repeat.headline');
}

/** Where the headline stands, or null. */
export function headlineIndex(draft: Draft): number | null {
  const found = draft.lines.find((line) => draft.labelOf(line.index) === 'meta.headline');
  return found?.index ?? null;
}
