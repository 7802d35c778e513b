/** What the lines next to a block look like. Columns of the block's own shape come in, the same of its neighbours go out. */
import { column, type Columns } from '../columns.ts';

const SHAPES = ['ending.stop', 'ending.colon', 'capitalised', 'digits', 'ending.year', 'ending.clock', 'repeat.count', 'separators', 'symbols', 'sentences'];
const OFFSETS = [-2, -1, 1, 2];
const REACH = 6;

export function besideColumns(own: Columns, size: number): Columns {
  const columns: Columns = new Map();
  for (const name of SHAPES) {
    const values = own.get(name) ?? new Float32Array(size);
    for (const offset of OFFSETS) column(columns, `${name}.at${offset}`, size, (i) => values[i + offset] ?? -1);
  }
  const repeats = own.get('repeat.count') ?? new Float32Array(size);
  column(columns, 'repeat.before', size, (i) => many(repeats, i - REACH, i));
  column(columns, 'repeat.after', size, (i) => many(repeats, i + 1, i + 1 + REACH));
  return columns;
}

/** Lines in this range that stand elsewhere in the page too: `Reply`, `Share`, `Read more`. */
function many(repeats: Float32Array, from: number, to: number): number {
  let count = 0;
  for (let i = Math.max(0, from); i < Math.min(repeats.length, to); i += 1) if ((repeats[i] ?? 0) > 1) count += 1;
  return count;
}
