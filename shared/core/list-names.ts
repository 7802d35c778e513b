/** Names of outlets, authors and agencies as lists know them. In: a name as printed or typed. Out: one spelling for all of its spellings. */
import { AGENCIES } from './tables/agencies.ts';
import { siteOf } from './url.ts';

/** Accents of Latin, Greek and Cyrillic letters; marks of other scripts make other letters and stay. */
const ACCENTS = /[\u0300-\u036f]/g;
/** Letters that Unicode does not take apart, as people without them on their keyboards type them. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ı', 'i'],
]);
const LETTER = /[ßæœøłđðþı]/g;
const BETWEEN_WORDS = /[^\p{L}\p{N}\p{M}]+/gu;
const HOST = /^[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}$/u;

/** `  José  NÚÑEZ-Ortiz ` //=> `jose nunez ortiz`; a name of signs only stays as it is. */
export function nameKey(name: string): string {
  const plain = name.toLowerCase().normalize('NFKD').replace(ACCENTS, '').normalize('NFKC').toLowerCase();
  const bare = plain.replace(LETTER, (letter) => LETTERS.get(letter) ?? letter);
  const words = bare.replace(BETWEEN_WORDS, ' ').trim();
  return words === '' ? bare.trim() : words;
}

/** `www.Herald.example` //=> `herald.example`, `The Herald` //=> `the herald` */
export function outletKey(nameOrHost: string): string {
  const text = nameOrHost.trim();
  return HOST.test(text) ? siteOf(text) : nameKey(text);
}

const CODES: ReadonlyMap<string, string> = new Map(
  AGENCIES.flatMap(({ code, name }) => [code, name].map((spelling) => [nameKey(spelling), nameKey(code)] as const)),
);

/** `Associated Press`, `ap` //=> `ap`; a name that the table does not have stands for itself. */
export function agencyKey(codeOrName: string): string {
  const key = nameKey(codeOrName);
  return CODES.get(key) ?? key;
}
