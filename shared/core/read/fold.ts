/**
 * Words as tables compare them. In: any word of a page. Out: lower case, without accents, digits of every script as 0-9.
 * Promise: tables and text pass through the same fold, so a person may write table entries as they are printed.
 */

const ASCII_ONLY = /^[\x00-\x7f]*$/;
const MARKS = /\p{M}/gu;
/** Letters that Unicode does not decompose, yet keyboards and shouting headlines replace. */
const LETTERS: Readonly<Record<string, string>> = { ı: 'i', ł: 'l', ø: 'o', đ: 'd', ß: 'ss', '’': "'" };
const SPECIAL = /[ıłøđß’]/g;

/** `KASIM`, `Kasım` //=> `kasim` */
export function fold(word: string): string {
  if (ASCII_ONLY.test(word)) return word.toLowerCase();
  const bare = word.normalize('NFKD').replace(MARKS, '').normalize('NFKC').toLowerCase();
  return bare.replace(SPECIAL, (letter) => LETTERS[letter] ?? letter);
}

/** First code points of runs of ten decimal digits: Arabic, Persian, Devanagari, Bengali, Thai, full width. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10] as const;

/** `２０２３` //=> 2023; NaN for digits of a script that the table does not have. */
export function numberOf(digits: string): number {
  if (ASCII_ONLY.test(digits)) return Number(digits);
  let value = 0;
  for (const digit of digits) {
    const code = digit.codePointAt(0) ?? 0;
    const zero = ZEROS.find((first) => code >= first && code < first + 10);
    value = value * 10 + (zero === undefined ? Number(digit) : code - zero);
  }
  return value;
}
