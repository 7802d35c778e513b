/** A short line that may hold a date as tokens. Promise: what scrapes glue to a year is parted from it. */
import { type Token, tokenize } from './tokens.ts';
import { RUN_WORDS } from './vocabulary.ts';

export function dateTokens(text: string): readonly Token[] {
  const tokens = tokenize(text, RUN_WORDS);
  if (!LONG_NUMBER.test(text)) return tokens;
  return tokens.flatMap((token, at, all) => gluedYear(token, all[at - 1], all[at - 2]));
}

const LONG_NUMBER = /\d{5}/;
const GLUED_YEAR = /^(?:19|20)\d{3,4}$/;

/** `Dec 22, 20234:46 AM`, `27 August 202229 August`: scrapes lose the blank behind a year. */
function gluedYear(token: Token, before: Token | undefined, second: Token | undefined): readonly Token[] {
  const dated =
    before?.kind === 'word' || (before?.kind === 'number' && second?.kind === 'word') || before?.key === ',';
  if (!dated || !GLUED_YEAR.test(token.key)) return [token];
  const [year, rest] = [token.key.slice(0, YEAR_DIGITS), token.key.slice(YEAR_DIGITS)];
  const middle = token.start + YEAR_DIGITS;
  return [
    { ...token, key: year, value: Number(year), digits: year.length, end: middle },
    { ...token, key: rest, value: Number(rest), digits: rest.length, start: middle, spaced: false },
  ];
}

const YEAR_DIGITS = 4;
