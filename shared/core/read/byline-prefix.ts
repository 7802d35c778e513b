/**
 * The words that open a byline. In: a line and its language. Out: how far they reach and how much they prove.
 * Promise: a prefix ends at the end of a word, except where a scrape glued it to a capital letter (`byAnna Lee`).
 */
import { type Openers, RUN_WORDS, STRONG_OPENERS, WEAK_OPENERS } from './byline-openers.ts';
import { keyIndex, type PhraseIndex, phraseAt } from './phrases.ts';
import { type Token, tokenize } from './tokens.ts';

export interface BylinePrefix {
  readonly basis: 'strong' | 'weak';
  /** Nothing but a name can follow (`written by`, `Author:`), so unusual names are believed. */
  readonly lenient: boolean;
  /** Characters up to the first name. */
  readonly length: number;
}

/** `byAnna Lee`, `Posted byAnna Lee` */
const GLUED = /^[\s•·|–—-]{0,4}(?:\p{Lu}\p{Ll}{3,15} )?(by|By|von|par|por|door|di)(?=\p{Lu}[\p{Ll}.])/u;
const COLONS: ReadonlySet<string> = new Set([':', '：', '●', '／', '｜', '・', '|', '/']);
const OPENERS: ReadonlySet<string> = new Set(['•', '·', '|', '-', '–', '—', '(', '[', '（', '【', '▼', '>', '✍']);
/** Last words of phrases after which only a name can stand. */
const NAME_FOLLOWS: ReadonlySet<string> = new Set([
  'by',
  'von',
  'par',
  'por',
  'da',
  'di',
  'door',
  'av',
  'af',
  'de',
  'przez',
  '記者',
  '记者',
  '本报记者',
  '기자',
  'oleh',
  'بقلم',
  'מאת',
]);
const ONE_HAN = /^\p{Script=Han}$/u;
/** The part of a line in which a prefix can stand. */
const HEAD_CHARS = 80;

/** Of each language together with English, and of all (null): built when a page of it comes. */
const built = new Map<string, PhraseIndex<true>>();

function openersOf(basis: BylinePrefix['basis'], language: string | null): PhraseIndex<true> {
  const name = `${basis} ${language}`;
  const index = built.get(name) ?? indexOf(basis === 'strong' ? STRONG_OPENERS : WEAK_OPENERS, language);
  built.set(name, index);
  return index;
}

function indexOf(table: ReadonlyMap<string, Openers>, language: string | null): PhraseIndex<true> {
  const english = table.get('en') ?? [];
  const openers = language === null ? [...table.values()].flat() : [...(table.get(language) ?? []), ...english];
  return keyIndex(openers.map((keys) => ({ keys, meaning: true })));
}

export function bylinePrefix(text: string, language: string | null): BylinePrefix | null {
  const glued = GLUED.exec(text);
  if (glued !== null) return { basis: 'weak', lenient: false, length: glued[0].length };
  const tokens = tokenize(text.slice(0, HEAD_CHARS), RUN_WORDS);
  let at = 0;
  while (at < 3 && OPENERS.has(tokens[at]?.key ?? '')) at += 1;
  return prefixAt(tokens, at, language, 'strong') ?? prefixAt(tokens, at, language, 'weak');
}

function prefixAt(
  tokens: readonly Token[],
  at: number,
  language: string | null,
  basis: BylinePrefix['basis'],
): BylinePrefix | null {
  const found = phraseAt(openersOf(basis, language?.split('-')[0] || null), tokens, at);
  if (found === null) return null;
  let next = at + found.tokens;
  const colon = COLONS.has(tokens[next]?.key ?? '');
  if (colon) next += 1;
  // `By: Staff`, `Text: von Anna Müller`
  const second = colon ? phraseAt(openersOf('weak', null), tokens, next) : null;
  if (second !== null) next += second.tokens;
  const name = tokens[next];
  if (name === undefined) return null;
  const closing = tokens[at + found.tokens - 1];
  // `文化部` is a newsroom; `文 高瀬` and `文：高瀬` name who wrote the text.
  if (!colon && closing !== undefined && ONE_HAN.test(closing.key) && closing.end === name.start) return null;
  const last = closing?.key ?? '';
  return { basis, lenient: basis === 'strong' && (colon || NAME_FOLLOWS.has(last)), length: name.start };
}
