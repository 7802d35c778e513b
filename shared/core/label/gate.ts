/**
 * A quick no: whether any of many phrases can begin at a place of a text. Promise: never a no where one does begin; about one yes in
 * thirty is wrong, and costs the look-up that a gate saves everywhere else.
 */

export type Gate = Uint32Array;

const BITS = 15;
/** Characters that are looked at; those of a shorter phrase are looked at alone. */
const SEEN = 3;

export function gateOf(phrases: Iterable<string>): Gate {
  const gate = new Uint32Array(1 << (BITS - 5));
  const short = new Set<string>();
  for (const phrase of phrases) {
    if (phrase.length >= SEEN) open(gate, keyOf(phrase, 0));
    else short.add(phrase);
  }
  return short.size === 0 ? gate : withShort(gate, short);
}

function open(gate: Gate, key: number): void {
  gate[key >>> 5] = (gate[key >>> 5] ?? 0) | (1 << (key & 31));
}

/** What follows a short phrase may be anything: such a gate stands open for all that begins with its first character. */
function withShort(gate: Gate, short: ReadonlySet<string>): Gate {
  for (const phrase of short)
    for (let tail = 0; tail < 1 << TAIL_BITS; tail += 1) open(gate, mixed(phrase.charCodeAt(0), tail));
  return gate;
}

export function mayBegin(gate: Gate, text: string, at: number): boolean {
  const key = keyOf(text, at);
  return (((gate[key >>> 5] ?? 0) >>> (key & 31)) & 1) === 1;
}

const TAIL_BITS = 10;

function keyOf(text: string, at: number): number {
  const length = text.length;
  const second = at + 1 < length ? text.charCodeAt(at + 1) : 0;
  const third = at + 2 < length ? text.charCodeAt(at + 2) : 0;
  return mixed(at < length ? text.charCodeAt(at) : 0, second * 37 + third);
}

/** Five bits of the first character above ten of the others. */
function mixed(first: number, tail: number): number {
  return ((first & 31) << TAIL_BITS) | ((tail ^ (tail >>> TAIL_BITS)) & ((1 << TAIL_BITS) - 1));
}
