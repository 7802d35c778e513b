/**
 * Whether one word is the other, misspelt. Two words come in, yes or no goes out, mirrored arguments give the same answer.
 * Promise: no dictionary, so only slips that hardly ever make another word count: `Iran` is no misspelt `Iraq`, nor `billion` a
 * misspelt `million`, and when in doubt it is another word.
 */

/** `to`, `or`: two letters that change places leave nothing that was meant. */
const LEAST_SWAPPED = 3;
/** `bred` and `breed` are words; so are few longer ones that a doubled letter parts. */
const LEAST_DOUBLED = 6;
/** `adapt` and `adopt`, `country` and `county` are words: the longer the word, the surer the slip. */
const LEAST_VOWEL = 7;
const LEAST_LETTER = 10;
/** Longer ones are no words. */
const MOST_LETTERS = 64;
const MARKS = /\p{M}/gu;
const VOWEL = /[aeiouyаеиоуыэюяіїєαεηιουω]/u;
const CAPITAL = /^\p{Lu}/u;

export function isMisspelling(one: string, other: string): boolean {
  const [a, b] = [lettersOf(one), lettersOf(other)];
  if (a.join('') === b.join('')) return true;
  if (Math.max(a.length, b.length) > MOST_LETTERS) return false;
  // A name with another letter is another name.
  const isName = CAPITAL.test(one) || CAPITAL.test(other);
  if (a.length === b.length) return isSwapped(a, b) || (!isName && isOtherVowel(a, b));
  if (Math.abs(a.length - b.length) !== 1) return false;
  return a.length > b.length ? hasOneMore(a, b, isName) : hasOneMore(b, a, isName);
}

/** Accents that are missing are slips of the keyboard. */
function lettersOf(word: string): readonly string[] {
  return [...word.toLowerCase().normalize('NFKD').replaceAll(MARKS, '')];
}

/** `Teh` //=> `The` */
function isSwapped(a: readonly string[], b: readonly string[]): boolean {
  const at = firstDifference(a, b);
  const isSwap = a[at] === b[at + 1] && a[at + 1] === b[at];
  return a.length >= LEAST_SWAPPED && isSwap && rest(a, at + 2) === rest(b, at + 2);
}

/** `definately` //=> `definitely`; the first and the last letter make other words: `effect`, `editor`. */
function isOtherVowel(a: readonly string[], b: readonly string[]): boolean {
  const at = firstDifference(a, b);
  if (a.length < LEAST_VOWEL || at === 0 || at === a.length - 1) return false;
  return VOWEL.test(a[at] ?? '') && VOWEL.test(b[at] ?? '') && rest(a, at + 1) === rest(b, at + 1);
}

/** `accomodation` //=> `accommodation`, `goverment` //=> `government` */
function hasOneMore(longer: readonly string[], shorter: readonly string[], isName: boolean): boolean {
  const at = firstDifference(longer, shorter);
  if (rest(longer, at + 1) !== rest(shorter, at)) return false;
  const isDoubled = longer[at] === longer[at - 1];
  if (isDoubled) return longer.length >= LEAST_DOUBLED;
  return !isName && longer.length >= LEAST_LETTER && at > 0 && at < longer.length - 1;
}

function firstDifference(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((letter, place) => letter !== b[place]);
  return at === -1 ? a.length : at;
}

function rest(letters: readonly string[], from: number): string {
  return letters.slice(from).join('');
}
