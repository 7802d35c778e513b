/** How often the lines next to a block stand in the page. Facts come in, columns go out. */
import { type Columns, givenColumn, shiftedColumn } from '../columns.ts';
import type { Facts } from '../facts.ts';

const OFFSETS = [-2, -1, 1, 2];
const REACH = 6;
/** Beyond the page. */
const NO_LINE = -1;

export function besideColumns(columns: Columns, { size, repeats }: Facts): void {
  for (const offset of OFFSETS) shiftedColumn(columns, `repeat.count.at${offset}`, repeats, offset, NO_LINE);
  // Lines around that stand elsewhere in the page too: `Reply`, `Share`, `Read more`.
  const upTo = new Uint32Array(size + 1);
  for (let i = 0; i < size; i += 1) upTo[i + 1] = (upTo[i] ?? 0) + ((repeats[i] ?? 0) > 1 ? 1 : 0);
  const before = new Float32Array(size);
  const after = new Float32Array(size);
  for (let i = 0; i < size; i += 1) {
    before[i] = (upTo[i] ?? 0) - (upTo[Math.max(0, i - REACH)] ?? 0);
    after[i] = (upTo[Math.min(size, i + 1 + REACH)] ?? 0) - (upTo[i + 1] ?? 0);
  }
  givenColumn(columns, 'repeat.before', before);
  givenColumn(columns, 'repeat.after', after);
}
