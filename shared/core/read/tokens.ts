/**
 * A short line as tokens. In: a line and the words that scripts without spaces run together. Out: numbers, words and single
 * signs with their places in the line. Promise: one pass, every character that is not white space belongs to one token.
 */
import { fold, numberOf } from './fold.ts';
import { KIND, kindOf } from './letters.ts';

export interface Token {
  readonly kind: 'number' | 'word' | 'sign';
  /** Folded; signs as they stand. */
  readonly key: string;
  /** Value of a number; NaN for the others. */
  readonly value: number;
  /** Digits of a number as printed, 0 for the others: `05` has two. */
  readonly digits: number;
  readonly start: number;
  readonly end: number;
  /** White space stands before it, or it opens the line. */
  readonly spaced: boolean;
  /** A word in capitals: `ET` is a zone where `et` is French. */
  readonly capitals: boolean;
}

const PIECE =
  /(\p{Nd}+)|([\p{Script=Han}々]+|\p{Script=Hangul}+|[\p{Script=Hiragana}\p{Script=Katakana}ー]+|[\p{L}\p{M}]+(?:['’]\p{L}+)?)|\S/gu;
const RUN_TOGETHER = /^[\p{Script=Han}\p{Script=Hangul}]/u;
/** The longest word of the tables that is written without spaces around it. */
const LONGEST = 8;

export function tokenize(text: string, known: ReadonlySet<string>): readonly Token[] {
  return latinTokens(text) ?? anyTokens(text, known);
}

/** Latin letters without loose marks, plain digits and common signs: for these a walk tells what the pattern would. */
const LATIN_END = 0x250;
const SIGNS_FROM = 0x2010;
const SIGNS_END = 0x2028;

/** Null when the text holds anything else. */
function latinTokens(text: string): readonly Token[] | null {
  const tokens: Token[] = [];
  let last = 0;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code >= LATIN_END && (code < SIGNS_FROM || code >= SIGNS_END)) return null;
    const kind = kindOf(code);
    if (kind === KIND.blank) {
      at += 1;
      continue;
    }
    const spaced = at > last || at === 0;
    const end = kind === KIND.letter ? wordEnd(text, at) : isDigit(code) ? digitsEnd(text, at) : at + 1;
    const piece = text.slice(at, end);
    if (isDigit(code)) tokens.push(numberToken(piece, at, spaced));
    else tokens.push(word(kind === KIND.letter ? 'word' : 'sign', piece, at, spaced));
    last = end;
    at = end;
  }
  return tokens;
}

function wordEnd(text: string, from: number): number {
  const end = lettersEnd(text, from);
  const sign = text[end];
  if (sign !== "'" && sign !== '’') return end;
  const tail = lettersEnd(text, end + 1);
  return tail > end + 1 ? tail : end;
}

function lettersEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && isLatinLetter(text.charCodeAt(end))) end += 1;
  return end;
}

function isLatinLetter(code: number): boolean {
  return code < LATIN_END && kindOf(code) === KIND.letter;
}

function digitsEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && isDigit(text.charCodeAt(end))) end += 1;
  return end;
}

function isDigit(code: number): boolean {
  return code > 0x2f && code < 0x3a;
}

function anyTokens(text: string, known: ReadonlySet<string>): readonly Token[] {
  const tokens: Token[] = [];
  let last = 0;
  for (const match of text.matchAll(PIECE)) {
    const start = match.index;
    const piece = match[0];
    const spaced = start > last || start === 0;
    last = start + piece.length;
    if (match[1] !== undefined) tokens.push(numberToken(piece, start, spaced));
    else if (match[2] === undefined) tokens.push(word('sign', piece, start, spaced));
    else if (RUN_TOGETHER.test(piece)) pushKnown(tokens, piece, start, spaced, known);
    else tokens.push(word('word', piece, start, spaced));
  }
  return tokens;
}

function numberToken(piece: string, start: number, spaced: boolean): Token {
  const value = numberOf(piece);
  return {
    kind: 'number',
    key: piece,
    value,
    digits: piece.length,
    start,
    end: start + piece.length,
    spaced,
    capitals: false,
  };
}

function word(kind: 'word' | 'sign', piece: string, start: number, spaced: boolean): Token {
  const key = kind === 'word' ? fold(piece) : piece;
  const capitals =
    kind === 'word' && !isSmall(piece.charCodeAt(0)) && piece === piece.toUpperCase() && piece !== piece.toLowerCase();
  return { kind, key, value: Number.NaN, digits: 0, start, end: start + piece.length, spaced, capitals };
}

/** A plain small letter, as most words begin. */
function isSmall(code: number): boolean {
  return code > 0x60 && code < 0x7b;
}

/** Cuts a run of Han or Hangul into known words, longest first; what is unknown stays together. */
function pushKnown(tokens: Token[], run: string, start: number, spaced: boolean, known: ReadonlySet<string>): void {
  let unknownFrom = 0;
  let at = 0;
  const flush = (until: number): void => {
    if (until > unknownFrom)
      tokens.push(word('word', run.slice(unknownFrom, until), start + unknownFrom, spaced && unknownFrom === 0));
  };
  while (at < run.length) {
    const length = knownLength(run, at, known);
    if (length === 0) {
      at += 1;
      continue;
    }
    flush(at);
    tokens.push(word('word', run.slice(at, at + length), start + at, spaced && at === 0));
    at += length;
    unknownFrom = at;
  }
  flush(run.length);
}

function knownLength(run: string, at: number, known: ReadonlySet<string>): number {
  for (let length = Math.min(LONGEST, run.length - at); length > 0; length -= 1) {
    if (known.has(fold(run.slice(at, at + length)))) return length;
  }
  return 0;
}
