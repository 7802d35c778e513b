/** What the lines next to a block look like. Facts come in, columns go out. */
import { type Columns, column } from '../columns.ts';
import type { Facts } from '../facts.ts';
import { SHAPES } from './shape.ts';

const OFFSETS = [-2, -1, 1, 2];
const REACH = 6;
const BESIDE: ReadonlySet<string> = new Set([
  'ending.stop',
  'ending.colon',
  'capitalised',
  'digits',
  'ending.year',
  'ending.clock',
  'separators',
  'symbols',
  'sentences',
]);

export function besideColumns(columns: Columns, facts: Facts): void {
  const { size, repeats } = facts;
  for (const [name, value] of SHAPES) {
    if (!BESIDE.has(name)) continue;
    for (const offset of OFFSETS) {
      column(columns, `${name}.at${offset}`, size, (i) => (i + offset in facts.blocks ? value(facts, i + offset) : -1));
    }
  }
  for (const offset of OFFSETS) column(columns, `repeat.count.at${offset}`, size, (i) => repeats[i + offset] ?? -1);
  column(columns, 'repeat.before', size, (i) => many(repeats, i - REACH, i));
  column(columns, 'repeat.after', size, (i) => many(repeats, i + 1, i + 1 + REACH));
}

/** Lines in this range that stand elsewhere in the page too: `Reply`, `Share`, `Read more`. */
function many(repeats: Float32Array, from: number, to: number): number {
  let count = 0;
  for (let i = Math.max(0, from); i < Math.min(repeats.length, to); i += 1) if ((repeats[i] ?? 0) > 1) count += 1;
  return count;
}
