/** From article to record: dates to file under, what only the surroundings know, and what is joined on read. */
import { describe, expect, it } from 'vitest';
import { assembleRecord, type SourceFacts } from '../../shared/core/assemble.ts';
import { NO_HINTS } from '../../shared/core/document.ts';
import { instantOf, trustedMoment } from '../../shared/core/moment.ts';
import { packRecord, unpackRecord } from '../../shared/core/packed.ts';
import { aDate, anArticle, UNDATED } from '../../shared/testing/builders.ts';

const FACTS: SourceFacts = {
  bucket: 'b',
  key: 'incoming/a.txt',
  member: null,
  path: null,
  versionId: 'v1',
  etag: 'e1',
  ingestedAt: '2026-01-02T00:00:00.000Z',
  storedAt: '2026-01-01T00:00:00.000Z',
  document: { bytes: 10, mediaType: 'text/plain', charset: 'utf-8', charsetBasis: 'utf-8-valid' },
};
const CAPTURED = { ...NO_HINTS, capturedAt: '2025-12-24T00:00:00.000Z' };

describe('the sort date', () => {
  const zoneless = {
    ...UNDATED,
    local: '2025-04-17T14:27:32',
    precision: 'second',
    status: 'stated-zone-assumed',
  } as const;
  const guessed = { ...UNDATED, estimate: { earliest: '2023-10-18', latest: '2023-10-19', basis: 'caption' } };
  it.each([
    ['a stated date', aDate('2023-10-16T07:59:00Z'), CAPTURED, '2023-10-16T07:59:00.000Z', 'published'],
    ['a date without a zone', zoneless, CAPTURED, '2025-04-17T14:27:32.000Z', 'published-zone-assumed'],
    [
      'a month',
      { ...zoneless, local: '2025-04', precision: 'month' } as const,
      CAPTURED,
      '2025-04-01T00:00:00.000Z',
      'published-zone-assumed',
    ],
    ['an estimate', guessed, CAPTURED, '2023-10-18T00:00:00.000Z', 'estimate'],
    [
      'a date that its page disproves',
      aDate('2099-01-01T00:00:00Z', { status: 'disputed' }),
      CAPTURED,
      CAPTURED.capturedAt,
      'captured',
    ],
    ['nothing at all', UNDATED, NO_HINTS, '2026-01-01T00:00:00.000Z', 'stored'],
  ])('of %s', (_, published, hints, utc, basis) => {
    const record = assembleRecord(anArticle({ published }), hints, FACTS);
    expect(record.sortDate).toEqual({ utc, basis });
    expect(record.effectiveDate).toEqual(record.sortDate);
  });
});

describe('a record', () => {
  it('says where it came from, and starts as version 1 of nobody’s story', () => {
    const record = assembleRecord(anArticle(), NO_HINTS, FACTS);
    expect(record).toMatchObject({
      version: 1,
      storyId: null,
      copyOf: null,
      ingestedAt: '2026-01-02T00:00:00.000Z',
      source: { bucket: 'b', key: 'incoming/a.txt', path: null, bytes: 10 },
      extractor: { name: 'wirefold', version: 12 },
    });
  });

  it('from the command line has a path and no key', () => {
    const record = assembleRecord(anArticle(), NO_HINTS, {
      ...FACTS,
      bucket: null,
      key: 'news/a.txt',
      path: 'news/a.txt',
    });
    expect(record.source).toMatchObject({ path: 'news/a.txt', key: null, bucket: null });
    expect(record.quality).not.toContain('no-url');
  });

  it('adds what only the surroundings know to its quality, once', () => {
    const document = { ...FACTS.document, charsetBasis: 'detector' } as const;
    const article = anArticle({ quality: ['no-url', 'body-short'] });
    expect(assembleRecord(article, NO_HINTS, { ...FACTS, document }).quality.toSorted()).toEqual([
      'body-short',
      'charset-guessed',
      'no-url',
    ]);
    const known = assembleRecord(anArticle(), { ...NO_HINTS, url: 'https://a.example/1' }, FACTS);
    expect(known).toMatchObject({ url: 'https://a.example/1', quality: [] });
    const stated = anArticle({ canonicalUrl: 'https://a.example/1' });
    expect(assembleRecord(stated, NO_HINTS, FACTS).quality).toEqual([]);
  });

  it('comes back from its packed form to the letter, and always packs to the same bytes', () => {
    const record = assembleRecord(anArticle({ headline: 'Ä “quote” 🗞' }), CAPTURED, FACTS);
    expect(unpackRecord(packRecord(record))).toEqual(record);
    expect(packRecord(record)).toEqual(packRecord(structuredClone(record)));
  });

  it('that is none is not read as one', () => {
    expect(() => unpackRecord(new Uint8Array([1, 2, 3]))).toThrow();
  });
});

describe('an instant', () => {
  it.each([
    ['2023-10-16', '2023-10-16T00:00:00.000Z'],
    ['2023-10-16T08:59+01:00', '2023-10-16T07:59:00.000Z'],
    ['2023-10-16T08:59:30.5Z', '2023-10-16T08:59:30.500Z'],
    ['2023-10-16T08:59:30.123456789+01:00', '2023-10-16T07:59:30.123Z'],
    ['2023-13-01', null],
    ['yesterday', null],
  ])('of %s is %s', (text, utc) => {
    expect(instantOf(text)).toBe(utc);
  });

  it('of a day may be its evening, so a day cannot claim to be before its own morning', () => {
    const day = aDate('2023-10-16T00:00:00Z', { precision: 'day' });
    expect(trustedMoment(day)).toEqual({ utc: '2023-10-16T00:00:00.000Z', latest: '2023-10-16T23:59:59.999Z' });
    expect(trustedMoment({ ...day, precision: 'month' })).toBeNull();
    expect(trustedMoment({ ...day, status: 'disputed' })).toBeNull();
  });
});
