/** Outlets whose silence is told: what a deployment may say, and what is silent. */
import { describe, expect, it } from 'vitest';
import { readSilences } from '../../shared/core/outlet-silence.ts';
import { silentOutlets } from '../../shared/pipeline/silent-outlets.ts';
import { lineReader } from '../../shared/testing/line-reader.ts';
import { memoryStore } from '../../shared/testing/memory-store.ts';

const page = (name: string, published: string, publisher: string) =>
  `Harbour opens ${name}\npublished: ${published}\npublisher: ${publisher}\nShips came in, says ${name}.`;

async function aHerald(publisher = 'The Herald') {
  const store = memoryStore(lineReader);
  const put = (name: string, published: string) =>
    store.deliver(store.bucket.put(`incoming/${name}.txt`, page(name, published, publisher)));
  await put('a', '2026-03-01T10:00:00.000Z');
  await put('b', '2026-03-02T10:00:00.000Z');
  const silent = async (now: string, outlet = 'The Herald', hours = 24) =>
    (await silentOutlets([{ outlet, hours }], { table: store.table, clock: () => now })).map(({ lastAt }) => lastAt);
  return { ...store, put, silent };
}

describe('an outlet that is watched', () => {
  it('is silent when its newest article is older than it may be, by the hour', async () => {
    const { silent } = await aHerald();
    expect(await silent('2026-03-03T10:00:00.000Z')).toEqual([]);
    expect(await silent('2026-03-03T10:00:00.001Z')).toEqual(['2026-03-02T10:00:00.000Z']);
  });

  it.each([
    ['The Herald', 'the herald'],
    ['The Herald', 'THE HÉRALD'],
    ['herald.example', 'www.herald.example'],
  ])('that is %s may be called %s', async (publisher, name) => {
    const { silent } = await aHerald(publisher);
    expect(await silent('2026-03-09T00:00:00.000Z', name)).toEqual(['2026-03-02T10:00:00.000Z']);
  });

  it('is silent when nothing of it is there', async () => {
    expect(await (await aHerald()).silent('2026-03-02T12:00:00.000Z', 'The Post')).toEqual([null]);
  });

  it('is not heard by an article that is gone, nor by one with a date to come', async () => {
    const { silent, deliver, bucket, put } = await aHerald();
    await deliver(bucket.remove('incoming/b.txt'));
    await put('c', '2026-06-01T10:00:00.000Z');
    expect(await silent('2026-03-02T12:00:00.000Z')).toEqual(['2026-03-01T10:00:00.000Z']);
  });

  it('is not heard by the place of an article that its publisher has dated anew', async () => {
    const { silent, put } = await aHerald();
    await put('b', '2026-02-02T10:00:00.000Z');
    expect(await silent('2026-03-02T12:00:00.000Z')).toEqual(['2026-03-01T10:00:00.000Z']);
  });

  it('is found behind many that are gone', async () => {
    const { silent, put, deliver, bucket } = await aHerald();
    for (let at = 10; at < 35; at += 1) {
      await put(`n${at}`, `2026-03-02T11:${at}:00.000Z`);
      await deliver(bucket.remove(`incoming/n${at}.txt`));
    }
    expect(await silent('2026-03-04T00:00:00.000Z')).toEqual(['2026-03-02T10:00:00.000Z']);
  });
});

describe('what a deployment says', () => {
  it.each([
    ['', []],
    [
      'herald.example=24, The Post = 6',
      [
        { outlet: 'herald.example', hours: 24 },
        { outlet: 'The Post', hours: 6 },
      ],
    ],
    ['A=B Times=3', [{ outlet: 'A=B Times', hours: 3 }]],
  ])('%j is understood', (text, expected) => {
    expect(readSilences(text)).toEqual(expected);
  });

  it.each([
    'herald.example',
    'herald.example=0',
    'herald.example=745',
    'herald.example=1.5',
    '=24',
    'a=1,',
    'The Herald=1,the hérald=2',
    Array.from({ length: 51 }, (_, at) => `o${at}=1`).join(','),
  ])('%j is not', (text) => {
    expect(readSilences(text)).toBeNull();
  });
});
