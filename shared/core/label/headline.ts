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
  const index = stated ?? headlineByWords(draft) ?? onlyLine(draft);
  const headline = index === null ? undefined : draft.lines[index];
  if (headline === undefined) return;
  const rule = draft.lines.length === 1 ? 'headline.alone' : 'headline.words';
  draft.put(headline.index, 'meta.headline', stated === null ? rule : 'headline.stated');
  if (headline.folded.length < SHORTEST_REPEAT) return;
  for (const line of draft.lines)
    if (line.folded === headline.folded) draft.put(line.index, 'dup.headline', 'repeat.headline');
}

/** A flash is a headline and nothing else; one word is none. */
const FLASH_WORDS = { fewest: 2, most: 30 } as const;

/** A text of one line that is no paragraph: what newsrooms send before there is an article. */
function onlyLine({ page, lines, isBody }: Draft): number | null {
  const [line, second] = lines;
  if (page.format === 'html' || line === undefined || second !== undefined || isBody(line.index)) return null;
  const isWords = /\p{L}{2}/u.test(line.text) && line.words >= FLASH_WORDS.fewest && line.words <= FLASH_WORDS.most;
  return isWords && line.phrase === null ? line.index : null;
}

/** Some rules ask for it at every line. */
const known = new WeakMap<Draft, { readonly decided: number; readonly index: number | null }>();

/** Where the headline stands, or null. */
export function headlineIndex(draft: Draft): number | null {
  const decided = draft.decided();
  const before = known.get(draft);
  if (before?.decided === decided) return before.index;
  const found = draft.lines.find((line) => draft.labelOf(line.index) === 'meta.headline');
  const index = found?.index ?? null;
  known.set(draft, { decided, index });
  return index;
}
