/** The pure parts of the emulated S3: addresses, chunked bodies, ranges, listings, events and XML. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddress, readCopySource } from '../../infra/local/s3/address.ts';
import { decodeChunks } from '../../infra/local/s3/chunked.ts';
import { matches, messageBody, type ObjectEvent } from '../../infra/local/s3/events.ts';
import { pageOf } from '../../infra/local/s3/listing.ts';
import { readRange } from '../../infra/local/s3/range.ts';
import { readRecords, writeXml } from '../../infra/local/s3/xml.ts';

const keys = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });

function anEvent(key: string, name: ObjectEvent['name'] = 'ObjectCreated:Put'): ObjectEvent {
  const version = {
    ...{ bucket: 'b', key, versionId: 'v', isMarker: false, isLatest: true, blob: 'x', bytes: 5, etag: 'e' },
    ...{ lastModified: '2026-01-01T00:00:00.000Z', headers: {}, metadata: {}, checksums: {}, tags: {} },
  };
  return { name, version, sequencer: '0A', at: '2026-01-01T00:00:00.000Z' };
}

const rule = { id: 'r', events: ['s3:ObjectCreated:*'], prefix: 'in/', suffix: '', queue: 'q' };

describe('an address', () => {
  it('gives any key back as it was, for requests and for copies', () => {
    fc.assert(
      fc.property(keys, (key) => {
        const path = encodeURIComponent(key);
        expect(readAddress(`/bucket/${path}?versionId=1`)).toMatchObject({ bucket: 'bucket', key });
        expect(readCopySource(`/bucket/${path}?versionId=1`)).toEqual({ bucket: 'bucket', key, versionId: '1' });
      }),
    );
  });

  it('keeps plus signs and dots, which are parts of a key', () => {
    expect(readAddress('/b/../a+b//c')).toMatchObject({ bucket: 'b', key: '../a+b//c' });
  });

  it('refuses a broken percent sign and a key that is too long', () => {
    expect(() => readAddress('/b/%E0%A4%A')).toThrow("Couldn't parse");
    expect(() => readAddress(`/b/${'ü'.repeat(513)}`)).toThrow('too long');
  });
});

describe('a chunked body', () => {
  const wire = Buffer.from('5;chunk-signature=abc\r\nhel\r\n\r\n3\r\nlo!\r\n0\r\nx-amz-checksum-crc32: AAAA==\r\n\r\n');
  const inPieces = async function* (size: number) {
    for (let at = 0; at < wire.length; at += size) yield wire.subarray(at, at + size);
  };

  it('comes out the same however the network cuts it', async () => {
    for (let size = 1; size <= wire.length; size += 1) {
      const trailers = new Map<string, string>();
      const pieces: Uint8Array[] = [];
      for await (const piece of decodeChunks(inPieces(size), trailers)) pieces.push(piece);
      expect(Buffer.concat(pieces).toString()).toBe('hel\r\nlo!');
      expect(trailers).toEqual(new Map([['x-amz-checksum-crc32', 'AAAA==']]));
    }
  });

  it.each(['ff\r\nshort', 'no size\r\n', 'x'.repeat(20_000)])('that is broken is refused', async (text) => {
    const broken = async function* () {
      yield Buffer.from(text);
    };
    const read = async () => {
      for await (const _ of decodeChunks(broken(), new Map()));
    };
    await expect(read()).rejects.toMatchObject({ status: 400 });
  });
});

describe('a range', () => {
  it.each([
    ['bytes=0-4', { start: 0, end: 4 }],
    ['bytes=6-', { start: 6, end: 10 }],
    ['bytes=-5', { start: 6, end: 10 }],
    ['bytes=-50', { start: 0, end: 10 }],
    ['bytes=6-99', { start: 6, end: 10 }],
    ['bytes=0-1,3-4', null],
    ['lines=1-2', null],
    [null, null],
  ])('%j of eleven bytes', (header, expected) => {
    expect(readRange(header, 11)).toEqual(expected);
  });

  it('past the end is refused', () => {
    expect(() => readRange('bytes=11-', 11)).toThrow('not satisfiable');
    expect(() => readRange('bytes=0-', 0)).toThrow('not satisfiable');
  });
});

describe('a listing', () => {
  it('gives every key and folder once, whatever the size of its pages', () => {
    const folderKeys = fc.uniqueArray(fc.string({ unit: fc.constantFrom('a', 'b', '/'), minLength: 1, maxLength: 6 }), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(folderKeys, fc.integer({ min: 1, max: 5 }), (all, most) => {
        const sorted = all.toSorted().map((key) => ({ key }));
        const request = { prefix: '', delimiter: '/', most };
        const seen: string[] = [];
        let after: string | null = '';
        while (after !== null) {
          const from: string = after;
          const page = pageOf(
            sorted.filter(({ key }) => key > from),
            request,
          );
          seen.push(...page.entries.map(({ key }) => key), ...page.folders);
          after = page.next?.key ?? null;
        }
        const expected = new Set(all.map((key) => (key.includes('/') ? key.slice(0, key.indexOf('/') + 1) : key)));
        expect(seen.toSorted()).toEqual([...expected].sort());
      }),
    );
  });
});

describe('a notification', () => {
  it('form-encodes any key so that it comes back as it was', () => {
    fc.assert(
      fc.property(keys, (key) => {
        const encoded: string = JSON.parse(messageBody(rule, anEvent(key))).Records[0].s3.object.key;
        expect(encoded).toMatch(/^[A-Za-z0-9%+*._/-]+$/);
        expect(decodeURIComponent(encoded.replaceAll('+', ' '))).toBe(key);
      }),
    );
  });

  it.each([
    [['s3:ObjectCreated:*'], 'ObjectCreated:Put', 'in/a', true],
    [['s3:ObjectCreated:Put'], 'ObjectCreated:Copy', 'in/a', false],
    [['s3:ObjectRemoved:*'], 'ObjectRemoved:DeleteMarkerCreated', 'in/a', true],
    [['s3:ObjectCreated:*'], 'ObjectRemoved:Delete', 'in/a', false],
    [['s3:ObjectCreated:*'], 'ObjectCreated:Put', 'out/a', false],
  ] as const)('for %j and %s of %s is sent: %s', (events, name, key, sent) => {
    expect(matches({ ...rule, events }, anEvent(key, name))).toBe(sent);
  });
});

describe('XML', () => {
  it('carries any text to a reader and back', () => {
    fc.assert(
      fc.property(keys, (key) => {
        const xml = writeXml([
          'Delete',
          [
            [
              'Object',
              [
                ['Key', key],
                ['VersionId', 'v'],
              ],
            ],
            ['Quiet', true],
          ],
        ]);
        expect(readRecords(xml, 'Object')).toEqual([{ Key: key, VersionId: 'v' }]);
      }),
    );
  });
});
