/**
 * The words that open a byline. In: a line and its language. Out: how far they reach and how much they prove.
 * Promise: a prefix ends at the end of a word, except where a scrape glued it to a capital letter (`byAnna Lee`).
 */
import { STRONG_BYLINE_WORDS, WEAK_BYLINE_WORDS } from '../tables/byline-words.ts';
import { listed, type PhraseIndex, phraseAt, phraseIndex } from './phrases.ts';
import { type Token, tokenize } from './tokens.ts';

export interface BylinePrefix {
  readonly basis: 'strong' | 'weak';
  /** Nothing but a name can follow (`written by`, `Author:`), so unusual names are believed. */
  readonly lenient: boolean;
  /** Characters up to the first name. */
  readonly length: number;
}

const GLUED = /^[\s•·|–—-]{0,4}(by|By|von|par|por|door|di)(?=\p{Lu}[\p{Ll}.])/u;
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

const STRONG = byLanguage(STRONG_BYLINE_WORDS);
const WEAK = byLanguage(WEAK_BYLINE_WORDS);
const RUN_WORDS: ReadonlySet<string> = new Set(
  [...listed(STRONG_BYLINE_WORDS)].filter((word) => /[\p{Script=Han}\p{Script=Hangul}]/u.test(word)),
);

interface Index {
  readonly all: PhraseIndex<true>;
  readonly of: ReadonlyMap<string, PhraseIndex<true>>;
}

function byLanguage(table: Readonly<Record<string, string>>): Index {
  const index = (rows: Readonly<Record<string, string>>): PhraseIndex<true> =>
    phraseIndex([...listed(rows)].map((phrase) => [phrase, true] as const));
  const of = Object.entries(table).map(
    ([language, row]) => [language, index({ own: row, en: table['en'] ?? '' })] as const,
  );
  return { all: index(table), of: new Map(of) };
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
  const index = basis === 'strong' ? STRONG : WEAK;
  const primary = language?.split('-')[0];
  const found = phraseAt(
    (primary && index.of.get(primary)) || (primary ? index.of.get('en') : index.all) || index.all,
    tokens,
    at,
  );
  if (found === null) return null;
  let next = at + found.tokens;
  const colon = COLONS.has(tokens[next]?.key ?? '');
  if (colon) next += 1;
  // `By: Staff`, `Text: von Anna Müller`
  const second = colon ? phraseAt(WEAK.all, tokens, next) : null;
  if (second !== null) next += second.tokens;
  const name = tokens[next];
  if (name === undefined) return null;
  const closing = tokens[at + found.tokens - 1];
  // `文化部` is a newsroom; `文 高瀬` and `文：高瀬` name who wrote the text.
  if (!colon && closing !== undefined && ONE_HAN.test(closing.key) && closing.end === name.start) return null;
  const last = closing?.key ?? '';
  return { basis, lenient: basis === 'strong' && (colon || NAME_FOLLOWS.has(last)), length: name.start };
}
