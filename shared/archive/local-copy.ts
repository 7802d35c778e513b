/**
 * Files of a bucket in, the same files in a folder out. Promise: the folder holds what the bucket holds now and nothing else, so
 * what was taken down is gone here too; a file that is there is not fetched again, since files never change.
 */
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { ARTICLES_PREFIX, dayOfFile } from '../core/archive/day.ts';
import { ARCHIVE_LIMITS } from '../core/archive/limits.ts';
import { inChunks } from '../core/in-chunks.ts';
import type { ArchiveFiles } from '../pipeline/archive-ports.ts';

/** Files fetched at the same time. */
const AT_ONCE = 8;

/** False when there are no files at all. */
export async function copyArchive(files: ArchiveFiles, folder: string): Promise<boolean> {
  await mkdir(folder, { recursive: true });
  const wanted = new Set<string>();
  for (let after: string | null = null; ; ) {
    const page = await files.list(ARTICLES_PREFIX, after);
    for (const { name } of page) if (dayOfFile(name) !== null) wanted.add(name);
    after = page.at(-1)?.name ?? null;
    if (after === null || page.length < ARCHIVE_LIMITS.listNames) break;
  }
  const present = new Set(await presentIn(folder));
  await Promise.all(
    [...present].filter((name) => !wanted.has(name)).map((name) => rm(join(folder, name), { force: true })),
  );
  const missing = [...wanted].filter((name) => !present.has(name));
  for (const chunk of inChunks(missing, AT_ONCE))
    await Promise.all(chunk.map((name) => fetchFile(name, files, folder)));
  return (await presentIn(folder)).some((name) => dayOfFile(name) !== null);
}

/** Where the local run's archive is copied to, so that DuckDB can read it. */
export function archiveCopyIn(stateFolder: string): string {
  return join(stateFolder, 'archive');
}

export async function dropArchiveCopy(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

async function presentIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

/** Under another name first: a copy that is cut short must not pass for the file. */
async function fetchFile(name: string, files: ArchiveFiles, folder: string): Promise<void> {
  const bytes = await files.read(name);
  // Merged into another one meanwhile: the next copy will have that.
  if (bytes === null) return;
  const place = join(folder, name);
  await mkdir(dirname(place), { recursive: true });
  const half = `${place}.${process.pid}.part`;
  await writeFile(half, bytes);
  await rename(half, place);
}
