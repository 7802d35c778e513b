/** Which bytes a change is read from, what of them counts for members, and what is told of it. */
import { describe, expect, it } from 'vitest';
import type { ObjectRef } from '../../shared/core/change.ts';
import { LIMITS } from '../../shared/core/limits.ts';
import { parseNotification } from '../../shared/core/notification.ts';
import { ingest } from '../../shared/pipeline/ingest.ts';
import { ingestMessage, type Told } from '../../shared/pipeline/ingest-message.ts';
import { markRefused } from '../../shared/pipeline/mark-refused.ts';
import type { ObjectSlice, RawObjects, StoredObject } from '../../shared/pipeline/ports.ts';
import { readObject } from '../../shared/pipeline/read-object.ts';
import { ReaderStopped } from '../../shared/pipeline/reader-stopped.ts';
import { aZip } from '../../shared/testing/archives.ts';
import { aChange, aLook, anS3Event } from '../../shared/testing/builders.ts';
import { lineReader } from '../../shared/testing/line-reader.ts';
import { memoryBucket } from '../../shared/testing/memory-bucket.ts';
import { memoryTable } from '../../shared/testing/memory-table.ts';

const PAGE = 'Headline\nA paragraph about the harbour.';
const object = (text: string, given: Partial<StoredObject> = {}): StoredObject => ({
  ...{ bytes: new TextEncoder().encode(text), contentType: null, contentEncoding: null, etag: 'e1' },
  ...{ versionId: 'v1', lastModified: '2026-01-01T00:00:00.000Z', metadata: {} },
  ...given,
});

/** A bucket with one object, and how it was asked for it. */
function bucketOf(stored: StoredObject | null, head: ObjectSlice | null = null) {
  const asked: (string | null | number)[][] = [];
  const objects: RawObjects = {
    read: async (_ref: ObjectRef, versionId) => {
      asked.push(['read', versionId]);
      return stored;
    },
    slice: async (_ref: ObjectRef, versionId, from, until) => {
      asked.push(['slice', versionId, from, until]);
      return head;
    },
  };
  const { bodies } = memoryBucket();
  return { asked, ports: { objects, bodies, reader: lineReader, table: memoryTable() } };
}

describe('the bytes of a change', () => {
  it('are those of the version that it names', async () => {
    const { asked, ports } = bucketOf(object(PAGE));
    const read = await readObject(aChange({ versionId: 'v7' }), 1, ports);
    expect(read?.row.state).toBe('stored');
    expect(read?.portions).toEqual([]);
    expect(asked).toEqual([['read', 'v7']]);
  });

  it('are, for a look, those that are current, and the row says which', async () => {
    const { asked, ports } = bucketOf(object(PAGE, { versionId: 'v3' }));
    const read = await readObject(aLook({ purged: 'v9', versionId: 'v9' }), 1, ports);
    expect(asked).toEqual([['read', null]]);
    expect(read?.row.attributes).toMatchObject({ state: 'stored', versionId: 'v3' });
  });

  it('are gone where there are none: no row for what was written, a removed row for a look', async () => {
    expect(await readObject(aChange(), 1, bucketOf(null).ports)).toBe(null);
    expect((await readObject(aLook(), 1, bucketOf(null).ports))?.row.state).toBe('removed');
  });

  it.each([
    ['without versions, of another content', null, 'e2', false],
    ['with versions suspended, of another content', 'null', 'e2', false],
    ['without versions, of the same content', null, 'e1', true],
    ['without versions, of a content that nobody told', null, null, true],
    ['with versions, whatever was told', 'v1', 'e2', true],
  ])('count, in a bucket %s: %s %s %s', async (_, versionId, etag, counts) => {
    const read = await readObject(aChange({ versionId, etag }), 1, bucketOf(object(PAGE)).ports);
    expect(read !== null).toBe(counts);
  });

  it('count for a look whatever their content', async () => {
    const read = await readObject(aLook(), 1, bucketOf(object(PAGE, { versionId: null, etag: 'e9' })).ports);
    expect(read?.row.state).toBe('stored');
  });

  it('are read as a whole up to the largest document, and only their beginning beyond', async () => {
    const whole = bucketOf(object(PAGE));
    await readObject(aChange({ bytes: LIMITS.objectBytes }), 1, whole.ports);
    await readObject(aChange({ bytes: null }), 1, whole.ports);
    expect(whole.asked.map(([verb]) => verb)).toEqual(['read', 'read']);
    const size = LIMITS.objectBytes + 1;
    const large = bucketOf(null, { ...object(PAGE), size });
    const read = await readObject(aChange({ bytes: size }), 1, large.ports);
    expect(large.asked).toEqual([['slice', 'v1', 0, LIMITS.windowBytes + LIMITS.overhangBytes]]);
    expect(read?.row.attributes['code']).toBe('document.too-large');
    expect(await readObject(aChange({ bytes: size }), 1, bucketOf(null, null).ports)).toBe(null);
  });
});

describe('a file that is called as metadata are', () => {
  const key = 'incoming/a.txt.meta.json';
  const of = async (text: string) => (await readObject(aChange({ key }), 1, bucketOf(object(text)).ports))?.row.state;

  it('is metadata when it says some, and an article when it is one', async () => {
    expect(await of('{"language":"en"}')).toBe('sidecar');
    expect(await of('<html><body><p>Headline</p></body></html>')).toBe('rejected');
    const named = await readObject(aChange({ key: 'incoming/a.json' }), 1, bucketOf(object('{"language":"en"}')).ports);
    expect(named?.row.state).not.toBe('sidecar');
  });
});

/** A zip of two files in a bucket, and its message worked off. */
async function opened(metadata: Readonly<Record<string, string>>, over?: () => boolean) {
  const bucket = memoryBucket();
  const table = memoryTable();
  const told: Told[] = [];
  const ports = { ...bucket, table, reader: lineReader };
  const zip = aZip(['b.txt', 'c.txt'].map((name) => ({ name, content: `${PAGE} ${name}` })));
  const change = bucket.put('incoming/a.zip', zip, { metadata });
  await ingest(change, 1, ports);
  const [body = ''] = bucket.queue.drain();
  await ingestMessage({ body, receives: 1 }, ports, (one) => told.push(one), over);
  return { bucket, table, told, change, ports };
}

describe('a member of a container', () => {
  it('is told of by the key and the time of its container', async () => {
    const { told, change } = await opened({});
    const each = { state: 'stored', key: 'incoming/a.zip', at: change.at, put: 'written' };
    expect(told).toMatchObject([each, each]);
  });

  it('is left to another message when there is no time for a second one', async () => {
    const { told, bucket } = await opened({}, () => true);
    expect(told).toHaveLength(1);
    expect(bucket.queue.bodies()).toHaveLength(1);
  });

  it('heeds what the upload says of language and capture, and not which article that is', async () => {
    const { table } = await opened({
      language: 'de',
      'captured-at': '2026-01-02T03:04:05Z',
      id: 'x',
      publisher: 'Herald',
    });
    const row = table.items().find((item) => item['member'] === 'b.txt');
    expect(row).toMatchObject({ capturedAt: '2026-01-02T03:04:05.000Z' });
    const other = (await opened({ id: 'y' })).table.items().find((item) => item['member'] === 'b.txt');
    expect(row?.['articleId']).toBe(other?.['articleId']);
  });
});

describe('a container that is replaced', () => {
  it('by a single article leaves its members to a sweep, from the beginning', async () => {
    const { bucket, ports } = await opened({});
    await ingest(bucket.put('incoming/a.zip', PAGE), 1, ports);
    const tasks = bucket.queue.drain().flatMap((body) => parseNotification(body).tasks.map(({ task }) => task));
    expect(tasks).toEqual([{ kind: 'sweep', after: null }]);
  });

  it('is followed by nothing where there never was one', async () => {
    const bucket = memoryBucket();
    const ports = { ...bucket, table: memoryTable(), reader: lineReader };
    await ingest(bucket.put('incoming/a.txt', PAGE), 1, ports);
    await ingest(bucket.remove('incoming/a.txt'), 1, ports);
    expect(bucket.queue.bodies()).toEqual([]);
  });
});

describe('the mark of a refused upload', () => {
  const noted: string[] = [];
  const marks = {
    set: async (_: ObjectRef, versionId: string) => void noted.push(`set ${versionId}`),
    clear: async (_: ObjectRef, versionId: string) => void noted.push(`clear ${versionId}`),
  };
  /** The row of a change in a bucket, and what its table remembers. */
  async function rowOf(...texts: readonly string[]) {
    const bucket = memoryBucket();
    const table = memoryTable();
    const ports = { ...bucket, table, reader: lineReader };
    let last = aChange();
    for (const text of texts) {
      last = bucket.put('incoming/a.txt', text);
      await ingest(last, 1, ports);
    }
    const read = await readObject(last, 1, ports);
    if (read === null) throw new Error('gone');
    return { row: read.row, item: table.items().find(({ sk }) => sk === 'obj') ?? null };
  }

  it('is cleared from the very version that was refused, and from no other', async () => {
    noted.length = 0;
    const ref = { bucket: 'b', key: 'incoming/a.txt', member: null };
    const { row, item } = await rowOf('Only a headline', PAGE);
    await markRefused(ref, row, item, marks);
    expect(noted).toEqual([]);
    const refused = await rowOf('Only a headline');
    await markRefused(ref, refused.row, refused.item, marks);
    await markRefused(ref, { ...row, attributes: { ...row.attributes, versionId: 'v1' } }, refused.item, marks);
    expect(noted).toEqual(['set v1', 'clear v1']);
  });

  it('is none of members, of buckets without versions, or where nobody could say what is known', async () => {
    noted.length = 0;
    const ref = { bucket: 'b', key: 'incoming/a.txt', member: null };
    const { row, item } = await rowOf('Only a headline');
    await markRefused({ ...ref, member: 'b.txt' }, row, item, marks);
    await markRefused(ref, { ...row, attributes: { ...row.attributes, versionId: null } }, item, marks);
    await markRefused(ref, { ...row, state: 'stored' }, null, marks);
    expect(noted).toEqual([]);
  });
});

describe('a reading that was stopped', () => {
  it('says so by its name and its code', () => {
    const stopped = new ReaderStopped('page.too-slow', 'The page takes too long.');
    expect({ name: stopped.name, code: stopped.code, message: stopped.message }).toEqual({
      ...{ name: 'ReaderStopped', code: 'page.too-slow', message: 'The page takes too long.' },
    });
  });
});

describe('a message of several changes', () => {
  it('is worked off in order', async () => {
    const bucket = memoryBucket();
    const told: Told[] = [];
    const changes = ['incoming/a.txt', 'incoming/b.txt'].map((key) => bucket.put(key, PAGE));
    const body = JSON.stringify(anS3Event(...changes));
    const ports = { ...bucket, table: memoryTable(), reader: lineReader };
    await ingestMessage({ body, receives: 1 }, ports, (one) => told.push(one));
    expect(told.map((one) => ('key' in one ? one.key : null))).toEqual(['incoming/a.txt', 'incoming/b.txt']);
  });
});
