/**
 * Whether a text is in the language that its page declares, told by its small words. In: a language and the first words of the
 * text. Out: yes, or "cannot say". Promise: a yes is certain; asked first because a detector costs more than the rest of a page.
 */
import { FREQUENT_WORDS } from '../tables/frequent-words.ts';

const KNOWN: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(FREQUENT_WORDS).map(([language, row]) => [language, new Set(row.split(' '))]),
);
/** About one word in three is small in a text, and hardly one in ten in another language's. */
const LEAST_SHARE = 0.18;
/** Fewer words prove nothing. */
const LEAST_WORDS = 15;

export function isPlainly(language: string, sample: string): boolean {
  const known = KNOWN.get(language);
  if (known === undefined) return false;
  const words = sample.toLowerCase().split(' ');
  if (words.length < LEAST_WORDS) return false;
  return words.filter((word) => known.has(word)).length >= words.length * LEAST_SHARE;
}
