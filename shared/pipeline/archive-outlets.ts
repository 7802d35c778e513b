/**
 * How an outlet is spelled in the archive. In: its name or host name, days. Out: the spellings that lists take for the same outlet.
 * Promise: one rule of what is the same for the table and the archive; SQL has none that both engines share.
 */
import { type OutletSpellings, outletsQuestion } from '../core/archive/sql.ts';
import type { DayRange } from '../core/day-range.ts';
import { outletKey } from '../core/list-names.ts';
import { type SqlEngine, SqlError } from './sql-engine.ts';

/** Pairs of a name and a site: more than there are outlets in any archive that one person asks by hand. */
const MOST_OUTLETS = 50_000;

export interface FoundOutlet {
  readonly spellings: OutletSpellings;
  /** Null when nobody bills it. */
  readonly scannedBytes: number | null;
}

/** Reads two narrow columns. Throws `SqlError` when these days have too many outlets to compare. */
export async function outletInArchive(
  nameOrHost: string,
  days: DayRange,
  engine: Pick<SqlEngine, 'ask'>,
): Promise<FoundOutlet> {
  const { rows, more, scannedBytes } = await engine.ask(outletsQuestion(days), MOST_OUTLETS);
  if (more) throw new SqlError(`These days have more than ${MOST_OUTLETS} outlets: name fewer with --from and --to.`);
  const wanted = outletKey(nameOrHost);
  const same = (column: number) => {
    const names = rows.flatMap((row) => (typeof row[column] === 'string' ? [row[column]] : []));
    return [...new Set(names)].filter((name) => outletKey(name) === wanted);
  };
  return { spellings: { publishers: same(0), domains: same(1) }, scannedBytes };
}
