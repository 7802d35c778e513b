/** Lengths of codes in, a reader of symbols out: the codes are those that the lengths alone determine (Huffman's, in their canonical form). */
import { type Bits, damaged } from './bits.ts';

const LONGEST = 20;
/** Codes up to this length, nearly all, are looked up at once. */
const SHORT = 10;

export type ReadSymbol = (bits: Bits) => number;

/** `lengths`: of the code of each symbol, 1 to 20 bits. */
export function codeReader(lengths: readonly number[]): ReadSymbol {
  const counts = new Int32Array(LONGEST + 1);
  for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1;
  const symbols = lengths
    .map((length, symbol) => ({ length, symbol }))
    .toSorted((a, b) => a.length - b.length || a.symbol - b.symbol)
    .map(({ symbol }) => symbol);
  const short = shortCodes(lengths, symbols);
  return (bits) => {
    const known = short[bits.peek(SHORT)] ?? 0;
    if (known === 0) return longCode(bits, counts, symbols);
    bits.skip(known & LENGTH_MASK);
    return known >>> LENGTH_BITS;
  };
}

const LENGTH_BITS = 5;
const LENGTH_MASK = 31;

/** By the next bits: symbol and length of the code that they begin with; 0 where it is longer. */
function shortCodes(lengths: readonly number[], symbols: readonly number[]): Uint16Array {
  const table = new Uint16Array(1 << SHORT);
  let at = 0;
  for (const symbol of symbols) {
    const length = lengths[symbol] ?? 0;
    if (length > SHORT || at >= table.length) break;
    const end = at + (1 << (SHORT - length));
    table.fill((symbol << LENGTH_BITS) | length, at, end);
    at = end;
  }
  return table;
}

function longCode(bits: Bits, counts: Int32Array, symbols: readonly number[]): number {
  let [code, first, before] = [0, 0, 0];
  for (let length = 1; length <= LONGEST; length += 1) {
    code = (code << 1) | bits.read(1);
    first <<= 1;
    const count = counts[length] ?? 0;
    if (code - first < count) {
      const symbol = symbols[before + code - first];
      if (symbol === undefined) break;
      return symbol;
    }
    first += count;
    before += count;
  }
  throw damaged();
}

/** How the lengths of one table are written: the first, then the steps from each to the next. */
export function readLengths(bits: Bits, count: number): readonly number[] {
  let length = bits.read(5);
  return Array.from({ length: count }, () => {
    for (;;) {
      if (length < 1 || length > LONGEST) throw damaged();
      if (bits.read(1) === 0) return length;
      length += bits.read(1) === 0 ? 1 : -1;
    }
  });
}
