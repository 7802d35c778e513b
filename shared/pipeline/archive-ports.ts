/** What the archive asks of the world. Promise: files are only ever written whole, and never changed. */
import type { Bodies, Pacing, Table } from './ports.ts';

export interface FoundFile {
  readonly name: string;
  readonly bytes: number;
}

/** The archive bucket. What is gone is null: a file may be merged into another one at any moment. */
export interface ArchiveFiles {
  /** A page of at most 1,000 names that begin so, in order, after the one given; a shorter page is the last. */
  list(prefix: string, after: string | null): Promise<readonly FoundFile[]>;
  read(name: string): Promise<Uint8Array | null>;
  /** Bytes from `start` up to, not including, `end`. */
  slice(name: string, start: number, end: number): Promise<Uint8Array | null>;
  put(name: string, bytes: Uint8Array): Promise<void>;
  remove(name: string): Promise<void>;
}

export interface LoggedChange {
  readonly articleId: string;
  /** When it was logged. */
  readonly at: string;
}

/** A page of the change log after a cursor; null: from the beginning. An empty page is the end, for now. */
export type ReadChanges = (
  cursor: string | null,
  limit: number,
) => Promise<{ readonly changes: readonly LoggedChange[]; readonly cursor: string | null }>;

export interface ArchivePorts {
  readonly table: Table;
  readonly bodies: Pick<Bodies, 'get'>;
  readonly files: ArchiveFiles;
  readonly changes: ReadChanges;
  readonly pacing: Pacing;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** True when it is time to stop: what is not done by then is done by the next run. */
export type IsLate = () => boolean;
