/** The archive of a store. In: a stack. Out: an engine to ask, and its ports. Promise: what is missing is said in words. */
import { z } from 'zod';
import { remoteArchive, remoteEngine } from '../aws/archive-store.ts';
import type { StackFacts } from '../aws/stack-facts.ts';
import type { ArchivePorts } from '../pipeline/archive-ports.ts';
import type { SqlEngine } from '../pipeline/sql-engine.ts';
import { ArchiveError } from './archive-error.ts';
import { duckDbEngine } from './duckdb.ts';
import { archiveCopyIn, copyArchive } from './local-copy.ts';

export interface OpenArchive {
  readonly engine: SqlEngine;
  readonly ports: ArchivePorts;
}

const Outputs = z.object({
  TableName: z.string(),
  BucketName: z.string(),
  ArchiveBucketName: z.string(),
  ArchiveWorkgroupName: z.string(),
  ArchiveDatabaseName: z.string(),
});

/** Throws `ArchiveError` where there is none, or nothing to ask it with. */
export async function openArchiveOf(stack: StackFacts): Promise<OpenArchive> {
  const { place, stateFolder } = stack;
  const { names, ports } = archivePortsOf(stack);
  const { ArchiveWorkgroupName, ArchiveDatabaseName } = names;
  if (stateFolder === null) {
    return { engine: remoteEngine({ workgroup: ArchiveWorkgroupName, database: ArchiveDatabaseName }, place), ports };
  }
  const folder = archiveCopyIn(stateFolder);
  const hasFiles = await copyArchive(ports.files, folder);
  return { engine: await duckDbEngine(folder, hasFiles), ports };
}

export function archivePortsOf({ outputs, place }: Pick<StackFacts, 'outputs' | 'place'>) {
  const names = Outputs.safeParse(outputs);
  if (!names.success)
    throw new ArchiveError(
      'archive.none',
      'This stack has no archive. Deploy it with one: npx cdk deploy -c archive=true',
    );
  const { TableName, BucketName, ArchiveBucketName } = names.data;
  const named = { tableName: TableName, bucketName: BucketName, archiveBucketName: ArchiveBucketName };
  return { names: names.data, ports: remoteArchive(named, place) };
}
