/** Items out, for a program or a person. In: items. Out: JSON Lines as they come, or one table at the end, on a terminal only. */
import type { Io } from '../io.ts';
import { type Column, tableLines } from './table.ts';
import { safeJson } from './visible.ts';
import { lineWriter } from './writer.ts';

export interface Output<T> {
  /** False when nobody reads any more: stop working. */
  item(item: T): Promise<boolean>;
  end(): Promise<void>;
}

export function openOutput<T>(
  columns: readonly Column[],
  row: (item: T) => readonly string[],
  options: { readonly json: boolean },
  io: Pick<Io, 'stdout' | 'stdoutIsTerminal' | 'columns'>,
): Output<T> {
  const writer = lineWriter(io.stdout);
  if (options.json || !io.stdoutIsTerminal) return { item: (item) => writer.line(safeJson(item)), end: async () => {} };
  const rows: (readonly string[])[] = [];
  return {
    async item(item) {
      rows.push(row(item));
      return true;
    },
    async end() {
      const lines = rows.length === 0 ? ['(nothing)'] : tableLines(columns, rows, io.columns);
      for (const line of lines) await writer.line(line);
    },
  };
}
