/**
 * The part of a byline behind its prefix, in pieces. In: a line, the span to read, its language, how far to trust it. Out:
 * persons, organisations, agencies, roles and what is none of these, in order, with their places in the line.
 */
import { DESK_WORDS, NAME_JOINERS, ROLE_TITLES } from '../tables/byline-words.ts';
import { agencyOf } from './agencies.ts';
import { fold } from './fold.ts';
import { looksLikeName, type NameTrust } from './names.ts';
import { listed } from './phrases.ts';

export interface Piece {
  readonly kind: 'person' | 'org' | 'agency' | 'role' | 'other';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface PieceTrust {
  readonly trust: NameTrust;
  readonly lenient: boolean;
}

const ROLES: ReadonlySet<string> = new Set([...listed(ROLE_TITLES)].map(fold));
const DESKS: ReadonlySet<string> = new Set([...listed(DESK_WORDS)].map(fold));
const EVERY_JOINER: ReadonlySet<string> = new Set([...listed(NAME_JOINERS)].filter((joiner) => joiner.length > 1));
const JOINERS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(NAME_JOINERS).map(([language, row]) => [
    language,
    new Set([...row.split(',').map((word) => word.trim()), 'and']),
  ]),
);
/** Behind a name, these begin a place or an employer: `in Berlin`, `for CNN`. */
const TAILS: ReadonlySet<string> = new Set(
  'in for of at from on aus für bei à en para per voor via is has as updated published posted i em desde dal covers'.split(
    ' ',
  ),
);
/** Labels that scrapes run into the name before them, capitals or not. */
const LABEL_TAILS: ReadonlySet<string> = new Set(
  'updated published posted modified edited last share aktualisiert veröffentlicht publié mis publicado actualizado pubblicato aggiornato gepubliceerd'.split(
    ' ',
  ),
);
const SEPARATORS: ReadonlySet<string> = new Set([
  ',',
  ';',
  '&',
  '/',
  '|',
  '•',
  '、',
  '，',
  '+',
  '／',
  '｜',
  '(',
  ')',
  '[',
  ']',
  '（',
  '）',
]);
/** Behind these stand employers, addresses and counters. */
const ENDS: ReadonlySet<string> = new Set(['|', '•', '｜']);
const WORD = /[^\s,;&/|•、，+／｜()[\]（）]+|[,;&/|•、，+／｜()[\]（）]/gu;
const WEB = /^https?:|^www\./i;
const DOMAIN_END = /\.(?:com|org|net|de|co\.uk)$/i;
/** Degrees behind a name. */
const DEGREES: ReadonlySet<string> = new Set(
  'md phd ms rd rdn ld mph mba ma ba msc bsc rn cpt esq jd dds do np pa-c cscs lcsw ma rdn cdces facp edd psyd dvm cfp cfa cpa'.split(
    ' ',
  ),
);
const DASHES: ReadonlySet<string> = new Set(['-', '–', '—', '·', ':', '»', '►']);

interface Word {
  readonly text: string;
  readonly start: number;
}

export function piecesOf(
  text: string,
  from: number,
  until: number,
  language: string | null,
  trust: PieceTrust,
): readonly Piece[] {
  const joiners = (language && JOINERS.get(language.split('-')[0] ?? '')) || EVERY_JOINER;
  const pieces: Piece[] = [];
  let run: Word[] = [];
  const close = (): void => {
    if (run.length > 0) pieces.push(...classified(run, trust, pieces.length === 0));
    run = [];
  };
  for (const match of text.slice(from, until).matchAll(WORD)) {
    if (pieces.length + run.length > 0 && ENDS.has(match[0])) break;
    const word: Word = { text: match[0], start: from + match.index };
    const joins = joiners.has(word.text.toLowerCase()) && run.length + pieces.length > 0;
    if (joins || SEPARATORS.has(word.text) || DASHES.has(word.text)) close();
    else if (!isHandle(word.text)) run.push(word);
  }
  close();
  return untilProse(pieces);
}

/** Words of an institute may hold a comma and an "and"; what follows several plain words is no name. */
const PROSE_WORDS = 3;

function untilProse(pieces: readonly Piece[]): readonly Piece[] {
  const prose = pieces.findIndex(({ kind, text }) => kind === 'other' && text.split(' ').length >= PROSE_WORDS);
  return prose < 1 ? pieces : pieces.slice(0, prose + 1);
}

/** Accounts, mail addresses and addresses of the web. */
function isHandle(word: string): boolean {
  return word.startsWith('@') || (word.includes('@') && word.includes('.')) || WEB.test(word) || DOMAIN_END.test(word);
}

function classified(run: readonly Word[], trust: PieceTrust, first: boolean): readonly Piece[] {
  const whole = piece('other', run);
  const agency = agencyOf(whole.text);
  if (agency !== null) return [{ ...whole, kind: 'agency' }];
  const bare = withoutEmployer(withoutRoles(run));
  if (bare.length === 0) return [{ ...whole, kind: DESKS.has(fold(whole.text)) ? 'org' : 'role' }];
  const name = beforeTail(bare, trust.trust);
  const named = piece('person', name);
  // A title beside it (`홍길동 기자`) proves a name as well as a prefix does.
  if (looksLikeName(named.text, bare.length < run.length ? 'prefixed' : trust.trust)) return [named];
  if (isDesk(run, trust)) return [{ ...whole, kind: 'org' }];
  if (bare.length < run.length) return [{ ...whole, kind: 'role' }];
  if (trust.lenient && first && name.length <= 4 && !/\p{Nd}{4}/u.test(named.text)) return [named];
  return [whole];
}

function piece(kind: Piece['kind'], run: readonly Word[]): Piece {
  const [first, last] = [run[0], run.at(-1)];
  const text = run
    .map((word) => word.text)
    .join(' ')
    .replace(/[,:;]$/, '');
  return { kind, text, start: first?.start ?? 0, end: (last?.start ?? 0) + (last?.text.length ?? 0) };
}

/** `Political Editor Anna Müller`, `Anna Müller Staff Writer`, `홍길동 기자` //=> the name alone. */
function withoutRoles(run: readonly Word[]): readonly Word[] {
  let from = 0;
  let until = run.length;
  for (let length = Math.min(4, until); length > 0; length -= 1) {
    if (!isRole(run.slice(0, length))) continue;
    from = length;
    break;
  }
  for (let length = Math.min(4, until - from); length > 0; length -= 1) {
    if (!isRole(run.slice(until - length, until))) continue;
    until -= length;
    break;
  }
  return run.slice(from, until);
}

/** `Anna Müller PhD`, `Anna Müller The Associated Press` //=> the name alone; nothing is left of degrees alone. */
function withoutEmployer(run: readonly Word[]): readonly Word[] {
  let until = run.length;
  while (until > 0 && DEGREES.has((run[until - 1]?.text ?? '').toLowerCase().replaceAll('.', ''))) until -= 1;
  for (let from = 2; from < until; from += 1) {
    if (
      agencyOf(
        run
          .slice(from, until)
          .map((word) => word.text)
          .join(' '),
      ) !== null
    )
      return run.slice(0, from);
  }
  const shouted = run.findIndex((word, at) => at >= 2 && at < until - 1 && isShouted(word) && isShouted(run[at + 1]));
  // `Anna Müller DAILY BUGLE`: capitals behind a name in small letters are an outlet's.
  return run.slice(0, shouted >= 2 && !run.slice(0, shouted).some(isShouted) ? shouted : until);
}

function isShouted(word: Word | undefined): boolean {
  return (
    word !== undefined &&
    word.text.length > 2 &&
    word.text === word.text.toUpperCase() &&
    word.text !== word.text.toLowerCase()
  );
}

function isRole(words: readonly Word[]): boolean {
  return ROLES.has(fold(words.map((word) => word.text).join(' ')).replace(/[.:]$/, ''));
}

/** The name without `in Berlin` or `for CNN`; a bare line with more behind its name than that is a sentence. */
function beforeTail(run: readonly Word[], trust: NameTrust): readonly Word[] {
  const tail = run.findIndex(
    ({ text }, index) => index >= 2 && (TAILS.has(text) || LABEL_TAILS.has(text.toLowerCase())),
  );
  const closing = run.length > 2 && TAILS.has(run.at(-1)?.text.toLowerCase() ?? '');
  if (tail < 0) return closing ? run.slice(0, -1) : run;
  const sentence = trust === 'bare' && (run.length - tail > TAIL_WORDS || /\.$/.test(run.at(-1)?.text ?? ''));
  return sentence ? run : run.slice(0, tail);
}

const TAIL_WORDS = 3;

/** A newsroom signs: the last or first word says so, and only where a prefix stood before it. */
function isDesk(run: readonly Word[], { trust }: PieceTrust): boolean {
  const text = fold(run.map((word) => word.text).join(' '));
  if (DESKS.has(text)) return true;
  const [first, last] = [fold(run[0]?.text ?? ''), fold(run.at(-1)?.text ?? '')];
  return trust === 'prefixed' && run.length <= 5 && (DESKS.has(last) || (DESKS.has(first) && run.length <= 3));
}
