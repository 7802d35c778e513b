/**
 * How rare terms are in a window of stories. Prints come in, a rarity that blends the language's table with the window goes out.
 * Promise: a function of the set of stories; languages without a table learn theirs from the window.
 */
import { type EventPrint, RARITY_STEPS } from './event-print.ts';
import type { Rarity } from './weighed-print.ts';

/** The table counts as this many stories: a small window says little, a large one decides. */
const TABLE_STORIES = 300;
const LARGEST = 8;

export function windowRarity(prints: Iterable<EventPrint>): Rarity {
  const seen = new Map<string, { stories: number; readonly terms: Map<number, number> }>();
  for (const print of prints) {
    const own = seen.get(print.language) ?? { stories: 0, terms: new Map<number, number>() };
    seen.set(print.language, own);
    own.stories += 1;
    for (const { hash } of print.terms) own.terms.set(hash, (own.terms.get(hash) ?? 0) + 1);
  }
  return (term, language) => {
    const own = seen.get(language);
    const expected = TABLE_STORIES * Math.exp(-term.rarity / RARITY_STEPS);
    const share = (expected + (own?.terms.get(term.hash) ?? 0)) / (TABLE_STORIES + (own?.stories ?? 0));
    return Math.min(LARGEST, Math.max(0, -Math.log(share)));
  };
}
