/**
 * A quick no for whole lines: whether any of many phrases has this length, first and last character. Promise: never a no for a phrase of
 * the table; nearly no line of a text passes, and only those that do are looked up.
 */

/** One bit for each length, first and last character. */
export type WholeGate = Uint32Array;

const CHAR_BITS = 5;
const LENGTH_BITS = 7;
const CELL = 5;
const LAST = (1 << CELL) - 1;
/** Longer phrases share a length with shorter ones. */
const LENGTHS = (1 << LENGTH_BITS) - 1;

export function wholeGateOf(phrases: Iterable<string>): WholeGate {
  const gate = new Uint32Array(1 << (2 * CHAR_BITS + LENGTH_BITS - CELL));
  for (const phrase of phrases) {
    const key = keyOf(phrase, phrase.length);
    gate[key >>> CELL] = (gate[key >>> CELL] ?? 0) | (1 << (key & LAST));
  }
  return gate;
}

/** Of the first `length` characters of a text. */
export function mayBeWhole(gate: WholeGate, text: string, length: number): boolean {
  const key = keyOf(text, length);
  return (((gate[key >>> CELL] ?? 0) >>> (key & LAST)) & 1) === 1;
}

function keyOf(text: string, length: number): number {
  if (length === 0) return 0;
  const first = text.charCodeAt(0) & LAST;
  const last = text.charCodeAt(length - 1) & LAST;
  return ((length & LENGTHS) << (2 * CHAR_BITS)) | (first << CHAR_BITS) | last;
}
