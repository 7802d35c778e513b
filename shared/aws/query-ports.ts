/**
 * The environment of a function that only reads in, its ports out. Promise: throws at start, naming it, when a variable is missing; S3's
 * client is loaded with the first record that is too large for its row, since most calls never meet one.
 */
import { currentFeeds, currentTable } from '../pipeline/current-schema.ts';
import type { Bodies } from '../pipeline/ports.ts';
import type { QueryPorts } from '../pipeline/query.ts';
import { dynamoClient } from './dynamo-client.ts';
import { type Environment, requireVariables } from './environment.ts';
import { dynamoFeeds } from './feeds.ts';
import { dynamoTable } from './table.ts';

export function queryPorts(environment: Environment): QueryPorts & { readonly now: () => string } {
  const { TABLE_NAME, BUCKET_NAME } = requireVariables(environment, ['TABLE_NAME', 'BUCKET_NAME']);
  const client = dynamoClient();
  return {
    table: currentTable(dynamoTable(client, TABLE_NAME)),
    feeds: currentFeeds(dynamoFeeds(client, TABLE_NAME)),
    bodies: lazyBodies(BUCKET_NAME),
    now: () => new Date().toISOString(),
  };
}

function lazyBodies(bucket: string): Pick<Bodies, 'get'> {
  let opened: Promise<Pick<Bodies, 'get'>> | null = null;
  return {
    async get(name) {
      opened ??= openBodies(bucket);
      return (await opened).get(name);
    },
  };
}

async function openBodies(bucket: string): Promise<Pick<Bodies, 'get'>> {
  const [{ s3Bodies }, { s3Client }] = await Promise.all([import('./bodies.ts'), import('./s3-client.ts')]);
  return s3Bodies(s3Client(), bucket);
}
