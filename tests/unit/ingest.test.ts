/** One change, one row: what becomes of an object, in whatever order its changes come. */
import { describe, expect, it } from 'vitest';
import type { Item } from '../../shared/core/item.ts';
import { objectIdOf, objectKey } from '../../shared/core/keys.ts';
import { LIMITS } from '../../shared/core/limits.ts';
import { removedRow } from '../../shared/core/object-row.ts';
import type { IngestPorts } from '../../shared/pipeline/ingest.ts';
import { ingest } from '../../shared/pipeline/ingest.ts';
import { putRow } from '../../shared/pipeline/put-row.ts';
import { findObject } from '../../shared/pipeline/query.ts';
import { ReaderStopped } from '../../shared/pipeline/reader-stopped.ts';
import { aRemoval } from '../../shared/testing/builders.ts';
import { lineReader } from '../../shared/testing/line-reader.ts';
import { memoryBucket } from '../../shared/testing/memory-bucket.ts';
import { memoryTable } from '../../shared/testing/memory-table.ts';

const TEXT = 'Harbour opens\nThe harbour opens on Monday.';

function world(given: Partial<IngestPorts> = {}) {
  const bucket = memoryBucket();
  const table = memoryTable();
  const ports: IngestPorts = { ...bucket, table, reader: lineReader, ...given };
  const rowOf = async (key: string): Promise<Item> =>
    (await table.get(objectKey(objectIdOf({ key, member: null })))) ?? { pk: '', sk: '' };
  const stateOf = (key: string) => findObject(key, { table, feeds: table, bodies: bucket.bodies });
  return { bucket, table, ports, rowOf, stateOf };
}

describe('an object that is written', () => {
  it('becomes a stored row with readable facts', async () => {
    const { bucket, ports, rowOf } = world();
    const change = bucket.put('incoming/a.txt', TEXT, { metadata: { publisher: 'The Harbour' } });
    expect(await ingest(change, 1, ports)).toMatchObject({ state: 'stored', put: 'written', code: null });
    const row = await rowOf('incoming/a.txt');
    expect(row).toMatchObject({ state: 'stored', key: 'incoming/a.txt', headline: 'Harbour opens', versionId: 'v1' });
    expect(JSON.stringify(row)).not.toContain('The harbour opens on Monday.');
  });

  it('gives its record back, to the letter', async () => {
    const { bucket, ports, stateOf } = world();
    await ingest(bucket.put('incoming/a.txt', TEXT, { metadata: { 'captured-at': '2025-05-05T05:05:05Z' } }), 1, ports);
    const state = await stateOf('incoming/a.txt');
    expect(state).toMatchObject({
      state: 'stored',
      record: {
        headline: 'Harbour opens',
        body: [{ text: 'The harbour opens on Monday.', role: 'p' }],
        sortDate: { utc: '2025-05-05T05:05:05.000Z', basis: 'captured' },
        source: { key: 'incoming/a.txt', versionId: 'v1', mediaType: 'text/plain', charset: 'utf-8' },
        identity: { kind: 'key', value: 'incoming/a.txt' },
        version: 1,
      },
    });
  });

  it('is told apart when the same message comes twice', async () => {
    const { bucket, ports, table } = world();
    const change = bucket.put('a', TEXT);
    await ingest(change, 1, ports);
    const before = JSON.stringify(table.items());
    expect(await ingest(change, 2, ports)).toMatchObject({ put: 'known' });
    expect(JSON.stringify(table.items())).toBe(before);
  });

  it('is stored exactly once by sixteen workers at the same instant', async () => {
    const { bucket, ports } = world();
    const change = bucket.put('a', TEXT);
    const outcomes = await Promise.all(Array.from({ length: 16 }, () => ingest(change, 1, ports)));
    expect(outcomes.filter((outcome) => outcome.put === 'written')).toHaveLength(1);
  });

  it('stays removed when its removal came first', async () => {
    const { bucket, ports, stateOf } = world();
    const written = bucket.put('a', TEXT);
    await ingest(bucket.remove('a'), 1, ports);
    expect(await ingest(written, 1, ports)).toMatchObject({ put: 'older' });
    expect(await stateOf('a')).toMatchObject({ state: 'removed', key: 'a' });
  });

  it('loses what an earlier state had said when it takes the row over', async () => {
    const { bucket, ports, rowOf } = world();
    await ingest(bucket.put('a', 'only a headline'), 1, ports);
    expect(await rowOf('a')).toMatchObject({ code: 'article.no-text', feedPk: 'state#rejected#2026-01-01' });
    await ingest(bucket.put('a', TEXT), 1, ports);
    const row = await rowOf('a');
    expect(row).not.toHaveProperty('code');
    expect(row).not.toHaveProperty('feedPk');
  });

  it('writes nothing when it is gone, or was replaced, before it is read', async () => {
    const { bucket, ports, table } = world();
    const purged = bucket.put('a', TEXT);
    bucket.purge('v1');
    const replaced = { ...bucket.put('b', TEXT), versionId: null };
    bucket.put('b', `${TEXT}\nMore.`);
    expect(await ingest(purged, 1, ports)).toMatchObject({ state: 'gone' });
    expect(await ingest(replaced, 1, ports)).toMatchObject({ state: 'gone' });
    expect(table.items()).toEqual([]);
  });

  it('keeps a long body in the bucket and only its place in the row', async () => {
    const { bucket, ports, rowOf, stateOf } = world();
    // Text that does not compress: base 36 of a simple generator.
    let seed = 1;
    const noise = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed.toString(36);
    };
    const long = Array.from({ length: 60_000 }, noise).join(' ');
    await ingest(bucket.put('a', `Long\n${long}`), 1, ports);
    const row = await rowOf('a');
    expect(row).not.toHaveProperty('packed');
    expect(row['packedAt']).toMatch(/^bodies\/art_[0-9a-z]{26}\/[0-9a-z]{26}\/[0-9a-f]{64}$/);
    expect(await stateOf('a')).toMatchObject({ record: { body: [{ text: long }] } });
  });
});

describe('an object that cannot be read', () => {
  it.each([
    ['an empty file', new Uint8Array(), 'document.empty'],
    ['a picture', new TextEncoder().encode('GIF89a'), 'document.unsupported-format'],
    ['a page without text', new TextEncoder().encode('only a headline'), 'article.no-text'],
  ])('%s is a rejected row with its code', async (_, bytes, code) => {
    const { bucket, ports, stateOf } = world();
    expect(await ingest(bucket.put('a', bytes), 1, ports)).toMatchObject({ state: 'rejected', code });
    expect(await stateOf('a')).toMatchObject({ state: 'rejected', rejection: { code, key: 'a' } });
  });

  it('is refused by its size before it is read', async () => {
    const { bucket, ports: usual } = world();
    const slice: typeof bucket.objects.slice = async (...asked) => {
      const head = await bucket.objects.slice(...asked);
      return head === null ? null : { ...head, size: LIMITS.objectBytes + 1 };
    };
    const objects = { slice, read: () => Promise.reject(new Error('must not be read')) };
    const ports = { ...usual, objects };
    const change = { ...bucket.put('a', TEXT), bytes: LIMITS.objectBytes + 1 };
    expect(await ingest(change, 1, ports)).toMatchObject({ state: 'rejected', code: 'document.too-large' });
  });

  it('is tried again when the reader was stopped, and rejected from the third receive on', async () => {
    const stopped = new ReaderStopped('page.too-slow', 'The page took too long.');
    const { bucket, ports } = world({ reader: { read: () => Promise.reject(stopped) } });
    const change = bucket.put('a', TEXT);
    await expect(ingest(change, 1, ports)).rejects.toBe(stopped);
    await expect(ingest(change, 2, ports)).rejects.toBe(stopped);
    expect(await ingest(change, 3, ports)).toMatchObject({ state: 'rejected', code: 'page.too-slow' });
  });

  it('is stored after all when a faster machine can read it', async () => {
    const reader = { read: () => Promise.reject(new ReaderStopped('page.out-of-memory', 'Too much memory.')) };
    const { bucket, ports } = world({ reader });
    const change = bucket.put('a', TEXT);
    await ingest(change, 3, ports);
    expect(await ingest(change, 1, { ...ports, reader: lineReader })).toMatchObject({
      state: 'stored',
      put: 'written',
    });
    expect(await ingest(change, 3, ports)).toMatchObject({ state: 'rejected', put: 'older' });
  });

  it('is never rejected for a defect of ours, nor for a fault of the store', async () => {
    const defect = new TypeError('x is not a function');
    const { bucket, ports } = world({ reader: { read: () => Promise.reject(defect) } });
    await expect(ingest(bucket.put('a', TEXT), 9, ports)).rejects.toBe(defect);
  });
});

describe('the history of an object', () => {
  it('is the same whatever the order of its changes', async () => {
    const rows = await Promise.all(
      [
        [0, 1, 2],
        [2, 1, 0],
        [1, 2, 0],
        [0, 2, 1, 2, 0, 1],
      ].map(async (order) => {
        const { bucket, ports, rowOf } = world();
        const changes = [bucket.put('a', TEXT), bucket.remove('a'), bucket.put('a', `${TEXT}\nMore.`)];
        for (const index of order) {
          const change = changes[index];
          if (change !== undefined) await ingest(change, 1, ports);
        }
        return JSON.stringify(Object.entries(await rowOf('a')).sort());
      }),
    );
    expect(new Set(rows).size).toBe(1);
  });

  it('keeps the newest two hundred, in any order', async () => {
    const removals = Array.from({ length: 230 }, (_, index) =>
      aRemoval({ key: 'a', sequencer: index.toString(16).padStart(4, '0') }),
    );
    const inOrder = memoryTable();
    const backwards = memoryTable();
    for (const change of removals) await putRow(removedRow(change), inOrder);
    for (const change of [...removals].reverse()) await putRow(removedRow(change), backwards);
    const names = (table: typeof inOrder) =>
      Object.keys(table.items()[0] ?? {})
        .filter((name) => name.startsWith('rev:'))
        .sort();
    expect(names(inOrder)).toHaveLength(200);
    expect(names(backwards)).toEqual(names(inOrder));
  });
});
