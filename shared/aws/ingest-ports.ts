/** What `ingest` reaches beside the reader, which lives in a room of its own. In: its environment. Out: ports. Promise: throws at start, naming it, when a variable is missing. */
import { currentTable } from '../pipeline/current-schema.ts';
import type { IngestPorts } from '../pipeline/ingest.ts';
import type { Outbox } from '../pipeline/queue-ports.ts';
import { s3Bodies } from './bodies.ts';
import { dynamoClient } from './dynamo-client.ts';
import { type Environment, requireVariables } from './environment.ts';
import { s3Objects } from './objects.ts';
import { s3RefusedMarks } from './refused-marks.ts';
import { s3Client } from './s3-client.ts';
import { dynamoTable } from './table.ts';

export function ingestPorts(environment: Environment): Omit<IngestPorts, 'reader'> {
  const names = ['TABLE_NAME', 'BUCKET_NAME', 'QUEUE_URL'] as const;
  const { TABLE_NAME, BUCKET_NAME, QUEUE_URL } = requireVariables(environment, names);
  const s3 = s3Client();
  const table = currentTable(dynamoTable(dynamoClient(), TABLE_NAME));
  const refusedMarks = environment['MARK_REFUSED'] === 'true' ? s3RefusedMarks(s3) : null;
  const doors = { objects: s3Objects(s3), bodies: s3Bodies(s3, BUCKET_NAME), queue: lazyOutbox(QUEUE_URL) };
  return { table, ...doors, refusedMarks };
}

/** The queue's client is loaded by whoever splits a container: a cold start for a single document has no use for it. */
function lazyOutbox(queueUrl: string): Pick<Outbox, 'send'> {
  let outbox: Promise<Outbox> | null = null;
  return {
    async send(bodies) {
      outbox ??= import('./queues.ts').then(({ sqsOutbox }) => sqsOutbox(queueUrl));
      await (await outbox).send(bodies);
    },
  };
}
