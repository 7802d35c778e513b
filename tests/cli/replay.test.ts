/** `wirefold replay` on a store in memory: which objects are sent, how fast, and what a dry run tells. */
import { describe, expect, it } from 'vitest';
import { type ReplayOptions, replay } from '../../cli/commands/replay.ts';
import { type DryOptions, replayDry } from '../../cli/commands/replay-dry.ts';
import { endingOf } from '../../cli/explain-error.ts';
import type { Io } from '../../cli/io.ts';
import { EXTRACTOR } from '../../shared/core/extractor.ts';
import { objectIdOf, objectKey } from '../../shared/core/keys.ts';
import { parseNotification } from '../../shared/core/notification.ts';
import { replayMessage } from '../../shared/core/replay.ts';
import type { Reader } from '../../shared/pipeline/ports.ts';
import { aTar } from '../../shared/testing/archives.ts';
import { lineReader, readLines } from '../../shared/testing/line-reader.ts';
import { memoryQueue } from '../../shared/testing/memory-queue.ts';
import { type MemoryStore, memoryStore } from '../../shared/testing/memory-store.ts';
import { anIo, jsonLines } from './fake-io.ts';

const NEXT = EXTRACTOR.version + 1;
const TEXT = 'Harbour opens\npublished: 2024-03-01T10:00:00.000Z\nShips came in. Fog kept others out.';
const newer: Reader = {
  version: NEXT,
  async read({ text }) {
    const article = readLines(text);
    if (text.includes('Gale')) throw new TypeError('a defect');
    const body = article.body.map((part) => ({ ...part, text: part.text.replace('Fog', 'Mist') }));
    return { ...article, body, keywords: text.includes('Ferry') ? ['ferry'] : [] };
  },
};

/** Two publishers; one refused, one removed, one that was never ingested, one that the newer extractor has read already. */
async function aStore(): Promise<MemoryStore> {
  const store = memoryStore(lineReader);
  const { bucket, deliver } = store;
  const by = (publisher: string) => `\npublisher: ${publisher}`;
  await deliver(bucket.put('incoming/a/1.txt', TEXT + by('Zürcher Bote')));
  await deliver(bucket.put('incoming/a/2.txt', `Ferry sails\n${TEXT}${by('The Harbour')}`));
  await deliver(bucket.put('incoming/b/3.txt', `Rain\nIt rained.${by('The Harbour')}`));
  await deliver(bucket.put('incoming/b/empty.txt', ''));
  await deliver(bucket.put('incoming/b/gone.txt', TEXT));
  await deliver(bucket.remove('incoming/b/gone.txt'));
  bucket.put('incoming/c/new.txt', TEXT);
  const done = objectKey(objectIdOf({ key: 'incoming/b/3.txt', member: null }));
  await store.table.update({ key: done, set: { extractor: NEXT }, remove: [], guard: null });
  return store;
}

const OPTIONS = { rate: 20, touch: false, json: false } as const;

async function replaying(options: Partial<ReplayOptions>, settings: Partial<Io> = {}) {
  const { bucket, table, query } = await aStore();
  const queue = memoryQueue();
  const waits: number[] = [];
  const ports = {
    ...{ listing: bucket.listing, feeds: query.feeds, table, queue, nowMs: () => 0 },
    pace: { take: async (count: number) => void waits.push(count) },
    sleep: async () => {},
  };
  const io = anIo(settings);
  const exitCode = await replay({ ...OPTIONS, ...options }, ports, io);
  const changes = queue.bodies().flatMap((body) => parseNotification(body).changes);
  return { exitCode, keys: changes.map(({ key }) => key), out: io.out(), err: io.err(), waits, table };
}

describe('wirefold replay', () => {
  it('sends what is in the bucket and has a row, and names what has none', async () => {
    const { keys, out, err, exitCode, waits } = await replaying({});
    expect(keys).toEqual(['incoming/a/1.txt', 'incoming/a/2.txt', 'incoming/b/3.txt', 'incoming/b/empty.txt']);
    expect(jsonLines(out).map((line) => Object(line).key)).toEqual(keys);
    expect(jsonLines(out)[0]).toMatchObject({ versionId: 'v1', state: 'stored', extractor: EXTRACTOR.version });
    expect(err).toContain('4 of 5 objects sent to be read again.');
    expect(err).toContain('never read: incoming/c/new.txt.');
    expect({ exitCode, waits }).toEqual({ exitCode: 0, waits: [4] });
  });

  it.each([
    ['a prefix', { prefix: 'b/' }, ['incoming/b/3.txt', 'incoming/b/empty.txt']],
    ['a prefix with incoming/', { prefix: 'incoming/a/1' }, ['incoming/a/1.txt']],
    ['a publisher, whatever its accents', { outlet: 'zurcher bote' }, ['incoming/a/1.txt']],
    ['older extractors', { extractorBelow: NEXT }, ['incoming/a/1.txt', 'incoming/a/2.txt', 'incoming/b/empty.txt']],
    ['changes since', { since: '2026-01-01T00:00:03.000Z' }, ['incoming/b/3.txt', 'incoming/b/empty.txt']],
    ['both', { since: '2026-01-01T00:00:03.000Z', extractorBelow: NEXT }, ['incoming/b/empty.txt']],
    ['the first few', { limit: 2 }, ['incoming/a/1.txt', 'incoming/a/2.txt']],
    ['what comes behind a key', { after: 'incoming/a/2.txt', limit: 1 }, ['incoming/b/3.txt']],
  ])('can be told %s', async (_, options, expected) => {
    expect((await replaying(options)).keys).toEqual(expected);
  });

  it('leaves what was taken down alone, also in a dry run', async () => {
    const { bucket, table, query } = await aStore();
    const name = objectKey(objectIdOf({ key: 'incoming/a/1.txt', member: null }));
    const [row, set] = [await table.get(name), { state: 'taken-down', text: 'text' }];
    expect(row).toMatchObject({ state: 'stored' });
    await table.update({ key: name, set, remove: [], guard: null });
    const ports = { listing: bucket.listing, feeds: query.feeds, bodies: bucket.bodies, objects: bucket.objects };
    const io = anIo();
    await replayDry({ examples: 3, json: false }, { ...ports, reader: newer }, io);
    expect(io.out()).not.toContain('incoming/a/1.txt');
    const taken = await table.get(name);
    expect(taken === null ? 'no row' : replayMessage(taken)).toBeNull();
  });

  it('sends no more at a time than it may in a second', async () => {
    expect((await replaying({ rate: 2 })).waits).toEqual([2, 2]);
  });

  it('with --touch sends nothing, and has the stream tell of each row again', async () => {
    const { keys, table, err } = await replaying({ touch: true, limit: 1 });
    expect(keys).toEqual([]);
    expect(table.items().filter((item) => 'touched' in item)).toMatchObject([{ key: 'incoming/a/1.txt' }]);
    expect(err).toContain('1 of 1 object touched');
  });

  it('waits while the queue is full, and gives up on one that gets no shorter, saying where to go on', async () => {
    const { bucket, table, query } = await aStore();
    const queue = memoryQueue();
    const lengths = [5_000, 4_000, 3_000, 10];
    const slow = { ...queue, waiting: async () => lengths.shift() ?? 9_000 };
    const base = { listing: bucket.listing, feeds: query.feeds, table, nowMs: () => 0, pace: { take: async () => {} } };
    let slept = 0;
    const sleep = async () => {
      slept += 1;
    };
    const ports = { ...base, queue: slow, sleep };
    await replay({ ...OPTIONS, limit: 1 }, ports, anIo());
    expect({ slept, sent: queue.bodies().length }).toEqual({ slept: 3, sent: 1 });
    const io = anIo();
    const ending = await replay({ ...OPTIONS, limit: 1 }, ports, io).catch((error: unknown) => endingOf(error));
    expect(ending).toMatchObject({ exitCode: 1, message: expect.stringContaining('wirefold failed') });
  });

  it('says after a failure what was sent and how to go on', async () => {
    const { bucket, table, query } = await aStore();
    const queue = memoryQueue();
    const sent: string[] = [];
    const breaking = {
      ...queue,
      send: async (bodies: readonly string[]) => {
        if (sent.length > 0) throw new Error('cut');
        sent.push(...bodies);
      },
    };
    const base = { listing: bucket.listing, feeds: query.feeds, table, nowMs: () => 0, pace: { take: async () => {} } };
    const io = anIo();
    const work = replay({ ...OPTIONS, rate: 1 }, { ...base, queue: breaking, sleep: async () => {} }, io);
    await expect(work).rejects.toThrow('cut');
    expect(io.err()).toContain("go on behind them: --after 'incoming/a/1.txt'");
  });
});

async function dry(
  options: Partial<DryOptions> = {},
  settings: Partial<Io> = {},
  change?: (store: MemoryStore) => unknown,
) {
  const store = await aStore();
  await change?.(store);
  const before = JSON.stringify(store.table.items());
  const io = anIo(settings);
  const { bucket, query } = store;
  const ports = { listing: bucket.listing, feeds: query.feeds, bodies: bucket.bodies, objects: bucket.objects };
  const exitCode = await replayDry({ examples: 3, json: false, ...options }, { ...ports, reader: newer }, io);
  expect(JSON.stringify(store.table.items())).toBe(before);
  return { exitCode, out: io.out(), err: io.err() };
}

describe('wirefold replay --dry-run', () => {
  it('tells which records would change, in which fields, and sums up', async () => {
    const { exitCode, out } = await dry();
    const lines = jsonLines(out);
    expect(lines).toMatchObject([
      {
        kind: 'change',
        key: 'incoming/a/1.txt',
        from: 'stored',
        to: 'stored',
        fields: ['body', 'fingerprint'],
      },
      { kind: 'change', key: 'incoming/a/2.txt', fields: expect.arrayContaining(['body', 'keywords']) },
      { kind: 'summary', read: 4, changed: 2, same: 2, failed: 0, gone: 0, fields: { body: 2, keywords: 1 } },
    ]);
    expect(Object(lines[0]).revision.paragraphs[0].pieces).toContainEqual({
      kind: 'added',
      text: expect.stringMatching(/^Mist/),
    });
    expect(exitCode).toBe(0);
  });

  it('shows the words of a few on a terminal, and what else changed', async () => {
    const { out } = await dry({ examples: 1 }, { stdoutIsTerminal: true });
    expect(out).toMatch(/incoming\/a\/1\.txt: body, fingerprint\n/);
    expect(out).toContain('[-Fog-]');
    expect(out).toContain('{+Mist+}');
    expect(out).not.toContain('incoming/a/2.txt');
    expect(out).toMatch(/2 of 4 would change\.\n +2 {2}body\n/);
  });

  it('tells of a refusal that would become a record, and of a record that would be refused', async () => {
    const { out } = await dry({}, {}, async ({ table, bucket }) => {
      const refused = await table.get(objectKey(objectIdOf({ key: 'incoming/b/empty.txt', member: null })));
      // As an older extractor would have left it: the file itself can be read.
      const fine = bucket.put('incoming/b/empty.txt', TEXT).versionId;
      await table.put({ ...refused, pk: refused?.pk ?? '', sk: 'obj', versionId: fine }, null);
    });
    expect(jsonLines(out)).toContainEqual(
      expect.objectContaining({ key: 'incoming/b/empty.txt', from: 'document.empty', to: 'stored', fields: [] }),
    );
    expect(jsonLines(out).at(-1)).toMatchObject({ fields: { 'document.empty -> stored': 1 } });
  });

  it('compares each member of a container, by its name', async () => {
    const { out } = await dry({}, {}, async ({ bucket, deliver, table }) => {
      const files = [
        { name: 'fog.txt', content: TEXT },
        { name: 'rain.txt', content: 'Rain\nIt rained.' },
        { name: 'empty.txt', content: '' },
        { name: 'new.txt', content: TEXT.replace('Ships', 'Boats') },
      ];
      await deliver(bucket.put('incoming/d.tar', aTar(files)));
      // As it would be before its turn has come.
      const unread = objectKey(objectIdOf({ key: 'incoming/d.tar', member: 'new.txt' }));
      await table.put({ ...unread, state: 'removed', revision: 'of something else' }, null);
    });
    const lines = jsonLines(out);
    expect(lines).toContainEqual(
      expect.objectContaining({ key: 'incoming/d.tar#fog.txt', fields: ['body', 'fingerprint'] }),
    );
    expect(lines).toContainEqual(
      expect.objectContaining({ key: 'incoming/d.tar#new.txt', from: 'not read yet', to: 'stored' }),
    );
    // Four files of before, the container, and its four members.
    expect(lines.at(-1)).toMatchObject({ kind: 'summary', read: 9, changed: 4, same: 5 });
  });

  it('counts what has no bytes any more, and ends with 1 when a defect keeps one from being read', async () => {
    const { exitCode, out, err } = await dry({}, {}, ({ bucket, deliver }) => {
      bucket.purge('v1');
      bucket.put('incoming/a/1.txt', TEXT);
      return deliver(bucket.put('incoming/d.txt', 'Gale\nA gale came.'));
    });
    expect(jsonLines(out).at(-1)).toMatchObject({ gone: 1, failed: 1 });
    expect(err).toContain('incoming/d.txt: TypeError: a defect');
    expect(exitCode).toBe(1);
  });
});
