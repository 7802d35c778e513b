/** CSV (RFC 4180, UTF-8, without a mark at its beginning): a header, then one article a row. */

import { csvCell } from './csv-cell.ts';
import { CSV_COLUMNS } from './csv-columns.ts';
import type { ExportFormat } from './format.ts';

export const CSV: ExportFormat = {
  mediaType: 'text/csv',
  extension: 'csv',
  begin: () => row(CSV_COLUMNS.map(([name]) => name)),
  item: (record) => row(CSV_COLUMNS.map(([, value]) => String(value(record) ?? ''))),
  between: '',
  end: '',
};

function row(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}
