/** The neighbourhood of a block. A mass by block (words of prose, or what an earlier model took for body) comes in, columns go out. */
import { type Columns, column, givenColumn, log, ratio, shiftedColumn } from '../columns.ts';
import type { Facts } from '../facts.ts';
import { bestSegment } from '../segment.ts';

const WINDOWS = [2, 5, 12];
const NEIGHBOURS = [-3, -2, -1, 1, 2, 3];
/** What a block without mass costs a segment: the low price bridges lists and captions, the high one breaks at them. */
const PRICES = [4, 12];
/** Beyond the page there are fewer words than in an empty line. */
const NO_LINE = log(-1);

export function aroundColumns(columns: Columns, facts: Facts, mass: Float32Array, prefix: string): void {
  const { size, words } = facts;
  const massLogs = mass.map(log);
  const wordLogs = words.map(log);
  for (const offset of NEIGHBOURS) {
    shiftedColumn(columns, `${prefix}.at${offset}`, massLogs, offset, NO_LINE);
    if (prefix === 'prose') shiftedColumn(columns, `words.at${offset}`, wordLogs, offset, NO_LINE);
  }
  const massBefore = runningSum(mass);
  const wordsBefore = runningSum(words);
  const between = (sums: Float64Array, from: number, to: number) =>
    (sums[Math.min(size, to)] ?? 0) - (sums[Math.max(0, from)] ?? 0);
  for (const reach of WINDOWS) {
    column(columns, `${prefix}.before${reach}`, size, (i) => log(between(massBefore, i - reach, i)));
    column(columns, `${prefix}.after${reach}`, size, (i) => log(between(massBefore, i + 1, i + 1 + reach)));
    column(columns, `${prefix}.density${reach}`, size, (i) =>
      ratio(between(massBefore, i - reach, i + 1 + reach), between(wordsBefore, i - reach, i + 1 + reach)),
    );
  }
  const whole = massBefore[size] ?? 0;
  column(columns, `${prefix}.massBefore`, size, (i) => ratio(massBefore[i] ?? 0, whole));
  column(columns, `${prefix}.massAfter`, size, (i) => ratio(whole - (massBefore[i + 1] ?? 0), whole));
  gapColumns(facts, mass, prefix, columns);
  for (const price of PRICES) segmentColumns(facts, mass, price, `${prefix}.segment${price}`, columns);
}

function runningSum(values: Float32Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let i = 0; i < values.length; i += 1) sums[i + 1] = (sums[i] ?? 0) + (values[i] ?? 0);
  return sums;
}

/** Blocks since the last one with mass, and until the next. */
function gapColumns(facts: Facts, mass: Float32Array, prefix: string, columns: Columns): void {
  const { size } = facts;
  let since = size;
  column(columns, `${prefix}.since`, size, (i) => {
    const value = log(since);
    since = (mass[i] ?? 0) > 0 ? 0 : since + 1;
    return value;
  });
  const until = new Float32Array(size);
  let next = size;
  for (let i = size - 1; i >= 0; i -= 1) {
    until[i] = log(next);
    next = (mass[i] ?? 0) > 0 ? 0 : next + 1;
  }
  givenColumn(columns, `${prefix}.until`, until);
}

function segmentColumns(facts: Facts, mass: Float32Array, price: number, name: string, columns: Columns): void {
  const { size, words } = facts;
  const gain = mass.map((value, i) => value - price - 0.5 * Math.max(0, (words[i] ?? 0) - value));
  const { from, to } = bestSegment(gain);
  column(columns, `${name}.place`, size, (i) => {
    if (i < from) return -log(from - i);
    return i >= to ? 1 + log(i - to + 1) : ratio(i - from, to - from);
  });
  column(columns, `${name}.inside`, size, (i) => (i >= from && i < to ? 1 : 0));
  column(columns, `${name}.toEnd`, size, (i) => log(to - i));
}
