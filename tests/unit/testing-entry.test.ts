/** `wirefold/testing`, as a user's own test would use it. */
import { describe, expect, it } from 'vitest';
import { findArticle } from '../../shared/pipeline/query.ts';
import { anS3Event, anSqsEvent, aStreamRecord, lineReader, memoryStore } from '../../shared/testing/index.ts';

describe('wirefold/testing', () => {
  it('runs the pipeline in memory: drop a file, read its record', async () => {
    const store = memoryStore(lineReader);
    const change = store.bucket.put('incoming/a.txt', 'A headline\nA paragraph.', { metadata: { publisher: 'Us' } });
    const { articleId } = await store.deliver(change);
    expect(await findArticle(articleId ?? '', store.query)).toMatchObject({ headline: 'A headline', version: 1 });
  });

  it('builds the events that AWS sends', () => {
    const store = memoryStore(lineReader);
    const event = anSqsEvent([anS3Event(store.bucket.put('a b.txt', 'x')), 'not JSON'], { receives: 3 });
    expect(event.Records.map((record) => record.attributes.ApproximateReceiveCount)).toEqual(['3', '3']);
    expect(event.Records[0]?.body).toContain('"key":"a+b.txt"');
    expect(aStreamRecord('o').dynamodb?.Keys?.['pk']).toEqual({ S: 'obj#o' });
  });
});
