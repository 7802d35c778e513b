/** A queue message, from its body to what is told of it. */
import { describe, expect, it } from 'vitest';
import { ingestMessage, type Told } from '../../shared/pipeline/ingest-message.ts';
import { anS3Event } from '../../shared/testing/builders.ts';
import { lineReader } from '../../shared/testing/line-reader.ts';
import { memoryBucket } from '../../shared/testing/memory-bucket.ts';
import { memoryTable } from '../../shared/testing/memory-table.ts';

async function tell(body: string) {
  const [bucket, table, told] = [memoryBucket(), memoryTable(), [] as Told[]];
  bucket.put('a', 'Headline\nA secret paragraph.');
  await ingestMessage({ body, receives: 1 }, { ...bucket, table, reader: lineReader }, (one) => told.push(one));
  return { told, table };
}

const change = memoryBucket().put('a', 'Headline\nA secret paragraph.');

describe('a message', () => {
  it('tells one outcome for each change, with ids and never a word of the page', async () => {
    const { told } = await tell(JSON.stringify(anS3Event(change, change)));
    expect(told).toMatchObject([
      { state: 'stored', put: 'written', key: 'a', articleId: expect.stringMatching(/^art_/) },
      { state: 'stored', put: 'known' },
    ]);
    expect(JSON.stringify(told)).not.toMatch(/secret|Headline/);
  });

  it('that fails says which object it was about before the queue gets it back', async () => {
    const [bucket, told] = [memoryBucket(), [] as Told[]];
    const objects = { ...bucket.objects, read: () => Promise.reject(new Error('throttled')) };
    const ports = { ...bucket, objects, table: memoryTable(), reader: lineReader };
    const message = { body: JSON.stringify(anS3Event(change)), receives: 1 };
    await expect(ingestMessage(message, ports, (one) => told.push(one))).rejects.toThrow('throttled');
    expect(told).toEqual([{ state: 'unfinished', key: 'a', at: change.at }]);
  });

  it('with a record that nobody can read is told of it, and the good ones beside it are ingested', async () => {
    const [record] = anS3Event(change).Records;
    const { told } = await tell(JSON.stringify({ Records: [{ eventName: 'ObjectCreated:Put' }, record] }));
    expect(told).toMatchObject([{ state: 'malformed' }, { state: 'stored', key: 'a' }]);
  });

  it('that is none is told with its code, and nothing is written', async () => {
    const { told, table } = await tell('{"half":');
    expect(told).toEqual([{ state: 'malformed', code: 'notification.malformed', reason: 'The message is not JSON.' }]);
    expect(table.items()).toEqual([]);
  });
});
