/** What `purge` reaches. In: its environment. Out: ports. Promise: throws at start, naming it, when a variable is missing. */
import { currentTable } from '../pipeline/current-schema.ts';
import type { PurgePorts } from '../pipeline/purge-object.ts';
import { dynamoClient } from './dynamo-client.ts';
import { type Environment, requireVariables } from './environment.ts';
import { s3Client } from './s3-client.ts';
import { dynamoTable } from './table.ts';
import { s3Versions } from './versions.ts';

export function purgePorts(environment: Environment): PurgePorts {
  const { TABLE_NAME, BUCKET_NAME } = requireVariables(environment, ['TABLE_NAME', 'BUCKET_NAME']);
  const table = currentTable(dynamoTable(dynamoClient(), TABLE_NAME));
  return { table, versions: s3Versions(s3Client(), BUCKET_NAME) };
}
