/**
 * The part of a byline behind its prefix, in pieces. In: a line, the span to read, its language, how far to trust it. Out:
 * persons, organisations, agencies, roles and what is none of these, in order, with their places in the line.
 */
import { inChunks } from '../in-chunks.ts';
import { COMPANY_ENDINGS, NAME_JOINERS } from '../tables/byline-words.ts';
import { agencyOf } from './agencies.ts';
import { endsAsRole, type Word, withoutEmployer, withoutRoles } from './byline-roles.ts';
import { fold } from './fold.ts';
import { DESKS } from './name-words.ts';
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

const COMPANIES: ReadonlySet<string> = new Set(COMPANY_ENDINGS);
const EVERY_JOINER: ReadonlySet<string> = new Set([...listed(NAME_JOINERS)].filter((joiner) => joiner.length > 1));
const JOINERS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(NAME_JOINERS).map(([language, row]) => [
    language,
    new Set([...row.split(',').map((word) => word.trim()), 'and']),
  ]),
);
/** Behind a name, these begin a place or an employer: `in Berlin`, `for CNN`. */
const TAILS: ReadonlySet<string> = new Set(
  'in for of at from on aus für bei à en para per voor via is has as updated published posted i em desde dal covers am um'.split(
    ' ',
  ),
);
/** Labels that scrapes run into the name before them, capitals or not. */
const LABEL_TAILS: ReadonlySet<string> = new Set(
  'updated published posted modified edited last share follow for hace aktualisiert veröffentlicht publié mis publicado actualizado pubblicato aggiornato gepubliceerd'.split(
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
  '⋅',
  '∙',
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
const ENDS: ReadonlySet<string> = new Set(['|', '•', '⋅', '∙', '｜']);
const WORD = /[^\s,;&/|•⋅∙、，+／｜()[\]（）]+|[,;&/|•⋅∙、，+／｜()[\]（）]/gu;
const WEB = /^https?:|^www\./i;
const DOMAIN_END = /\.(?:com|org|net|de|co\.uk)$/i;
const DASHES: ReadonlySet<string> = new Set(['-', '–', '—', '·', ':', '»', '►']);

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
    else if (!isHandle(word.text)) run.push(withoutHandle(word));
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

/** `Lee@annalee`: the account glued to the name. */
const GLUED_HANDLE = /^(\p{L}[\p{L}'’-]{1,30})@\w{2,30}$/u;

function withoutHandle(word: Word): Word {
  const name = GLUED_HANDLE.exec(word.text)?.[1];
  return name === undefined ? word : { ...word, text: name };
}

/** Accounts, mail addresses and addresses of the web. */
function isHandle(word: string): boolean {
  return word.startsWith('@') || (word.includes('@') && word.includes('.')) || WEB.test(word) || DOMAIN_END.test(word);
}

/** Words of a name in Cyrillic letters; a patronymic is hardly ever printed. */
const CYRILLIC_NAME = 2;
const CYRILLIC = /^\p{Script=Cyrillic}[\p{Script=Cyrillic}’'-]+$/u;

/** `Анна Лі Петро Коваль`: two words each, with nothing between them. */
function paired(run: readonly Word[]): readonly (readonly Word[])[] | null {
  const isRow = run.length > CYRILLIC_NAME && run.length % CYRILLIC_NAME === 0;
  if (!isRow || !run.every(({ text }) => CYRILLIC.test(text) && text[0] !== text[0]?.toLowerCase())) return null;
  return inChunks(run, CYRILLIC_NAME);
}

function classified(run: readonly Word[], trust: PieceTrust, first: boolean): readonly Piece[] {
  const pairs = paired(run);
  if (pairs !== null) return pairs.flatMap((pair) => classified(pair, trust, first));
  const whole = piece('other', run);
  const agency = agencyOf(whole.text);
  if (agency !== null) return [{ ...whole, kind: 'agency' }];
  if (isCompany(run) || (trust.trust === 'prefixed' && isTeam(run))) return [{ ...whole, kind: 'org' }];
  const bare = withoutEmployer(withoutRoles(run));
  if (bare.length === 0) return [{ ...whole, kind: DESKS.has(fold(whole.text)) ? 'org' : 'role' }];
  const name = beforeTail(bare, trust);
  const named = piece('person', doubled(name));
  // A title beside it (`홍길동 기자`) proves a name as well as a prefix does.
  const role = endsAsRole(name) && (!first || trust.trust === 'bare');
  if (!role && looksLikeName(named.text, bare.length < run.length ? 'prefixed' : trust.trust)) return [named];
  if (isDesk(run, trust)) return [{ ...whole, kind: 'org' }];
  if (role || bare.length < run.length) return [{ ...whole, kind: 'role' }];
  if (trust.lenient && first && name.length <= 4 && !/\p{Nd}{4}/u.test(named.text)) return [named];
  return [whole];
}

/** `Harbour Press Ltd`; one word before it is enough. */
function isCompany(run: readonly Word[]): boolean {
  return run.length > 1 && COMPANIES.has((run.at(-1)?.text ?? '').toLowerCase().replace(/\.$/, ''));
}

/** `Harbour Gazette Editorial Board`: a group of people with the outlet's name, not a person and a title. */
function isTeam(run: readonly Word[]): boolean {
  const ending = run.slice(-2);
  return run.length > 2 && !endsAsRole(ending) && DESKS.has(fold(ending.map(({ text }) => text).join(' ')));
}

/** `Anna Lee Anna Lee`: a picture's text and the name below it. */
function doubled(run: readonly Word[]): readonly Word[] {
  const half = run.length / 2;
  const twice = half >= 2 && run.slice(0, half).every(({ text }, at) => run[half + at]?.text === text);
  return twice ? run.slice(0, half) : run;
}

function piece(kind: Piece['kind'], run: readonly Word[]): Piece {
  const [first, last] = [run[0], run.at(-1)];
  const text = run
    .map((word) => word.text)
    .join(' ')
    .replace(/[,:;]$/, '');
  return { kind, text, start: first?.start ?? 0, end: (last?.start ?? 0) + (last?.text.length ?? 0) };
}

/** The name without `in Berlin` or `for CNN`; a bare line with more behind its name than that is a sentence. */
function beforeTail(run: readonly Word[], { trust, lenient }: PieceTrust): readonly Word[] {
  // `Posted by David at …`: where only a name can stand, one word is one.
  const least = lenient ? 1 : 2;
  const tail = run.findIndex(
    ({ text }, index) => index >= least && (TAILS.has(text) || LABEL_TAILS.has(text.toLowerCase())),
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
