/** The archive of the store that the user means. Out: an engine to ask, and its ports. */
import { type OpenArchive, openArchiveOf } from '../../shared/archive/open.ts';
import type { Io } from '../io.ts';
import { findStack, type StoreOptions } from '../store.ts';

export async function openArchive(options: StoreOptions, io: Pick<Io, 'cwd' | 'base'>): Promise<OpenArchive> {
  return openArchiveOf(await findStack(options, io));
}
