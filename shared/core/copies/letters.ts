/**
 * Letters as they count for comparison. A UTF-16 unit comes in, its trait and its folded letters go out.
 * Promise: case, accents, width and points of vowels make no difference; answers are remembered, never changed.
 */

export const TRAIT = { unknown: 0, separator: 1, silent: 2, letter: 3, capital: 4, digit: 5, character: 6 } as const;
export type Trait = (typeof TRAIT)[keyof typeof TRAIT];

/** Accents, Arabic and Hebrew points, the Arabic stretcher, voicing of kana, joiners and soft hyphens, every apostrophe. */
const SILENT =
  /[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u3099\u309a\u200b-\u200d\u00ad\ufeff'’‘‛`´ʼ＇]/u;
const SILENT_ALL = new RegExp(SILENT, 'gu');
/** Scripts that put no blank between words. Surrogates of rare Han characters count as themselves. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\ud840-\ud88d]/u;
const WORD_PART = /[\p{L}\p{M}\p{N}]/u;

const UNITS = 0x1_0000;
const traits = new Uint8Array(UNITS);
const folds = new Uint16Array(UNITS);
/** Folds to more than one letter, such as `ß`. */
const longFolds = new Map<number, string>();

export function traitOf(unit: number): number {
  const known = traits[unit] ?? TRAIT.unknown;
  return known === TRAIT.unknown ? learn(unit) : known;
}

/** The folded letter of a unit that `traitOf` has seen; 0 when it folds to several. */
export function foldOf(unit: number): number {
  return folds[unit] ?? 0;
}

export function longFoldOf(unit: number): string {
  return longFolds.get(unit) ?? '';
}

function learn(unit: number): number {
  const letter = String.fromCharCode(unit);
  const folded = letter.normalize('NFKD').replaceAll(SILENT_ALL, '').toLowerCase();
  const trait = traitFor(letter, folded);
  traits[unit] = trait;
  if (folded.length === 1) folds[unit] = folded.charCodeAt(0);
  else longFolds.set(unit, folded);
  return trait;
}

function traitFor(letter: string, folded: string): Trait {
  if (SILENT.test(letter)) return TRAIT.silent;
  if (UNSPACED.test(letter)) return TRAIT.character;
  if (folded === '' || !WORD_PART.test(folded)) return TRAIT.separator;
  if (/^\p{N}/u.test(folded)) return TRAIT.digit;
  return letter === letter.toLowerCase() ? TRAIT.letter : TRAIT.capital;
}
