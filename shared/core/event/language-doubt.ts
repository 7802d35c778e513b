/**
 * How much less likeness means in a language of which few texts are known. In: a language, and its stories at hand. Out: log-odds.
 *
 * Why: where nothing says which words are common, strangers share many that seem rare. English that was told to be without a table needed
 * this much more to err as seldom as with it: `node bench/stories/untabled.ts`.
 */
import { textsInTable } from './rarity.ts';

/** Of a language of which no text is known. */
const UNKNOWN = 2.8;
/** Texts that make this half as large. */
const HALF_TEXTS = 75;
/** Of a language with as many there is no doubt. */
const ENOUGH_TEXTS = 1_000;

/** `languageDoubt('en', 0)` //=> 0, `languageDoubt('fi', 0)` //=> 2.8, `languageDoubt('fi', 75)` //=> 1.4 */
export function languageDoubt(language: string, stories: number): number {
  const texts = textsInTable(language) + stories;
  return texts >= ENOUGH_TEXTS ? 0 : (UNKNOWN * HALF_TEXTS) / (HALF_TEXTS + texts);
}
