/**
 * Words as tables compare them. In: any word of a page. Out: lower case, without accents, digits of every script as 0-9.
 * Promise: tables and text pass through the same fold, so a person may write table entries as they are printed.
 */

const MARKS = /\p{M}/gu;
/** Letters that Unicode does not decompose, yet keyboards and shouting headlines replace. */
const LETTERS: Readonly<Record<string, string>> = { ı: 'i', ł: 'l', ø: 'o', đ: 'd', ß: 'ss', '’': "'" };
const SPECIAL = /[ıłøđß’]/g;

/** `KASIM`, `Kasım` //=> `kasim` */
export function fold(word: string): string {
  const typed = word.includes('’') ? word.replaceAll('’', "'") : word;
  if (isAscii(typed)) return typed.toLowerCase();
  const bare = word.normalize('NFKD').replace(MARKS, '').normalize('NFKC').toLowerCase();
  return bare.replace(SPECIAL, (letter) => LETTERS[letter] ?? letter);
}

/** Words are short: a walk is over before a pattern has begun. */
function isAscii(word: string): boolean {
  for (let at = 0; at < word.length; at += 1) if (word.charCodeAt(at) > 0x7f) return false;
  return true;
}

/** First code points of runs of ten decimal digits: Arabic, Persian, Devanagari, Bengali, Thai, full width. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10] as const;

/** `２０２３` //=> 2023; NaN for digits of a script that the table does not have. */
export function numberOf(digits: string): number {
  if (isAscii(digits)) return Number(digits);
  let value = 0;
  for (const digit of digits) {
    const code = digit.codePointAt(0) ?? 0;
    const zero = ZEROS.find((first) => code >= first && code < first + 10);
    value = value * 10 + (zero === undefined ? Number(digit) : code - zero);
  }
  return value;
}
