/** Versions that are deleted for good, and delete markers too: the object is looked at again, and its row says what is there now. */
import { describe, expect, it } from 'vitest';
import type { ObjectChange } from '../../shared/core/change.ts';
import { objectIdOf, objectKey } from '../../shared/core/keys.ts';
import { ingest, type Outcome } from '../../shared/pipeline/ingest.ts';
import { findArticle, findObject } from '../../shared/pipeline/query.ts';
import { aChange } from '../../shared/testing/builders.ts';
import { lineReader } from '../../shared/testing/line-reader.ts';
import { memoryStore } from '../../shared/testing/memory-store.ts';

const TEXT = 'Harbour opens\nThe harbour opens on Monday.';
const REVISED = `${TEXT}\nThe mayor will be there.`;

function world() {
  const store = memoryStore(lineReader);
  const deliverAll = async (...changes: readonly ObjectChange[]) => {
    const outcomes: Outcome[] = [];
    for (const change of changes) outcomes.push(await store.deliver(change));
    return outcomes;
  };
  const state = () => findObject('a', store.query);
  const row = () => store.table.get(objectKey(objectIdOf({ key: 'a', member: null })));
  const article = async () => {
    const object = await state();
    return object?.state === 'stored' ? findArticle(object.record.id, store.query) : null;
  };
  return { ...store, deliverAll, state, row, article };
}

describe('an object', () => {
  it('is back, as the version that it was, when its delete marker is deleted', async () => {
    const { bucket, deliverAll, row, article } = world();
    const [written, removed] = [bucket.put('a', TEXT), bucket.remove('a')];
    await deliverAll(written, removed);
    expect(await article()).toBeNull();
    const looked = bucket.purge('v2');
    expect(await deliverAll(looked)).toMatchObject([
      { state: 'stored', put: 'written', articleId: expect.stringMatching(/^art_/) },
    ]);
    const { etag } = written;
    expect(await row()).toMatchObject({
      state: 'stored',
      versionId: 'v1',
      etag,
      lastModified: written.at,
      changedAt: looked.at,
    });
    expect(await article()).toMatchObject({ headline: 'Harbour opens', version: 1, source: { versionId: 'v1', etag } });
  });

  it('goes back to the version before when the newest is deleted for good', async () => {
    const { bucket, deliverAll, article } = world();
    await deliverAll(bucket.put('a', TEXT), bucket.put('a', REVISED), bucket.purge('v2'));
    expect(await article()).toMatchObject({ paragraphCount: 1, source: { versionId: 'v1' } });
  });

  it('stays as it is when an older version is deleted for good, and so does its version', async () => {
    const { bucket, deliverAll, article } = world();
    await deliverAll(bucket.put('a', TEXT), bucket.put('a', REVISED));
    const before = await article();
    await deliverAll(bucket.purge('v1'));
    expect(await article()).toEqual({ ...before, ingestedAt: expect.any(String) });
    expect(before).toMatchObject({ version: 2, paragraphCount: 2 });
  });

  it('is removed with its last version, and the article with it', async () => {
    const { bucket, deliverAll, state, row, query } = world();
    const [first] = await deliverAll(bucket.put('a', TEXT), bucket.put('a', REVISED), bucket.purge('v1'));
    expect(await deliverAll(bucket.purge('v2'))).toMatchObject([{ state: 'removed', put: 'written' }]);
    expect(await state()).toMatchObject({ state: 'removed' });
    expect(await row()).toMatchObject({ versionId: null, feedPk: 'state#removed#2026-01-01' });
    expect(await findArticle(first?.articleId ?? '', query)).toBeNull();
  });

  it('is rejected when what is left cannot be read', async () => {
    const { bucket, deliverAll, row } = world();
    const outcomes = await deliverAll(bucket.put('a', ''), bucket.put('a', TEXT), bucket.purge('v2'));
    expect(outcomes.at(-1)).toMatchObject({ state: 'rejected', code: 'document.empty' });
    expect(await row()).toMatchObject({ state: 'rejected', versionId: 'v1' });
  });

  it('has the same row whatever order its emptying is told in', async () => {
    const orders = [
      [0, 1, 2, 3, 4],
      [4, 3, 2, 1, 0],
      [2, 4, 0, 1, 3],
      [3, 3, 4, 0, 2, 1],
    ];
    const rows = await Promise.all(
      orders.map(async (order) => {
        const { bucket, deliver, row } = world();
        const changes = [
          bucket.put('a', TEXT),
          bucket.remove('a'),
          bucket.purge('v2'),
          bucket.put('a', REVISED),
          bucket.purge('v1'),
        ];
        for (const index of order) for (const change of changes.slice(index, index + 1)) await deliver(change);
        return JSON.stringify(Object.entries((await row()) ?? {}).sort());
      }),
    );
    expect(new Set(rows).size).toBe(1);
  });
});

describe('a look', () => {
  it('does not make a version, however often it is repeated', async () => {
    const { bucket, deliverAll, article } = world();
    await deliverAll(bucket.put('a', TEXT));
    for (let round = 1; round <= 3; round += 1) {
      const looked = [bucket.remove('a'), bucket.purge(`v${round * 2}`)].at(-1);
      if (looked !== undefined) await deliverAll(looked, looked);
      expect(await article()).toMatchObject({ version: 1 });
    }
  });

  it('that comes late changes nothing but the history', async () => {
    const { bucket, deliverAll, row, article } = world();
    const [first, second] = [bucket.put('a', TEXT), bucket.put('a', REVISED)];
    const [looked, third] = [bucket.purge('v2'), bucket.put('a', REVISED)];
    await deliverAll(first, second, third);
    const before = await row();
    expect(await deliverAll(looked)).toMatchObject([{ put: 'older' }]);
    expect(await row()).toMatchObject({ ...before });
    expect(await article()).toMatchObject({ source: { versionId: 'v4' } });
  });

  it('leaves the same mark whatever it found', async () => {
    const { bucket, deliverAll, row } = world();
    bucket.put('a', TEXT);
    bucket.remove('a');
    const looked = bucket.purge('v2');
    await deliverAll(looked);
    bucket.purge('v1');
    await deliverAll(looked);
    const marks = Object.entries((await row()) ?? {}).filter(([name]) => name.startsWith('rev:'));
    expect(marks.map(([, mark]) => mark)).toEqual([
      {
        state: 'looked',
        at: looked.at,
        versionId: 'v2',
        articleId: null,
        contentHash: null,
        capturedAt: null,
        text: null,
      },
    ]);
  });
});

describe('the version "null" of a bucket whose versions are suspended', () => {
  it('is stale news once it was written over', async () => {
    const { bucket, table } = world();
    const { etag } = bucket.put('a', TEXT);
    const objects = {
      ...bucket.objects,
      read: () => bucket.objects.read({ bucket: 'b', key: 'a', member: null }, null),
    };
    const ports = { ...bucket, objects, table, reader: lineReader };
    const written = aChange({ key: 'a', versionId: 'null', etag });
    expect(await ingest({ ...written, etag: 'of the bytes before' }, 1, ports)).toMatchObject({ state: 'gone' });
    expect(await ingest(written, 1, ports)).toMatchObject({ state: 'stored' });
  });
});
