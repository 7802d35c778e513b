/** Data: trafilatura's own tables, which have tabs and no line of names. In: the cells of a row. Out: whether they stand where it writes them. */
import { parseWebUrl } from '../../url.ts';

export const TRAFILATURA = {
  delimiter: '\t',
  /** What it writes where it found nothing. */
  empty: 'null',
  /** Its columns in order, by the names of an article's parts; those that are none of these have none: id, fingerprint, host, comments, licence, kind. */
  names: ['url', '', '', '', 'title', '', 'published', 'text', '', '', ''],
} as const;

const URL_AT = 0;
const FINGERPRINT_AT = 2;
const DATE_AT = 6;
const TEXT_AT = 7;

export function isTrafilatura(cells: readonly string[]): boolean {
  if (cells.length !== TRAFILATURA.names.length || isEmpty(cells[TEXT_AT])) return false;
  const signs = [
    [cells[URL_AT], (cell: string) => parseWebUrl(cell) !== null],
    [cells[FINGERPRINT_AT], (cell: string) => /^[\da-f]{8,64}$/.test(cell)],
    [cells[DATE_AT], (cell: string) => /^\d{4}-\d{2}-\d{2}/.test(cell)],
  ] as const;
  const stated = signs.filter(([cell]) => !isEmpty(cell));
  return stated.length > 1 && stated.every(([cell = '', fits]) => fits(cell));
}

function isEmpty(cell: string | undefined): boolean {
  return cell === undefined || cell === '' || cell === TRAFILATURA.empty;
}
