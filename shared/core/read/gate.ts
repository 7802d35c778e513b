/**
 * A quick no: whether any of many phrases can begin at a place of a text, by its first three characters. Promise: never a no where one does
 * begin; the few wrong yeses cost the look-up that a gate saves everywhere else.
 */

/** One bit for each three folded characters. */
export type Gate = Uint32Array;

/** Bits of one character: small letters are all told apart. */
const BITS = 5;
const CHARS = 1 << BITS;
const LAST = CHARS - 1;
/** Bits of a number in the gate. */
const CELL = 5;

export function gateOf(phrases: Iterable<string>): Gate {
  const gate = new Uint32Array(1 << (3 * BITS - CELL));
  for (const phrase of phrases) {
    const first = folded(phrase.charCodeAt(0));
    const [seconds, thirds] = [at(phrase, 1), at(phrase, 2)];
    for (const second of seconds) for (const third of thirds) open(gate, keyOf(first, second, third));
  }
  return gate;
}

/** Behind a short phrase anything may follow. */
const ANY: readonly number[] = Array.from({ length: CHARS }, (_, char) => char);

function at(phrase: string, place: number): readonly number[] {
  return place < phrase.length ? [folded(phrase.charCodeAt(place))] : ANY;
}

function open(gate: Gate, key: number): void {
  gate[key >>> CELL] = (gate[key >>> CELL] ?? 0) | (1 << (key & LAST));
}

export function mayBegin(gate: Gate, text: string, place: number): boolean {
  const length = text.length;
  const first = place < length ? folded(text.charCodeAt(place)) : 0;
  const second = place + 1 < length ? folded(text.charCodeAt(place + 1)) : 0;
  const third = place + 2 < length ? folded(text.charCodeAt(place + 2)) : 0;
  const key = keyOf(first, second, third);
  return (((gate[key >>> CELL] ?? 0) >>> (key & LAST)) & 1) === 1;
}

function keyOf(first: number, second: number, third: number): number {
  return (first << (2 * BITS)) | (second << BITS) | third;
}

function folded(code: number): number {
  return (code ^ (code >>> BITS) ^ (code >>> (2 * BITS))) & LAST;
}

/** So many plain characters decide alone what a line begins with: a mark behind them would only change the last. */
const PLAIN = 4;

/** A gate for `mayOpen`, which judges plain characters alone: phrases that begin with others would only open it wider. */
export function plainGateOf(phrases: Iterable<string>): Gate {
  return gateOf([...phrases].filter((phrase) => phrase.charCodeAt(0) < PLAIN_END));
}

const PLAIN_END = 0x80;

/** The same for a line in capitals or small letters that is not folded yet; what is not plain may begin with anything. */
export function mayOpen(gate: Gate, line: string, place: number): boolean {
  const head = line.slice(place, place + PLAIN);
  for (let one = 0; one < head.length; one += 1) if (head.charCodeAt(one) >= PLAIN_END) return true;
  return mayBegin(gate, head.toLowerCase(), 0);
}
