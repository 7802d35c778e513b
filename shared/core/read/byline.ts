/**
 * Who wrote it. In: one line of a page and its language. Out: the names in it, or null when the line is no byline.
 * Promise: `Bybee`, `Byron` and `ABBY GOODNOUGH` stay whole, "Von der Leyen" and "By the numbers" are no bylines, and an
 * agency is never a person.
 */
import { type Agency, agencyIn, agencyOf } from './agencies.ts';
import { type Piece, piecesOf } from './byline-pieces.ts';
import { bylinePrefix } from './byline-prefix.ts';
import { dateTokens } from './date-tokens.ts';
import { findDates } from './dates.ts';
import { partedTail } from './glued-tail.ts';
import { readsAsText } from './names.ts';
import { countedUnits } from './relative.ts';

export interface BylineName {
  readonly name: string;
  readonly kind: 'person' | 'org';
}

export interface Byline {
  /** In order, without repeats; empty when only an agency is named. */
  readonly names: readonly BylineName[];
  /** From the first name to the last, as printed. */
  readonly text: string;
  readonly raw: string;
  /** What made it a byline: words that only bylines have, a word such as "by", or its look alone. */
  readonly basis: 'strong' | 'weak' | 'name-line';
  readonly agency: Agency | null;
}

export interface BylineOptions {
  /** The line stands where bylines stand, so a bare name is believed. */
  readonly asNameLine?: boolean;
  /** A date stands in the same line: then what follows the name may be an outlet or a place. */
  readonly besideDate?: boolean;
  /** It stands beside a date, behind a word such as "by": what is no person's name is an outlet's. */
  readonly signed?: boolean;
}

/** A byline of five names with their titles is shorter. */
const LINE_CHARS = 300;
/** Words behind the names, in a piece that is neither name nor title, before the line is prose. */
const PROSE_WORDS = 7;

/** `by Marigold` right beside a date: what somebody signs with. */
const LONE_NAME = /^\p{Lu}[\p{L}\p{N}]{2,30}$/u;

export function readByline(line: string, language: string | null, options: BylineOptions = {}): Byline | null {
  if (line.length > LINE_CHARS || line.length < 4) return null;
  const text = partedTail(line, language);
  const prefix = bylinePrefix(text, language);
  if (prefix === null && !options.asNameLine) return null;
  const basis = prefix?.basis ?? 'name-line';
  const from = prefix?.length ?? 0;
  const until = Math.min(datesBegin(text, from, language), numbersBegin(text, from, prefix !== null));
  const pieces = piecesOf(text, from, until, language, {
    trust: prefix === null ? 'bare' : 'prefixed',
    lenient: prefix !== null && (prefix.lenient || (options.besideDate === true && LONE_NAME.test(text.slice(from)))),
  });
  const read = options.signed === true && prefix !== null ? signedBy(pieces) : pieces;
  return believable(read, basis, options.besideDate ?? false) ? byline(text, read, basis, line) : null;
}

const OUTLET_WORDS = 4;

/** `By Harbour Stories`: the first of the pieces is who signs. */
function signedBy(pieces: readonly Piece[]): readonly Piece[] {
  const [first, ...rest] = pieces;
  const isOutlet =
    first?.kind === 'other' &&
    first.text.length > 2 &&
    first.text.split(' ').length <= OUTLET_WORDS &&
    !readsAsText(first.text);
  return isOutlet ? [{ ...first, kind: 'org' }, ...rest.filter(({ kind }) => kind !== 'other')] : pieces;
}

/** `By A B, October 18, 2023`: the names end where a date begins. */
function datesBegin(text: string, from: number, language: string | null): number {
  const first = findDates(text, { language }).find((date) => date.start > from);
  return first?.start ?? text.length;
}

const NUMBER = /[\s—–-](?=\p{Nd})/u;

/** `By Anna Lee 15 min read`, `Anna Lee 2 months`: nobody's name has a number in it. A bare line must end with the time that it counts. */
function numbersBegin(text: string, from: number, isPrefixed: boolean): number {
  const at = text.slice(from + 1).search(NUMBER);
  if (at < 0) return text.length;
  const start = from + 1 + at;
  if (isPrefixed) return start;
  const tokens = dateTokens(text.slice(start));
  const counted = countedUnits(tokens, 0);
  return counted > 0 && tokens.length - counted <= MOST_BEHIND_COUNT ? start : text.length;
}

/** `ago`, `read` and a dot. */
const MOST_BEHIND_COUNT = 2;

function believable(pieces: readonly Piece[], basis: Byline['basis'], besideDate: boolean): boolean {
  const [first] = pieces;
  if (first === undefined || first.kind === 'other') return false;
  if (!pieces.some((piece) => piece.kind === 'person' || piece.kind === 'org' || piece.kind === 'agency')) return false;
  const others = pieces.filter((piece) => piece.kind === 'other');
  if (basis === 'name-line' && !besideDate && others.length > 0) return false;
  if (basis === 'name-line' && !pieces.some((piece) => piece.kind === 'person')) return false;
  return others.every((piece) => piece.text.split(' ').length < PROSE_WORDS);
}

function byline(text: string, pieces: readonly Piece[], basis: Byline['basis'], line: string): Byline {
  const persons = pieces.filter((piece) => piece.kind === 'person');
  // A desk beside a person is the person's title (`Anna Müller, Staff Writer`).
  const named = persons.length > 0 ? persons : pieces.filter((piece) => piece.kind === 'org');
  const names = new Map<string, BylineName>();
  for (const { text: name, kind } of named) {
    if (kind === 'person' || kind === 'org') names.set(name, { name, kind });
  }
  const [first, last] = [named[0] ?? pieces[0], named.at(-1) ?? pieces[0]];
  const shown = text.slice(first?.start ?? 0, last?.end ?? text.length).trim();
  const agency = pieces.map((piece) =>
    piece.kind === 'agency' ? agencyOf(piece.text) : piece.kind === 'role' ? agencyIn(piece.text, 'first') : null,
  );
  return {
    names: [...names.values()],
    text: shown,
    raw: line.trim(),
    basis,
    agency: agency.find((found) => found !== null) ?? null,
  };
}
