/** What differs between two readings, and what Lambda says when it gives records up. */
import { describe, expect, it } from 'vitest';
import { changedFields } from '../../shared/core/record-difference.ts';
import { streamLetter } from '../../shared/core/stream-letter.ts';
import { aRecord } from '../../shared/testing/a-record.ts';
import { aDate } from '../../shared/testing/builders.ts';

describe('two readings of the same bytes', () => {
  const record = aRecord();

  it('differ in nothing when only the code that read them does', () => {
    expect(changedFields(record, record)).toEqual([]);
    expect(changedFields(record, { ...record, extractor: { name: 'wirefold', version: 99 } })).toEqual([]);
  });

  it('differ in fields by name, and inside of some by the name of the part', () => {
    const published = aDate('2026-01-01T00:00:00.000Z');
    const after = { ...record, headline: 'Another', published, keywords: ['a'] };
    const names = changedFields(record, after);
    expect(names).toEqual(expect.arrayContaining(['headline', 'keywords', 'published.utc', 'published.status']));
    expect(names).not.toContain('published');
    expect(names).not.toContain('published.contradicts');
    expect([...changedFields(after, record)].sort()).toEqual([...names].sort());
  });

  it('differ in a field as a whole when one of them has none of it', () => {
    const publisher = { name: 'The Post', domain: null };
    expect(changedFields(record, { ...record, publisher })).toEqual(['publisher']);
    expect(changedFields({ ...record, publisher }, record)).toEqual(['publisher']);
    expect(changedFields({ ...record, publisher }, { ...record, publisher: { ...publisher, name: 'P' } })).toEqual([
      'publisher.name',
    ]);
  });
});

describe('a letter about records of a stream', () => {
  const BODY = {
    requestContext: {
      condition: 'RetryAttemptsExhausted',
      approximateInvokeCount: 11,
      functionArn: 'arn:aws:lambda:eu-central-1:000000000000:function:Wirefold-Group:$LATEST',
    },
    DDBStreamBatchInfo: { startSequenceNumber: '1', endSequenceNumber: '20', batchSize: 2 },
  };
  const read = (given: object = {}) => streamLetter(JSON.stringify({ ...BODY, ...given }));

  it('says which records, how often they were tried, and by whom', () => {
    const letter = { from: '1', to: '20', records: 2, tries: 11, condition: 'RetryAttemptsExhausted' };
    expect(read()).toEqual({ ...letter, functionName: 'Wirefold-Group' });
    const { functionArn: _, ...nameless } = BODY.requestContext;
    expect(read({ requestContext: nameless })).toEqual({ ...letter, functionName: null });
    expect(read({ requestContext: { ...BODY.requestContext, functionArn: 'short' } })?.functionName).toBeNull();
  });

  it.each(['', 'null', '{}', '[]', JSON.stringify({ ...BODY, DDBStreamBatchInfo: {} })])('is none: %s', (body) => {
    expect(streamLetter(body)).toBeNull();
  });

  it('is none when its numbers are no numbers', () => {
    for (const startSequenceNumber of ['', 'x1', '1x', '1'.repeat(41)])
      expect(read({ DDBStreamBatchInfo: { ...BODY.DDBStreamBatchInfo, startSequenceNumber } })).toBeNull();
    for (const endSequenceNumber of ['', 'x1', '1x', '1'.repeat(41)])
      expect(read({ DDBStreamBatchInfo: { ...BODY.DDBStreamBatchInfo, endSequenceNumber } })).toBeNull();
    expect(read({ requestContext: {} })).toBeNull();
  });
});
