/** `wirefold failed` on queues in memory: what it tells, and what it leaves as it was. */
import { describe, expect, it } from 'vitest';
import { failed, remove, retry } from '../../cli/commands/failed.ts';
import { endingOf } from '../../cli/explain-error.ts';
import type { Io } from '../../cli/io.ts';
import { noteFailure } from '../../shared/pipeline/failure-notes.ts';
import { aChange, anS3Event } from '../../shared/testing/builders.ts';
import { memoryQueue } from '../../shared/testing/memory-queue.ts';
import { memoryTable } from '../../shared/testing/memory-table.ts';
import { anIo, jsonLines } from './fake-io.ts';

const NOW = Date.UTC(2026, 0, 3, 8);

/** An upload with a reason, one without, and a stream record. */
async function world(settings: Partial<Io> = {}) {
  const queues = { incoming: memoryQueue(), uploads: memoryQueue(), stream: memoryQueue() };
  const table = memoryTable();
  const upload = (key: string) => JSON.stringify(anS3Event(aChange({ key })));
  await queues.uploads.send([upload('incoming/a\u001b[2J.txt'), upload('incoming/b.txt')]);
  const requestContext = { condition: 'RetryAttemptsExhausted', approximateInvokeCount: 11 };
  const DDBStreamBatchInfo = { startSequenceNumber: '7', endSequenceNumber: '7', batchSize: 1 };
  await queues.stream.send([JSON.stringify({ requestContext, DDBStreamBatchInfo })]);
  const failure = { error: 'TypeError', reason: 'x is not a function', service: 'ingest' };
  await noteFailure({ kind: 'upload', messageId: 'letter-1', receives: 5 }, failure, NOW, table);
  const ports = { queues, table, pace: { take: async () => {} }, nowMs: () => NOW };
  const noteRecord = () => {
    const row = { pk: 'obj#o', sk: 'obj' };
    return noteFailure({ kind: 'record', sequenceNumber: '7', row, articleIds: [] }, failure, NOW, table);
  };
  return { ports, queues, noteRecord, io: anIo(settings) };
}

describe('wirefold failed', () => {
  it('lists what was given up on with its reason, and takes nothing away', async () => {
    const { ports, queues, io } = await world();
    expect(await failed({ json: false, limit: 100 }, ports, io)).toBe(0);
    const noReason = { error: null, reason: expect.stringContaining('ended before it could say why') };
    const first = { queue: 'uploads', tries: 5, at: '2026-01-03T08:00:00.000Z', error: 'TypeError' };
    expect(jsonLines(io.out())).toMatchObject([
      { ...first, what: ['incoming/a\u001b[2J.txt'], reason: 'x is not a function' },
      { queue: 'uploads', what: ['incoming/b.txt'], tries: null, ...noReason },
      { queue: 'stream', tries: 11, ...noReason },
    ]);
    expect(io.err()).toContain('wirefold failed --retry');
    expect([await queues.uploads.waiting(), await queues.stream.waiting()]).toEqual([2, 1]);
  });

  it('fits a table on a terminal, with the marks of an attack visible', async () => {
    const { ports, io } = await world({ stdoutIsTerminal: true, columns: 200 });
    await failed({ json: false, limit: 1 }, ports, io);
    expect(io.out()).toMatch(/^Queue +What +Tries +When +Why +Letter\n/);
    expect(io.out()).toContain('incoming/a␛[2J.txt');
    expect(io.out()).toContain('TypeError: x is not a function');
    expect(io.err()).toContain('1 more: see --limit');
  });

  it('says so when there is nothing', async () => {
    const empty = { uploads: memoryQueue(), stream: memoryQueue() };
    const io = anIo({ stdoutIsTerminal: true });
    expect(await failed({ json: false, limit: 9 }, { queues: empty, table: memoryTable() }, io)).toBe(0);
    expect({ out: io.out(), err: io.err() }).toEqual({ out: '(nothing)\n', err: '' });
  });
});

describe('wirefold failed --retry', () => {
  it('puts all back to work', async () => {
    const { ports, queues, noteRecord, io } = await world();
    await noteRecord();
    expect(await retry({ json: false, limit: 100 }, ports, io)).toBe(0);
    expect(jsonLines(io.out()).map((line) => Object(line).outcome)).toEqual(['sent', 'sent', 'touched']);
    expect(io.err()).toContain('3 back to work.');
    expect([queues.incoming.bodies().length, await queues.uploads.count(), await queues.stream.count()]).toEqual([
      2, 0, 0,
    ]);
  });

  it('ends with 1 when it had to keep one, and says what to do with it', async () => {
    const { ports, io } = await world();
    expect(await retry({ json: false, limit: 100 }, ports, io)).toBe(1);
    expect(io.err()).toContain('1 kept');
    expect(io.err()).toContain('wirefold replay --touch, then: wirefold failed --remove letter-1');
  });
});

describe('wirefold failed --remove', () => {
  it('removes what it is told, and ends with 3 when it is not there', async () => {
    const { queues, io } = await world();
    expect(await remove(['letter-2'], queues, io)).toBe(0);
    expect(await queues.uploads.count()).toBe(1);
    const ending = await remove(['letter-8'], queues, io).catch((error: unknown) => endingOf(error));
    expect(ending).toMatchObject({ exitCode: 3, message: expect.stringContaining('letter-8') });
  });
});
