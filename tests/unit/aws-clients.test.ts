/** The clients' waits, against a server that begins to answer and then falls silent. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { GetObjectCommand } from '@aws-sdk/client-s3';
import { expect, it } from 'vitest';
import { s3Client } from '../../shared/aws/s3-client.ts';

/** Far below the time of a function; far above what the clients wait for a silent peer. */
const PATIENCE_MS = 8_000;

it(
  'give up on a download that stops in the middle, long before the function would be killed',
  async () => {
    const server = createServer((_, response) => response.writeHead(200, { 'content-length': 1_000 }).write('abc'));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('a server without a port');
    const credentials = { accessKeyId: 'x', secretAccessKey: 'x' };
    const endpoint = `http://127.0.0.1:${address.port}`;
    const client = s3Client({ endpoint, region: 'eu-central-1', forcePathStyle: true, credentials });
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: 'b', Key: 'k' }));
      await expect(Body?.transformToByteArray()).rejects.toThrow(/inactivity|timed out/);
    } finally {
      client.destroy();
      server.closeAllConnections();
      server.close();
    }
  },
  PATIENCE_MS,
);
