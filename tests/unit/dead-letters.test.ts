/** What was given up on: listed with its reason and left where it is; put back to work so that nothing is lost. */
import { describe, expect, it } from 'vitest';
import { streamLetter } from '../../shared/core/stream-letter.ts';
import { deadLetters } from '../../shared/pipeline/dead-letters.ts';
import { noteFailure } from '../../shared/pipeline/failure-notes.ts';
import type { DeadLetters } from '../../shared/pipeline/queue-ports.ts';
import { discard, redrive } from '../../shared/pipeline/redrive.ts';
import { aChange, anS3Event } from '../../shared/testing/builders.ts';
import { memoryQueue } from '../../shared/testing/memory-queue.ts';
import { memoryTable } from '../../shared/testing/memory-table.ts';

const FAILURE = { error: 'TypeError', reason: 'x is not a function', service: 'ingest' };
const NOW = Date.UTC(2026, 0, 3);
const ROW = { pk: 'obj#o1', sk: 'obj' };

function aStreamLetter(given: { from?: string; to?: string; records?: number; functionArn?: string } = {}): string {
  const { from = '100', to = from, records = 1, functionArn } = given;
  return JSON.stringify({
    requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: 11, functionArn },
    DDBStreamBatchInfo: { startSequenceNumber: from, endSequenceNumber: to, batchSize: records, shardId: 's' },
  });
}

function world() {
  const queues = { incoming: memoryQueue(), uploads: memoryQueue(), stream: memoryQueue() };
  const table = memoryTable();
  const pace = { take: async () => {} };
  const note = (sequenceNumber: string, row = ROW, articleIds: readonly string[] = []) =>
    noteFailure({ kind: 'record', sequenceNumber, row, articleIds }, { ...FAILURE, service: 'group' }, NOW, table);
  return { queues, table, note, ports: { queues, table, pace, nowMs: () => NOW } };
}

async function all<T>(given: AsyncIterable<T>): Promise<readonly T[]> {
  const list: T[] = [];
  for await (const one of given) list.push(one);
  return list;
}

const upload = (key: string) => JSON.stringify(anS3Event(aChange({ key })));

describe('dead letters', () => {
  it('name the file, what went wrong last, how often it was tried and when', async () => {
    const { queues, table, ports } = world();
    await queues.uploads.send([upload('incoming/a b.txt')]);
    const thing = { kind: 'upload', messageId: 'letter-1' } as const;
    await noteFailure({ ...thing, receives: 4 }, { ...FAILURE, reason: 'another' }, NOW - 1, table);
    await noteFailure({ ...thing, receives: 5 }, FAILURE, NOW, table);
    const note = { error: 'TypeError', reason: 'x is not a function', receives: 5, at: '2026-01-03T00:00:00.000Z' };
    expect(await all(deadLetters(10, ports))).toMatchObject([
      { kind: 'upload', id: 'letter-1', keys: ['incoming/a b.txt'], note },
    ]);
  });

  it('of the stream name the rows, found by their places in it', async () => {
    const { queues, note, ports } = world();
    await queues.stream.send([aStreamLetter({ from: '99', to: '101', records: 2 })]);
    for (const [place, id] of [
      ['98', 'before'],
      ['99', 'first'],
      ['101', 'last'],
      ['102', 'after'],
    ] as const)
      await note(place, { pk: `obj#${id}`, sk: 'obj' });
    const [dead] = await all(deadLetters(10, ports));
    expect(dead).toMatchObject({
      kind: 'records',
      letter: { tries: 11, condition: 'RetryAttemptsExhausted' },
      notes: [{ row: { pk: 'obj#first' } }, { row: { pk: 'obj#last' }, error: 'TypeError', service: 'group' }],
    });
  });

  it('say so when nobody noted why, or when the message is none of ours', async () => {
    const { queues, ports } = world();
    await queues.uploads.send(['hello']);
    await queues.stream.send(['hello', aStreamLetter()]);
    expect(await all(deadLetters(10, ports))).toMatchObject([
      { kind: 'upload', keys: [], note: null },
      { kind: 'records', letter: null, notes: [] },
      { kind: 'records', letter: { from: '100' }, notes: [] },
    ]);
  });

  it('are all there, and visible again, after they have been looked at, also by someone who stops early', async () => {
    const { queues, ports } = world();
    await queues.uploads.send(Array.from({ length: 25 }, (_, at) => upload(`incoming/${at}`)));
    expect(await all(deadLetters(100, ports))).toHaveLength(25);
    expect(await queues.uploads.waiting()).toBe(25);
    for await (const _ of deadLetters(100, ports)) break;
    expect(await queues.uploads.waiting()).toBe(25);
    expect(await all(deadLetters(7, ports))).toHaveLength(7);
  });

  it('of Lambda are read by its own words only', () => {
    const functionArn = 'arn:aws:lambda:eu-central-1:000000000000:function:Wirefold-Group';
    expect(streamLetter(aStreamLetter({ functionArn }))?.functionName).toBe('Wirefold-Group');
    expect(streamLetter('{"DDBStreamBatchInfo":{"startSequenceNumber":"x"}}')).toBeNull();
  });
});

describe('a retry', () => {
  it('sends uploads to ingest as they were, and only then removes them', async () => {
    const { queues, ports } = world();
    const bodies = Array.from({ length: 12 }, (_, at) => upload(`incoming/${at}`));
    await queues.uploads.send(bodies);
    expect(await all(redrive(100, ports))).toHaveLength(12);
    expect(queues.incoming.bodies()).toEqual(bodies);
    expect(queues.uploads.bodies()).toEqual([]);
  });

  it('loses nothing when it is cut between sending and removing: what is repeated is the same message', async () => {
    const { queues, ports } = world();
    await queues.uploads.send([upload('incoming/a')]);
    const cut: DeadLetters = { ...queues.uploads, remove: () => Promise.reject(new Error('cut')) };
    await expect(all(redrive(9, { ...ports, queues: { ...queues, uploads: cut } }))).rejects.toThrow('cut');
    expect(queues.uploads.bodies()).toEqual([upload('incoming/a')]);
    expect(queues.incoming.bodies()).toEqual([upload('incoming/a')]);
  });

  it('removes nothing when it cannot send', async () => {
    const { queues, ports } = world();
    await queues.uploads.send([upload('incoming/a')]);
    const incoming = { ...queues.incoming, send: () => Promise.reject(new Error('refused')) };
    await expect(all(redrive(9, { ...ports, queues: { ...queues, incoming } }))).rejects.toThrow('refused');
    expect(queues.uploads.bodies()).toHaveLength(1);
  });

  it('touches the rows of stream records, with the articles that they named', async () => {
    const { queues, table, note, ports } = world();
    await table.put({ ...ROW, state: 'stored' }, null);
    await note('100', ROW, ['art_before']);
    await queues.stream.send([aStreamLetter()]);
    expect(await all(redrive(9, ports))).toMatchObject([{ outcome: 'touched' }]);
    const touched = { at: '2026-01-03T00:00:00.000Z', articleIds: ['art_before'] };
    expect(await table.get(ROW)).toEqual({ ...ROW, state: 'stored', touched });
    expect(queues.stream.bodies()).toEqual([]);
  });

  it('keeps a stream letter when not all of its rows are known, and leaves it visible', async () => {
    const { queues, note, ports } = world();
    await note('100');
    await queues.stream.send([aStreamLetter({ from: '100', to: '105', records: 2 })]);
    expect(await all(redrive(9, ports))).toMatchObject([{ outcome: 'kept' }]);
    expect(await queues.stream.waiting()).toBe(1);
  });

  it('takes as many as it is told, and what fails again at once is left for the next time', async () => {
    const { queues, ports } = world();
    await queues.uploads.send([upload('incoming/a'), upload('incoming/b')]);
    const failing = { ...queues.incoming, send: queues.uploads.send };
    expect(await all(redrive(9, { ...ports, queues: { ...queues, incoming: failing } }))).toHaveLength(2);
    expect(queues.uploads.bodies()).toHaveLength(2);
    expect(await all(redrive(1, ports))).toHaveLength(1);
    expect(queues.uploads.bodies()).toHaveLength(1);
  });
});

describe('a letter that nothing can be done about', () => {
  it('is removed by its id, and no other', async () => {
    const { queues } = world();
    await queues.uploads.send(['hello', upload('incoming/a')]);
    expect(await discard(['letter-1', 'letter-9'], queues)).toEqual(['letter-1']);
    expect(queues.uploads.bodies()).toEqual([upload('incoming/a')]);
    expect(await queues.uploads.waiting()).toBe(1);
  });
});
