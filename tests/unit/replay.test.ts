/** Objects that are read again, by a newer extractor or the same: what changes, and what may not. */
import { describe, expect, it } from 'vitest';
import { EXTRACTOR } from '../../shared/core/extractor.ts';
import { objectIdOf, objectKey } from '../../shared/core/keys.ts';
import { parseNotification } from '../../shared/core/notification.ts';
import { replayMessage } from '../../shared/core/replay.ts';
import { ingest } from '../../shared/pipeline/ingest.ts';
import { ingestMessage } from '../../shared/pipeline/ingest-message.ts';
import type { Reader, Table } from '../../shared/pipeline/ports.ts';
import { findArticle, findObject } from '../../shared/pipeline/query.ts';
import { listVersions } from '../../shared/pipeline/query-versions.ts';
import { readLines } from '../../shared/testing/line-reader.ts';
import { memoryStore } from '../../shared/testing/memory-store.ts';

const TEXT = 'Harbour opens\nThe harbour opens on Monday.';
const REVISED = `${TEXT}\nThe mayor will be there.`;

/** A reader whose extractor can be replaced by a newer one, which reads headline and text otherwise. */
function world() {
  let version = EXTRACTOR.version;
  const reader: Reader = {
    get version() {
      return version;
    },
    async read(document) {
      const article = readLines(document.text);
      if (version === EXTRACTOR.version) return article;
      const body = article.body.map((part) => ({ ...part, text: part.text.replace('Monday', 'Monday, it says') }));
      return { ...article, headline: `${article.headline} (${version})`, body };
    },
  };
  const store = memoryStore(reader);
  const rowOf = async (key: string) => (await store.table.get(objectKey(objectIdOf({ key, member: null })))) ?? raise();
  return {
    ...store,
    rowOf,
    raiseExtractor: () => {
      version += 1;
    },
    /** As the queue hands it out: the row's own notification, through the same parser. */
    async replay(row: Awaited<ReturnType<typeof rowOf>>) {
      const { changes, malformed } = parseNotification(replayMessage(row) ?? raise());
      expect(malformed).toEqual([]);
      const [change = raise()] = changes;
      return store.deliver(change);
    },
  };
}

function raise(): never {
  throw new Error('there is none');
}

describe('a replay with a newer extractor', () => {
  it('changes the row and the article, and not the publisher’s version', async () => {
    const { bucket, deliver, rowOf, replay, raiseExtractor, query, table } = world();
    const { articleId } = await deliver(bucket.put('incoming/a b+ü.txt', TEXT));
    const before = await rowOf('incoming/a b+ü.txt');
    raiseExtractor();
    expect(await replay(before)).toMatchObject({ state: 'stored', put: 'written' });
    const after = await rowOf('incoming/a b+ü.txt');
    const version = EXTRACTOR.version + 1;
    expect(after).toMatchObject({ headline: `Harbour opens (${version})`, versionId: 'v1', extractor: version });
    expect(after['contentHash']).not.toBe(before['contentHash']);
    expect(after['changedAt']).toBe(before['changedAt']);
    const article = await findArticle(articleId ?? '', query);
    expect(article).toMatchObject({ headline: `Harbour opens (${version})`, version: 1, extractor: { version } });
    expect(await listVersions(articleId ?? '', table)).toHaveLength(1);
  });

  it('changes nothing of an object that has been replaced meanwhile', async () => {
    const { bucket, deliver, rowOf, replay, raiseExtractor, query } = world();
    const { articleId } = await deliver(bucket.put('a', TEXT));
    const old = await rowOf('a');
    await deliver(bucket.put('a', REVISED));
    raiseExtractor();
    const before = await findArticle(articleId ?? '', query);
    expect(await replay(old)).toMatchObject({ put: 'older' });
    expect(await findArticle(articleId ?? '', query)).toEqual(before);
    expect(before).toMatchObject({ version: 2, headline: 'Harbour opens' });
  });

  it('leaves a removed object removed', async () => {
    const { bucket, deliver, rowOf, replay, raiseExtractor, query } = world();
    await deliver(bucket.put('a', TEXT));
    const old = await rowOf('a');
    await deliver(bucket.remove('a'));
    raiseExtractor();
    expect(await replay(old)).toMatchObject({ put: 'older' });
    expect(await findObject('a', query)).toMatchObject({ state: 'removed' });
    expect(replayMessage(await rowOf('a'))).toBeNull();
  });

  it('of an object that was looked at looks again, and publishes nothing', async () => {
    const { bucket, deliver, rowOf, replay, raiseExtractor, query } = world();
    const { articleId } = await deliver(bucket.put('a', TEXT));
    await deliver(bucket.put('a', REVISED));
    await deliver(bucket.purge('v2'));
    raiseExtractor();
    const names = (row: object) => Object.keys(row).filter((name) => name.startsWith('rev:'));
    const before = names(await rowOf('a'));
    expect(await replay(await rowOf('a'))).toMatchObject({ state: 'stored', put: 'written' });
    expect(names(await rowOf('a'))).toEqual(before);
    const article = await findArticle(articleId ?? '', query);
    expect(article).toMatchObject({
      version: 2,
      source: { versionId: 'v1' },
      extractor: { version: EXTRACTOR.version + 1 },
    });
  });

  it('does nothing where the bytes are gone', async () => {
    const { bucket, deliver, rowOf, replay } = world();
    await deliver(bucket.put('a', TEXT));
    const row = await rowOf('a');
    bucket.purge('v1');
    expect(await replay(row)).toMatchObject({ state: 'gone', put: 'nothing' });
  });

  it('may turn a refusal into a record', async () => {
    const { bucket, deliver, rowOf, replay, raiseExtractor } = world();
    await deliver(bucket.put('incoming/a', 'only a headline'));
    raiseExtractor();
    expect(await replay(await rowOf('incoming/a'))).toMatchObject({ state: 'rejected', put: 'written' });
    expect(await rowOf('incoming/a')).toMatchObject({ state: 'rejected', extractor: EXTRACTOR.version + 1 });
  });
});

describe('a replay with the same extractor', () => {
  it('is one conditional write that does not hold', async () => {
    const { bucket, deliver, rowOf, table, query } = world();
    await deliver(bucket.put('a', TEXT));
    const before = JSON.stringify(table.items());
    const body = replayMessage(await rowOf('a')) ?? raise();
    const writes: boolean[] = [];
    const counting: Table = {
      ...table,
      update: async (update) => {
        const written = await table.update(update);
        writes.push(written.applied);
        return written;
      },
      put: () => raise(),
    };
    const ports = { ...bucket, bodies: bucket.bodies, table: counting, reader: { read: async () => readLines(TEXT) } };
    const told: unknown[] = [];
    await ingestMessage({ body, receives: 1 }, ports, (one) => void told.push(one));
    expect(told).toMatchObject([{ state: 'stored', put: 'known', key: 'a' }]);
    expect(writes).toEqual([false]);
    expect(JSON.stringify(table.items())).toBe(before);
    expect(await findObject('a', query)).toMatchObject({ state: 'stored' });
  });
});

describe('an older extractor', () => {
  it('that is deployed again does not write over what a newer one read', async () => {
    const { bucket, table, rowOf, replay, raiseExtractor, deliver } = world();
    const change = bucket.put('a', TEXT);
    await deliver(change);
    raiseExtractor();
    await replay(await rowOf('a'));
    const before = await rowOf('a');
    const old = { read: async () => readLines(TEXT) };
    expect(await ingest(change, 1, { ...bucket, table, reader: old })).toMatchObject({ put: 'older' });
    expect(await rowOf('a')).toEqual(before);
  });
});
