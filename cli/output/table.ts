/** Rows for a person. In: columns and rows of raw text. Out: aligned lines that fit the terminal. Promise: one line a row, safe to print. */

import { visible } from './visible.ts';
import { displayWidth, padded, shortened, shortenedStart } from './width.ts';

export interface Column {
  readonly title: string;
  /** Widest that the column may be. */
  readonly max: number;
  /** Takes the room that the others leave; one column should. */
  readonly flexible?: boolean;
  /** The end says more than the beginning, as in paths. */
  readonly keepEnd?: boolean;
}

const GAP = '  ';
/** A flexible column is never squeezed below this, on the narrowest terminal. */
const FLEXIBLE_MIN = 20;

/** First line is the header. */
export function tableLines(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  total: number,
): readonly string[] {
  const cells = [columns.map((column) => column.title), ...rows.map((row) => row.map(visible))];
  const natural = columns.map((column, at) => {
    const widest = cells.reduce((most, row) => Math.max(most, displayWidth(row[at] ?? '')), 0);
    return Math.min(column.max, widest);
  });
  const widths = squeezed(columns, natural, total);
  return cells.map((row) =>
    widths
      .map((width, at) => padded(cut(columns[at], row[at] ?? '', width), width))
      .join(GAP)
      .trimEnd(),
  );
}

/** Flexible columns give up what is too much, each in proportion to what it can spare. */
function squeezed(columns: readonly Column[], natural: readonly number[], total: number): readonly number[] {
  const used = natural.reduce((sum, width) => sum + width, 0) + GAP.length * (natural.length - 1);
  const over = Math.max(0, used - total);
  const spare = natural.map((width, at) => (columns[at]?.flexible === true ? Math.max(0, width - FLEXIBLE_MIN) : 0));
  const allSpare = Math.max(
    1,
    spare.reduce((sum, width) => sum + width, 0),
  );
  return natural.map((width, at) => {
    const own = spare[at] ?? 0;
    return width - Math.min(own, Math.ceil((over * own) / allSpare));
  });
}

function cut(column: Column | undefined, text: string, width: number): string {
  return column?.keepEnd === true ? shortenedStart(text, width) : shortened(text, width);
}
