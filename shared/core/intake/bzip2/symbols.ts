/**
 * The coded half of a block in, its bytes in the order of the sorted block out, with how often each occurs. Promise: no more than the block
 * may hold; the table that a place is read by is that which the block names for it.
 */
import { type Bits, damaged } from './bits.ts';
import { codeReader, type ReadSymbol, readLengths } from './codes.ts';

/** Symbols that are read by one table, before the next is named. */
const GROUP = 50;
/** A run of one byte is written as its length in digits 1 and 2, which these two symbols are. */
const RUN_SYMBOLS = 2;

export interface Sorted {
  readonly length: number;
  readonly counts: Int32Array;
}

/** `sorted`: where the bytes are put; its length is the most that a block holds. */
export function readSorted(bits: Bits, sorted: Uint32Array): Sorted {
  const front = usedBytes(bits);
  const end = front.length + 1;
  const readers = tables(bits, end + 1);
  const counts = new Int32Array(256);
  let [length, run, digit] = [0, 0, 1];
  const put = (value: number, times: number) => {
    if (length + times > sorted.length) throw damaged();
    sorted.fill(value, length, length + times);
    counts[value] = (counts[value] ?? 0) + times;
    length += times;
  };
  const endRun = () => {
    if (run > 0) put(front[0] ?? 0, run);
    [run, digit] = [0, 1];
  };
  for (let at = 0; ; at += 1) {
    const symbol = readers(at)(bits);
    if (symbol < RUN_SYMBOLS) {
      run += digit << symbol;
      digit *= 2;
      if (run > sorted.length) throw damaged();
      continue;
    }
    endRun();
    if (symbol === end) return { length, counts };
    put(toFront(front, symbol - 1), 1);
  }
}

/** Moves a byte to the front of the list of bytes, and says which it is. */
function toFront(front: Uint8Array, place: number): number {
  const value = front[place] ?? 0;
  front.copyWithin(1, 0, place);
  front[0] = value;
  return value;
}

function usedBytes(bits: Bits): Uint8Array {
  const rows = bits.read(16);
  const used: number[] = [];
  for (let row = 0; row < 16; row += 1) {
    const marks = ((rows >> (15 - row)) & 1) === 1 ? bits.read(16) : 0;
    for (let column = 0; column < 16; column += 1)
      if (((marks >> (15 - column)) & 1) === 1) used.push(row * 16 + column);
  }
  if (used.length === 0) throw damaged();
  return Uint8Array.from(used);
}

/** The table for each place in the block. */
function tables(bits: Bits, symbols: number): (at: number) => ReadSymbol {
  const count = bits.read(3);
  const groups = bits.read(15);
  if (count < 2 || count > 6 || groups === 0) throw damaged();
  const order = Uint8Array.from({ length: count }, (_, at) => at);
  const chosen = Uint8Array.from({ length: groups }, () => toFront(order, unary(bits, count)));
  const readers = Array.from({ length: count }, () => codeReader(readLengths(bits, symbols)));
  return (at) => {
    const reader = readers[chosen[Math.floor(at / GROUP)] ?? count];
    if (reader === undefined) throw damaged();
    return reader;
  };
}

function unary(bits: Bits, below: number): number {
  let value = 0;
  while (bits.read(1) === 1) {
    value += 1;
    if (value >= below) throw damaged();
  }
  return value;
}
