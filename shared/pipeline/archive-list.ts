/** The files of the archive, day by day. Promise: in order, a page of names at a time, so that memory does not grow with the archive. */
import { ARTICLES_PREFIX, dayFolder, dayOfFile } from '../core/archive/day.ts';
import { ARCHIVE_LIMITS } from '../core/archive/limits.ts';
import type { FileParts } from '../core/archive/parquet.ts';
import type { ArchiveFiles, FoundFile } from './archive-ports.ts';

export interface DayFiles {
  readonly day: string;
  readonly files: readonly FoundFile[];
}

/** `after`: the day after which to begin; null: at the first. What is no file of ours is left out. */
export async function* filesByDay(after: string | null, files: ArchiveFiles): AsyncGenerator<DayFiles> {
  let open: { day: string; files: FoundFile[] } | null = null;
  for await (const file of found(ARTICLES_PREFIX, after === null ? null : `${dayFolder(after)}~`, files)) {
    const day = dayOfFile(file.name);
    if (day === null) continue;
    if (open !== null && open.day !== day) yield open;
    if (open === null || open.day !== day) open = { day, files: [] };
    open.files.push(file);
    if (open.files.length > ARCHIVE_LIMITS.dayFiles)
      throw new Error(`${day} has over ${ARCHIVE_LIMITS.dayFiles} files`);
  }
  if (open !== null) yield open;
}

export async function filesOfDay(day: string, files: ArchiveFiles): Promise<readonly FoundFile[]> {
  const all: FoundFile[] = [];
  for await (const file of found(dayFolder(day), null, files)) {
    if (dayOfFile(file.name) !== null) all.push(file);
    if (all.length > ARCHIVE_LIMITS.dayFiles) throw new Error(`${day} has over ${ARCHIVE_LIMITS.dayFiles} files`);
  }
  return all;
}

async function* found(prefix: string, after: string | null, files: ArchiveFiles): AsyncGenerator<FoundFile> {
  let from = after;
  for (;;) {
    const page = await files.list(prefix, from);
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < ARCHIVE_LIMITS.listNames) return;
    from = last.name;
  }
}

/** A file went while it was read: another one has its rows. */
export class FileWent extends Error {
  override readonly name = 'FileWent';
}

/** Only the parts that are asked for are fetched. */
export function partsOfFile({ name, bytes }: FoundFile, files: ArchiveFiles): FileParts {
  return {
    byteLength: bytes,
    async slice(start, end = bytes) {
      const part = await files.slice(name, start, end);
      if (part === null) throw new FileWent(name);
      return new Uint8Array(part).buffer;
    },
  };
}

export async function wholeFile({ name, bytes }: FoundFile, files: ArchiveFiles): Promise<Uint8Array> {
  if (bytes > ARCHIVE_LIMITS.fileBytes)
    throw new Error(`${name} has ${bytes} bytes; at most ${ARCHIVE_LIMITS.fileBytes} are read`);
  const all = await files.read(name);
  if (all === null) throw new FileWent(name);
  return all;
}
