/** The archive of a deployed or local store, as people and commands reach it. In: names. Out: its files, its log, its engine. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { ArchivePorts } from '../pipeline/archive-ports.ts';
import { currentTable } from '../pipeline/current-schema.ts';
import { jitteredPacing } from '../pipeline/pacing.ts';
import { changesSince } from '../pipeline/query-changes.ts';
import type { SqlEngine } from '../pipeline/sql-engine.ts';
import { s3ArchiveFiles } from './archive-files.ts';
import { athenaEngine } from './athena.ts';
import type { AthenaNames } from './athena-requests.ts';
import { s3Bodies } from './bodies.ts';
import { dynamoClient } from './dynamo-client.ts';
import { type Environment, requireVariables } from './environment.ts';
import { type AwsPlace, clientConfig } from './place.ts';
import { s3Client } from './s3-client.ts';
import { dynamoTable } from './table.ts';

export interface ArchiveNames {
  readonly tableName: string;
  readonly bucketName: string;
  readonly archiveBucketName: string;
}

/** For a command: `purgeFromArchive`, `firstMissing` and the like. */
export function remoteArchive(names: ArchiveNames, place: AwsPlace): ArchivePorts {
  const s3 = s3Client(clientConfig(place, place.endpoints?.s3));
  const dynamo = dynamoClient(clientConfig(place, place.endpoints?.dynamodb));
  return portsOf(names, s3, dynamo);
}

export function remoteEngine(names: AthenaNames, place: AwsPlace): SqlEngine {
  return athenaEngine(clientConfig(place), names);
}

/** For the function. */
export function archivePorts(environment: Environment): ArchivePorts {
  const names = requireVariables(environment, ['TABLE_NAME', 'BUCKET_NAME', 'ARCHIVE_BUCKET_NAME']);
  return portsOf(
    { tableName: names.TABLE_NAME, bucketName: names.BUCKET_NAME, archiveBucketName: names.ARCHIVE_BUCKET_NAME },
    s3Client(FILE_PATIENCE),
    dynamoClient(),
  );
}

/** Files are larger than what the other functions read. */
const FILE_PATIENCE = {
  requestHandler: {
    connectionTimeout: 1_000,
    requestTimeout: 20_000,
    socketTimeout: 5_000,
    throwOnRequestTimeout: true,
  },
};

function portsOf(
  names: ArchiveNames,
  s3: ReturnType<typeof s3Client>,
  dynamo: ReturnType<typeof dynamoClient>,
): ArchivePorts {
  const table = currentTable(dynamoTable(dynamo, names.tableName));
  return {
    table,
    bodies: s3Bodies(s3, names.bucketName),
    files: s3ArchiveFiles(s3, names.archiveBucketName),
    changes: (cursor, limit) => changesSince(cursor, limit, { table }),
    pacing: jitteredPacing(Math.random, sleep),
    now: Date.now,
  };
}
