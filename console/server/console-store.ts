/** What the console reaches: the store through the same ports as the command line, and the archive where somebody opens one. */
import type { RemoteStore } from '../../shared/aws/store.ts';
import type { ArchivePorts } from '../../shared/pipeline/archive-ports.ts';
import type { QueryPorts } from '../../shared/pipeline/query.ts';
import type { SqlEngine } from '../../shared/pipeline/sql-engine.ts';

export interface ConsoleArchive {
  readonly engine: SqlEngine;
  readonly ports: Pick<ArchivePorts, 'table' | 'changes'>;
}

export type ConsoleStore = Pick<RemoteStore, 'objects' | 'upload'> & {
  readonly query: QueryPorts;
  /** Throws, in words, where there is none; each call brings it up to date. Not given: no archive. */
  readonly archive?: () => Promise<ConsoleArchive>;
  /** What went wrong with it, for a person; not given: the error's own message. */
  readonly inWords?: (error: unknown) => string;
  /** How a command reaches the same store: `--store aws:Wirefold`; not given: without an option. */
  readonly place?: string;
};
