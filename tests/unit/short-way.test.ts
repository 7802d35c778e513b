/** The short way to the table: signed as the SDK signs, answered as the SDK answers, and everything that goes wrong is the SDK's. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { dynamoClient } from '../../shared/aws/dynamo-client.ts';
import { dynamoTable } from '../../shared/aws/table.ts';
import { fromWire, toWire } from '../../shared/aws/wire-json.ts';

const KEY = { pk: 'p', sk: 's' };

describe('JSON on the wire', () => {
  it('gives back every item as it was, bytes included, whatever its attributes are called', () => {
    const bytes = fc.uint8Array({ maxLength: 40 }).map((B) => ({ B }));
    const leaf = fc.oneof(
      fc.string().map((S) => ({ S })),
      fc.boolean().map((BOOL) => ({ BOOL })),
      bytes,
    );
    const name = fc.oneof(fc.constantFrom('B', 'S', 'M', 'L'), fc.string({ maxLength: 5 }));
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.array(tie('value'), { maxLength: 3 }).map((L) => ({ L })),
        fc.dictionary(name, tie('value'), { maxKeys: 3, noNullPrototype: true }).map((M) => ({ M })),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(name, value, { maxKeys: 4, noNullPrototype: true }), (Item) => {
        expect(fromWire(toWire({ Item }))).toEqual({ Item });
      }),
    );
  });
});

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

type Reply = readonly [number, object | string];

/** Replies one after the other; the last one for good. */
async function tableThat(...replies: readonly Reply[]) {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    const [status, body] = replies[Math.min(asked.length, replies.length) - 1] ?? [200, {}];
    request.resume().on('end', () => {
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  });
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a server without a port');
  const credentials = { accessKeyId: 'x', secretAccessKey: 'x' };
  const endpoint = `http://127.0.0.1:${address.port}`;
  const table = dynamoTable(dynamoClient({ endpoint, region: 'eu-central-1', credentials }), 'T');
  return { table, asked, isShort: () => asked.map(({ headers }) => headers['user-agent'] === undefined) };
}

const ITEM: Reply = [200, { Item: { pk: { S: 'p' }, sk: { S: 's' }, bytes: { B: 'AQI=' } } }];
const item = { ...KEY, bytes: new Uint8Array([1, 2]) };

describe('the short way', () => {
  it('is taken from the second call on, and answers as the first', async () => {
    const { table, isShort } = await tableThat(ITEM);
    expect([await table.get(KEY), await table.get(KEY)]).toEqual([item, item]);
    expect(isShort()).toEqual([false, true]);
  });

  it('is signed by the client, for the table, in its region', async () => {
    const { table, asked } = await tableThat(ITEM);
    await table.get(KEY);
    await table.get(KEY);
    const [first, second] = asked.map(({ headers }) => headers['authorization'] ?? '');
    const scope = /Credential=x\/\d{8}\/eu-central-1\/dynamodb\/aws4_request/;
    expect(first).toMatch(scope);
    expect(second).toMatch(scope);
    expect(second).toContain(
      'SignedHeaders=content-length;content-type;host;x-amz-content-sha256;x-amz-date;x-amz-target',
    );
  });

  it.each<readonly [string, Reply]>([
    ['a fault', [500, {}]],
    ['a throttle', [400, { __type: 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException' }]],
    ['an answer that is none', [502, '<html>bad gateway</html>']],
  ])('leaves %s to the SDK, which asks again', async (_, reply) => {
    const { table, isShort } = await tableThat(ITEM, reply, ITEM);
    await table.get(KEY);
    expect(await table.get(KEY)).toEqual(item);
    expect(isShort()).toEqual([false, true, false]);
  });

  it('leaves an error to the SDK, which names it', async () => {
    const denied = { __type: 'com.amazon.coral.service#AccessDeniedException', message: 'not you' };
    const { table, asked } = await tableThat(ITEM, [400, denied]);
    await table.get(KEY);
    await expect(table.get(KEY)).rejects.toMatchObject({ name: 'AccessDeniedException', message: 'not you' });
    expect(asked).toHaveLength(3);
  });

  it('asks no second time when a guard does not hold, and says what stood there', async () => {
    const failed = { __type: 'com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException', message: 'no' };
    const { table, asked } = await tableThat(ITEM, [400, { ...failed, ...(ITEM[1] as object) }]);
    await table.get(KEY);
    expect(await table.put(item, { kind: 'unchanged', gen: 1 })).toEqual({ applied: false, found: item });
    expect(asked).toHaveLength(2);
  });
});
