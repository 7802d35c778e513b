/** Refused uploads bear a mark, so that they can be kept for a time of their own. */
import { describe, expect, it } from 'vitest';
import type { ObjectChange } from '../../shared/core/change.ts';
import { ingest } from '../../shared/pipeline/ingest.ts';
import type { Reader, RefusedMarks } from '../../shared/pipeline/ports.ts';
import { lineReader } from '../../shared/testing/line-reader.ts';
import { memoryBucket } from '../../shared/testing/memory-bucket.ts';
import { memoryQueue } from '../../shared/testing/memory-queue.ts';
import { memoryTable } from '../../shared/testing/memory-table.ts';

/** The line reader refuses a text without a paragraph. */
const REFUSED = 'A headline and no more';
const READ = 'A headline\nAnd a paragraph.';

function aStore() {
  const bucket = memoryBucket();
  const marked = new Set<string>();
  const refusedMarks: RefusedMarks = {
    set: async ({ key }, versionId) => void marked.add(`${key} ${versionId}`),
    clear: async ({ key }, versionId) => void marked.delete(`${key} ${versionId}`),
  };
  const ports = { ...bucket, table: memoryTable(), queue: memoryQueue(), refusedMarks };
  const deliver = (change: ObjectChange, reader: Reader = lineReader) => ingest(change, 1, { ...ports, reader });
  return { bucket, marked, deliver };
}

describe('the mark of a refused upload', () => {
  it('is set on the version that was refused, and on no other', async () => {
    const { bucket, marked, deliver } = aStore();
    for (const text of [READ, REFUSED, READ]) await deliver(bucket.put('incoming/a.txt', text));
    await deliver(bucket.remove('incoming/a.txt'));
    expect([...marked]).toEqual(['incoming/a.txt v2']);
  });

  it('is set again by a second delivery, for the first may have died before it', async () => {
    const { bucket, marked, deliver } = aStore();
    const change = bucket.put('incoming/a.txt', REFUSED);
    await deliver(change);
    marked.clear();
    await deliver(change);
    expect(marked.size).toBe(1);
  });

  it('goes when a later extractor can read the version', async () => {
    const { bucket, marked, deliver } = aStore();
    const change = bucket.put('incoming/a.txt', REFUSED);
    await deliver(change);
    const better: Reader = {
      version: 9,
      read: (document, ...rest) => lineReader.read({ ...document, text: READ }, ...rest),
    };
    expect(await deliver(change, better)).toMatchObject({ state: 'stored' });
    expect(marked.size).toBe(0);
  });
});
