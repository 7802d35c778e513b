/**
 * The seam for take-downs: removes every row of an article from the archive. In: its id, once its head says that it is gone. Out:
 * what was written anew. Promise: no word of it is left in any file, also when a run of the archive had already read the article
 * and writes it afterwards: the take-down is noted, and done again by a later run.
 */
import { z } from 'zod';
import { PURGES_PK, purgeKey } from '../core/archive/keys.ts';
import { ARCHIVE_LIMITS } from '../core/archive/limits.ts';
import { readIds, readRows } from '../core/archive/parquet.ts';
import { type ArchiveRow, goneRow } from '../core/archive/row.ts';
import { headKey } from '../core/keys.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import { writeFile } from './archive-batch.ts';
import { daysOf } from './archive-days.ts';
import { FileWent, filesOfDay, partsOfFile, wholeFile } from './archive-list.ts';
import type { ArchivePorts, FoundFile } from './archive-ports.ts';
import { generationOf } from './derive.ts';

type Ports = Pick<ArchivePorts, 'table' | 'files' | 'now'>;

const Purge = z.object({ articleId: z.string(), gen: z.number(), done: z.boolean() });

export interface PurgeReport {
  /** Files that held the article, by their old names. */
  readonly files: readonly string[];
}

/** Rows of later generations stay: somebody has brought the article back. */
export async function purgeFromArchive(articleId: string, ports: Ports): Promise<PurgeReport> {
  const gen = generationOf(await ports.table.get(headKey(articleId))) ?? 0;
  const key = purgeKey(new Date(ports.now()).toISOString(), articleId);
  await ports.table.put({ ...key, articleId, gen, done: false }, null);
  return purge(articleId, gen, ports);
}

/** What was taken down a while ago, once more: a run that had read the article by then has ended. Gives how many. */
export async function purgeAgain(ports: Ports): Promise<number> {
  const instant = (ago: number) => new Date(ports.now() - ago).toISOString();
  const due = `${instant(ARCHIVE_LIMITS.purgeAgainMs)}`;
  let after: string | null = instant(ARCHIVE_LIMITS.purgeLookMs);
  let count = 0;
  for (;;) {
    const limit = STORE_LIMITS.listItems;
    const page = await ports.table.query({ pk: PURGES_PK, prefix: '', after, newestFirst: false, limit });
    for (const item of page) {
      const { articleId, gen, done } = Purge.parse(item);
      if (done || item.sk >= due) continue;
      await purge(articleId, gen, ports);
      await ports.table.put({ ...item, done: true }, null);
      count += 1;
    }
    after = page.at(-1)?.sk ?? null;
    if (after === null || page.length < limit) return count;
  }
}

async function purge(articleId: string, gen: number, ports: Ports): Promise<PurgeReport> {
  const purged: string[] = [];
  for (const day of await daysOf(articleId, ports)) purged.push(...(await purgeDay(day, articleId, gen, ports)));
  return { files: purged };
}

async function purgeDay(day: string, articleId: string, gen: number, { files }: Ports): Promise<readonly string[]> {
  const purged: string[] = [];
  for (let listing = 1; listing <= ARCHIVE_LIMITS.listings; listing += 1) {
    try {
      for (const file of await filesOfDay(day, files)) {
        const ids = await readIds(partsOfFile(file, files));
        if (ids.includes(articleId) && (await purgeFile(day, file, articleId, gen, files))) purged.push(file.name);
      }
      return purged;
    } catch (error) {
      // Its rows are in another file now, which may have been passed already.
      if (!(error instanceof FileWent)) throw error;
    }
  }
  throw new Error(`The files of ${day} went as fast as they were read. Try again.`);
}

/** False when the file holds nothing to remove. */
async function purgeFile(
  day: string,
  file: FoundFile,
  articleId: string,
  gen: number,
  files: ArchivePorts['files'],
): Promise<boolean> {
  const rows = await readRows(await wholeFile(file, files));
  const told = (row: ArchiveRow) => row.id === articleId && row.gen <= gen && !row.gone;
  if (!rows.some(told)) return false;
  const kept = rows.filter((row) => row.id !== articleId || row.gen > gen);
  // Hides what a late writer may still bring, until that is removed too.
  const hidden = kept.some((row) => row.id === articleId) ? [] : [goneRow(articleId, gen)];
  await writeFile(day, [...kept, ...hidden], files);
  await files.remove(file.name);
  return true;
}
