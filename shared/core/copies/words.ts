/**
 * Paragraphs come in, the hashes of their words go out in order, each with its kind.
 * Promise: one pass, no strings made; in scripts without blanks every character is a word, hashed with the one before it.
 */
import { COPIES_LIMITS } from './copies-limits.ts';
import { foldOf, longFoldOf, TRAIT, traitOf } from './letters.ts';
import { joined, mixed } from './mixing.ts';

/** A numeral is a character of a figure in a script without blanks: `二十四度`. */
export const KIND = { word: 0, number: 1, name: 2, character: 3, numeral: 4 } as const;

export interface Words {
  readonly size: number;
  /** 32 bits each; only the first `size` count. */
  readonly hashes: Uint32Array;
  readonly kinds: Uint8Array;
}

interface Reading {
  readonly hashes: Uint32Array;
  readonly kinds: Uint8Array;
  size: number;
  hash: number;
  /** Kind of the word that is being read; -1 between words. */
  kind: number;
  opensSentence: boolean;
  lastCharacter: number;
}

const BETWEEN = -1;
const START = 0x811c9dc5;
const PRIME = 0x01000193;
const NO_CHARACTER = 0;
const NUMERALS = new Set([...'〇零一二三四五六七八九十百千万萬億亿兆两兩'].map((letter) => letter.charCodeAt(0)));

export function isFigure(kind: number | undefined): boolean {
  return kind === KIND.number || kind === KIND.numeral;
}

export function wordsOf(paragraphs: readonly string[]): Words {
  const chars = paragraphs.reduce((sum, text) => sum + text.length, 0);
  const room = Math.min(chars, COPIES_LIMITS.words);
  const reading: Reading = {
    hashes: new Uint32Array(room),
    kinds: new Uint8Array(room),
    size: 0,
    hash: START,
    kind: BETWEEN,
    opensSentence: true,
    lastCharacter: NO_CHARACTER,
  };
  for (const text of paragraphs) {
    reading.opensSentence = true;
    readParagraph(reading, text, room);
    endWord(reading);
    reading.lastCharacter = NO_CHARACTER;
  }
  return { size: reading.size, hashes: reading.hashes, kinds: reading.kinds };
}

function readParagraph(reading: Reading, text: string, room: number): void {
  for (let i = 0; i < text.length && reading.size < room; i += 1) {
    const unit = text.charCodeAt(i);
    const trait = traitOf(unit);
    if (trait === TRAIT.letter || trait === TRAIT.capital || trait === TRAIT.digit) addLetter(reading, unit, trait);
    else if (trait === TRAIT.separator) {
      if (isPointInNumber(reading, text, i, unit)) continue;
      endWord(reading);
      reading.lastCharacter = NO_CHARACTER;
      if (opensAfter(unit)) reading.opensSentence = true;
    } else if (trait === TRAIT.character) addCharacter(reading, unit);
  }
}

function addLetter(reading: Reading, unit: number, trait: number): void {
  if (reading.kind === BETWEEN) {
    if (trait === TRAIT.digit) reading.kind = KIND.number;
    else reading.kind = trait === TRAIT.capital && !reading.opensSentence ? KIND.name : KIND.word;
  } else if (trait === TRAIT.digit) reading.kind = KIND.number;
  const folded = foldOf(unit);
  if (folded !== 0) {
    reading.hash = Math.imul(reading.hash ^ folded, PRIME);
    return;
  }
  const letters = longFoldOf(unit);
  for (let i = 0; i < letters.length; i += 1) reading.hash = Math.imul(reading.hash ^ letters.charCodeAt(i), PRIME);
}

function addCharacter(reading: Reading, unit: number): void {
  endWord(reading);
  const at = reading.size;
  if (at >= reading.hashes.length) return;
  reading.hashes[at] = mixed(joined(reading.lastCharacter, unit));
  reading.kinds[at] = NUMERALS.has(unit) ? KIND.numeral : KIND.character;
  reading.size = at + 1;
  reading.lastCharacter = unit;
}

function endWord(reading: Reading): void {
  if (reading.kind === BETWEEN) return;
  const at = reading.size;
  if (at < reading.hashes.length) {
    reading.hashes[at] = mixed(reading.hash);
    reading.kinds[at] = reading.kind;
    reading.size = at + 1;
  }
  reading.hash = START;
  reading.kind = BETWEEN;
  reading.opensSentence = false;
}

/** `1,234.5` is one number. */
function isPointInNumber(reading: Reading, text: string, i: number, unit: number): boolean {
  if (reading.kind !== KIND.number || (unit !== 0x2e && unit !== 0x2c)) return false;
  const next = text.charCodeAt(i + 1);
  return next >= 0x30 && next <= 0x39;
}

/** After these a capital says nothing: stops, colons, quotation marks, dashes of dialogue. */
const OPENERS = new Set([...'.!?:;…"“”„«»‹›。！？：؟۔।—–'].map((letter) => letter.charCodeAt(0)));

function opensAfter(unit: number): boolean {
  return unit !== 0x20 && OPENERS.has(unit);
}
