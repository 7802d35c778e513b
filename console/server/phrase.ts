/** Articles that say a phrase, out of the archive. In: the phrase, days, an outlet. Out: the newest of them, and their number over time. Promise: the question of `wirefold search`. */

import { foldedPhrase } from '../../shared/core/archive/search-text.ts';
import { searchQuestion } from '../../shared/core/archive/sql.ts';
import type { ArticleFilter } from '../../shared/core/article-filter.ts';
import { firstMissing } from '../../shared/pipeline/archive-lag.ts';
import { outletInArchive } from '../../shared/pipeline/archive-outlets.ts';
import type { SqlValue } from '../../shared/pipeline/sql-engine.ts';
import { QuestionError } from './asked.ts';
import { bucketsOf } from './buckets.ts';
import type { ConsoleStore } from './console-store.ts';
import type { Phrase } from './shapes.ts';

/** Found articles that are shown and counted; more are better asked for by the command line. */
export const MOST_FOUND = 300;
/** Shorter ones stand in nearly every article. */
const FEWEST_CHARS = 2;

export async function phrase(
  wanted: string,
  { from, to, outlet }: Pick<ArticleFilter, 'from' | 'to' | 'outlet'>,
  { archive }: Pick<ConsoleStore, 'archive'>,
): Promise<Phrase> {
  if (archive === undefined) throw new QuestionError('This store has no archive, in which phrases are looked for.');
  if (foldedPhrase(wanted).length < FEWEST_CHARS)
    throw new QuestionError(`A phrase has at least ${FEWEST_CHARS} characters.`);
  const { engine, ports } = await archive().catch((cause: unknown) => {
    throw new QuestionError(cause instanceof Error ? cause.message : String(cause), { cause });
  });
  const found = outlet === null ? null : await outletInArchive(outlet, { from, to }, engine);
  const asked = { phrase: wanted, from, to, outlet: found?.spellings ?? null, limit: MOST_FOUND + 1 };
  const [{ columns, rows, more }, missing] = await Promise.all([
    engine.ask(searchQuestion(asked), MOST_FOUND),
    firstMissing(ports),
  ]);
  const items = rows.map((row) => itemOf((name) => textOf(row[columns.indexOf(name)])));
  const counted = { ...bucketsOf(items.map(({ at }) => at)), total: items.length, complete: true, cut: more };
  return { items, more, chart: counted, behind: missing?.at ?? null };
}

function itemOf(cell: (name: string) => string | null): Phrase['items'][number] {
  return {
    ...{ id: cell('id'), key: cell('url') ?? '', headline: cell('headline'), publisher: cell('publisher') },
    ...{ at: cell('sort_utc') ?? '', passage: cell('passage') ?? '' },
    ...{ dateStatus: null, copy: null, version: null, language: null, held: null, code: null, message: null },
  };
}

function textOf(value: SqlValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
