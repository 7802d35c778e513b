/** Whoever follows the log of changes over HTTP gets an article when its embargo ends, once, and hears nothing of it before. */
import { describe, expect, it } from 'vitest';
import { answer } from '../../shared/api/answer.ts';
import { inProcess } from '../../shared/library/in-process.ts';
import { currentTable } from '../../shared/pipeline/current-schema.ts';
import { tellEndedEmbargoes } from '../../shared/pipeline/tell-embargoes.ts';
import { memoryStore } from '../../shared/testing/memory-store.ts';

const ENDS = '2999-01-01T01:00:00+01:00';

function aWorld() {
  const store = memoryStore(inProcess);
  let now = '2998-01-01T00:00:00.000Z';
  const ports = { table: currentTable(store.table), clock: () => now, pacing: { pause: async () => {} } };
  let cursor: string | null = null;
  return {
    at: (time: string) => {
      now = time;
    },
    put: (name: string, more: object, text = 'It is said in the harbour that the ferry is late again today.') => {
      const item = {
        ...{ uri: `https://${name}.example/a`, type: 'text', language: 'en', pubStatus: 'usable' },
        headlines: [{ role: 'main', value: `Headline of ${name}` }],
        bodies: [{ role: 'main', contentType: 'text/plain', value: text }],
        ...more,
      };
      return store.deliver(store.bucket.put(`incoming/${name}.json`, JSON.stringify(item)));
    },
    remove: (name: string) => store.deliver(store.bucket.remove(`incoming/${name}.json`)),
    tell: () => tellEndedEmbargoes(ports),
    /** What a follower is told next. */
    async follow(): Promise<readonly string[]> {
      const query = cursor === null ? '' : `since=${cursor}`;
      const request = { method: 'GET', path: '/changes', query, headers: {}, origin: '' };
      const { body } = await answer(request, { ...store.query, now: () => now }, () => {});
      const page = JSON.parse(String(body));
      cursor = page.cursor;
      return page.items.map(({ kind }: { kind: string }) => kind);
    },
  };
}

describe('the end of an embargo', () => {
  it('is a change that is told once, and nothing of the article is told before', async () => {
    const world = aWorld();
    await world.put('open', {});
    await world.put('early', { embargoed: ENDS });
    expect(await world.follow()).toEqual(['changed']);
    await world.put('early', { embargoed: ENDS }, 'It is said that the ferry is early, which nobody has seen before.');
    expect(await world.tell()).toBe(0);
    expect(await world.follow()).toEqual([]);
    // One may look by a clock that is behind: the end is told of when it has ended by all clocks.
    world.at('2999-01-01T00:01:00.000Z');
    expect([await world.tell(), await world.follow()]).toEqual([0, []]);
    world.at('2999-01-01T00:02:00.000Z');
    expect([await world.tell(), await world.follow()]).toEqual([1, ['changed']]);
    world.at('2999-01-01T01:00:00.000Z');
    expect([await world.tell(), await world.follow()]).toEqual([0, []]);
  });

  it('is not told of an article that is gone by then, or whose embargo was lifted before', async () => {
    const world = aWorld();
    await world.put('gone', { embargoed: ENDS });
    await world.put('lifted', { embargoed: ENDS });
    await world.put('lifted', {});
    await world.remove('gone');
    expect(await world.follow()).toEqual(['changed']);
    world.at('2999-01-02T00:00:00.000Z');
    await world.tell();
    expect(await world.follow()).toEqual([]);
  });

  it('is told for each of many, also when two runs are at it', async () => {
    const world = aWorld();
    for (const name of ['one', 'two', 'three']) await world.put(name, { embargoed: ENDS });
    await world.follow();
    world.at('2999-01-02T00:00:00.000Z');
    await Promise.all([world.tell(), world.tell()]);
    expect(await world.follow()).toEqual(['changed', 'changed', 'changed']);
  });
});

describe('what may be shown no more', () => {
  it('is told as gone to who may have it, and not at all when it never was shown', async () => {
    const world = aWorld();
    await world.put('recalled', {});
    expect(await world.follow()).toEqual(['changed']);
    await world.put('recalled', { pubStatus: 'stat:canceled' });
    await world.put('secret', { pubStatus: 'stat:withheld' });
    expect(await world.follow()).toEqual(['gone']);
  });

  it.each([
    ['under embargo', { embargoed: ENDS }],
    ['withheld', { pubStatus: 'stat:withheld' }],
  ])('is not told of when it was %s all the time: not when it changes, and not when it is removed', async (_, held) => {
    const world = aWorld();
    await world.put('secret', held);
    await world.put('secret', held, 'It is said that the ferry is early, which nobody has seen before.');
    expect(await world.follow()).toEqual([]);
    await world.remove('secret');
    expect(await world.follow()).toEqual([]);
    await world.put('secret', {});
    expect(await world.follow()).toEqual(['changed']);
    await world.remove('secret');
    expect(await world.follow()).toEqual(['gone']);
  });
});
