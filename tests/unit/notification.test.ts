/** Messages of the queue: what S3 sends, what it might send, and what nobody should. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paddedSequencer } from '../../shared/core/change.ts';
import { parseNotification } from '../../shared/core/notification.ts';
import { Rejection } from '../../shared/core/rejection.ts';
import { decodeKey, encodeKey } from '../../shared/core/s3-key.ts';
import { aChange, aLook, anS3Event, aRemoval } from '../../shared/testing/builders.ts';

const parse = (value: unknown) => parseNotification(JSON.stringify(value)).changes;

/** One record as S3 writes it, with parts replaced. */
function recordOf(eventName: string, object: Readonly<Record<string, unknown>>): unknown {
  const s3 = { bucket: { name: 'b' }, object: { key: 'k', sequencer: '01', ...object } };
  return { eventName, eventTime: '2026-01-01T00:00:00.000Z', s3 };
}

const record = (eventName: string, object: Readonly<Record<string, unknown>>) => ({
  Records: [recordOf(eventName, object)],
});

describe('a notification', () => {
  it('gives back the changes it was made of', () => {
    const written = aChange({ key: 'incoming/a b+c.txt', etag: 'e1', bytes: 12 });
    const removed = aRemoval({ sequencer: '02' });
    const looked = aLook({ sequencer: '03', purged: 'v7' });
    expect(parse(anS3Event(written, removed, looked))).toEqual([written, removed, looked]);
  });

  it('is empty for the test event, and for an event without records in it', () => {
    expect(parse({ Service: 'Amazon S3', Event: 's3:TestEvent', Bucket: 'b' })).toEqual([]);
    expect(parse({ Records: [] })).toEqual([]);
  });

  it.each(['ObjectTagging:Put', 'ObjectRestore:Post', 'Something:New'])('ignores %s: no bytes have changed', (name) => {
    expect(parse(record(name, {}))).toEqual([]);
  });

  it.each([
    ['ObjectCreated:Put', 'written'],
    ['s3:ObjectCreated:Copy', 'written'],
    ['ObjectCreated:CompleteMultipartUpload', 'written'],
    ['ObjectRemoved:DeleteMarkerCreated', 'removed'],
  ])('reads %s as %s', (name, kind) => {
    expect(parse(record(name, { versionId: 'v' })).map((change) => change.kind)).toEqual([kind]);
  });

  it.each([
    undefined,
    null,
  ])('takes a delete without a version (%s) for a removal: the bucket has none', (versionId) => {
    expect(parse(record('ObjectRemoved:Delete', { versionId }))).toMatchObject([{ kind: 'removed', versionId: null }]);
  });

  it.each(['v1', 'null'])('looks again when version %s is deleted for good', (versionId) => {
    expect(parse(record('ObjectRemoved:Delete', { versionId }))).toMatchObject([
      { kind: 'looked', versionId: null, purged: versionId, sequencer: '01' },
    ]);
  });

  it('reads a write and a delete marker of the version "null" as what they are', () => {
    const versionId = 'null';
    expect(parse(record('ObjectCreated:Put', { versionId }))).toMatchObject([{ kind: 'written', versionId }]);
    expect(parse(record('ObjectRemoved:DeleteMarkerCreated', { versionId }))).toMatchObject([{ kind: 'removed' }]);
  });

  it.each([
    ['no JSON', 'hello'],
    ['no object', '[1]'],
    ['no records', '{}'],
    ['records that are no list', '{"Records":{}}'],
    ['a body larger than any', `{"x":"${'y'.repeat(1024 * 1024)}"}`],
  ])('is refused with a code when it holds %s', (_, body) => {
    expect(() => parseNotification(body)).toThrow(expect.objectContaining({ code: 'notification.malformed' }));
  });

  it.each([
    ['nothing', null],
    ['no sequencer', recordOf('ObjectCreated:Put', { sequencer: undefined })],
    ['a sequencer that is no number', recordOf('ObjectCreated:Put', { sequencer: '0G' })],
    ['a key with a broken percent', recordOf('ObjectCreated:Put', { key: 'a%E0%A4%A' })],
    ['an empty key', recordOf('ObjectCreated:Put', { key: '' })],
    ['a version without a name', recordOf('ObjectRemoved:Delete', { versionId: '' })],
  ])('refuses a record with %s, and keeps the good ones beside it', (_, bad) => {
    const good = recordOf('ObjectCreated:Put', {});
    const { changes, malformed } = parseNotification(JSON.stringify({ Records: [good, bad, good] }));
    expect(changes.map(({ key }) => key)).toEqual(['k', 'k']);
    expect(malformed).toEqual([expect.objectContaining({ code: 'notification.malformed' })]);
  });

  it('never ends in anything but changes or a rejection', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.json(),
      fc.jsonValue().map((Records) => JSON.stringify({ Records: [Records] })),
    );
    fc.assert(
      fc.property(anything, (body) => {
        try {
          return Array.isArray(parseNotification(body).changes);
        } catch (error) {
          return error instanceof Rejection;
        }
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('a key', () => {
  it.each([
    ['incoming/a+b.txt', 'incoming/a b.txt'],
    ['incoming/a%2Bb.txt', 'incoming/a+b.txt'],
    ['%F0%9F%93%B0.html', '📰.html'],
    ['a%2520b', 'a%20b'],
    ['..%2F..%2Fetc', '../../etc'],
    ['%00', '\0'],
  ])('%s is decoded exactly once', (encoded, key) => {
    expect(decodeKey(encoded)).toBe(key);
  });

  it('comes back from its encoded form, whatever it holds', () => {
    const keys = fc.string({ unit: 'grapheme', maxLength: 200 });
    fc.assert(
      fc.property(keys, (key) => decodeKey(encodeKey(key)) === key),
      { numRuns: 10_000 },
    );
  });
});

describe('a sequencer', () => {
  it.each([
    ['0055AED6DCD90281E5', '0055AED6DCD90281E6'],
    ['00', '01'],
    ['9', 'A'],
    ['0F', '1'],
    ['0055aed6dcd9', '0055AED6DCD90281E5'],
  ])('%s comes before %s', (older, newer) => {
    expect(paddedSequencer(older) < paddedSequencer(newer)).toBe(true);
  });
});
