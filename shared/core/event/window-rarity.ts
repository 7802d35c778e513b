/**
 * How rare terms are in a window of stories. Stories come in, a rarity that blends the language's table with the window goes out.
 * Promise: a function of the set of stories; languages without a table learn theirs from the window.
 */
import { type EventPrint, RARITY_STEPS } from './event-print.ts';
import type { Rarity } from './weighed-print.ts';

/** The table counts as this many stories beside a large window, which decides. */
const TABLE_STORIES = 300;
/** Table and window together count as no fewer: in a window of five, all on one happening, its words are not common words. */
const LEAST_STORIES = 1_500;
const LARGEST = 8;

export function windowRarity(stories: Iterable<{ readonly print: EventPrint }>): Rarity {
  const seen = new Map<string, { stories: number; readonly terms: Map<number, number> }>();
  for (const { print } of stories) {
    const own = seen.get(print.language) ?? { stories: 0, terms: new Map<number, number>() };
    seen.set(print.language, own);
    own.stories += 1;
    for (const { hash } of print.terms) own.terms.set(hash, (own.terms.get(hash) ?? 0) + 1);
  }
  return (term, language) => {
    const own = seen.get(language);
    const stories = own?.stories ?? 0;
    const table = Math.max(TABLE_STORIES, LEAST_STORIES - stories);
    const expected = table * Math.exp(-term.rarity / RARITY_STEPS);
    const share = (expected + (own?.terms.get(term.hash) ?? 0)) / (table + stories);
    return Math.min(LARGEST, Math.max(0, -Math.log(share)));
  };
}
