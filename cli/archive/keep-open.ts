/**
 * An archive that is asked again and again, for the console. In: a stack. Out: a way to it. Promise: opened with the first question;
 * each question sees the files that are there now, a few seconds late at most.
 */

import { duckDbEngine } from '../../shared/archive/duckdb.ts';
import { archiveCopyIn, copyArchive } from '../../shared/archive/local-copy.ts';
import { archivePortsOf, type OpenArchive, openArchiveOf } from '../../shared/archive/open.ts';
import type { StackFacts } from '../../shared/aws/stack-facts.ts';

/** The local run writes its archive every minute: looking more often than this finds nothing new. */
const FRESH_MS = 5_000;

export function keepArchiveOpen(stack: StackFacts): () => Promise<OpenArchive> {
  const { stateFolder } = stack;
  if (stateFolder === null) {
    let remote: Promise<OpenArchive> | null = null;
    return () => {
      remote ??= openArchiveOf(stack);
      return remote;
    };
  }
  const open = localArchive(stack, archiveCopyIn(stateFolder));
  let last: { readonly at: number; readonly archive: Promise<OpenArchive> } | null = null;
  return () => {
    const fresh = last !== null && Date.now() - last.at < FRESH_MS ? last : { at: Date.now(), archive: open() };
    last = fresh;
    fresh.archive.catch(() => {
      last = null;
    });
    return fresh.archive;
  };
}

/** An archive that had no files is a table without rows: with its first file it is opened anew. */
function localArchive(stack: StackFacts, folder: string): () => Promise<OpenArchive> {
  let opened: { readonly hadFiles: boolean; readonly archive: OpenArchive } | null = null;
  return async () => {
    const { ports } = archivePortsOf(stack);
    const hasFiles = await copyArchive(ports.files, folder);
    if (opened?.hadFiles !== hasFiles) {
      opened?.archive.engine.close();
      opened = { hadFiles: hasFiles, archive: { engine: await duckDbEngine(folder, hasFiles), ports } };
    }
    return opened.archive;
  };
}
