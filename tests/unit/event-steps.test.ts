/** How a story finds its event, step by step: what is read and what is written. */
import { describe, expect, it } from 'vitest';
import type { Item } from '../../shared/core/item.ts';
import { aboutStory, settleEvent } from '../../shared/pipeline/settle-event.ts';
import { AT, aStore, carrier } from './asked-store.ts';

const summary = (id: string, given: Item | object = {}): Item => ({
  ...{ pk: `story#sty_${id}`, sk: 'summary', storyId: `sty_${id}`, present: true, texts: 1, copies: 1, first: null },
  ...{ shown: [carrier('art_a')], about: new Uint8Array([7]), gen: 1 },
  ...given,
});

describe('what a story is about', () => {
  it('stands in its summary, or in the text whose name it bears; without words it is about itself', async () => {
    const node = {
      ...{ pk: 'text#a1', sk: 'node', textId: 'a1', present: true, tally: { copies: 1, first: null, shown: [] } },
      ...{ print: null, about: new Uint8Array([9]), epoch: 1, posted: true, settled: true, storyId: 'sty_a1' },
      ...{ stories: [], mending: {}, gen: 1 },
    };
    const { about: _, ...old } = summary('a1');
    const first = { id: 'art_a', text: 'a1', utc: '2026-01-01T00:00:00.000Z', latest: '2026-01-01T00:00:00.000Z' };
    const of = async (...items: readonly Item[]) => aboutStory('sty_a1', (await aStore(...items)).ports);
    const said = { storyId: 'sty_a1', published: null, listedAt: AT };
    expect(await of(summary('a1'))).toEqual({ ...said, about: new Uint8Array([7]) });
    expect(await of(summary('a1', { first }))).toEqual({ ...said, about: new Uint8Array([7]), published: first.utc });
    expect(await of(old, node)).toEqual({ ...said, about: new Uint8Array([9]) });
    expect(await of(old)).toEqual({ ...said, about: new Uint8Array() });
    expect(await of(summary('a1', { about: null }), node)).toEqual({ ...said, about: new Uint8Array() });
    expect(await of(summary('a1', { shown: [] }))).toMatchObject({ listedAt: '' });
    expect([await of(summary('a1', { present: false })), await of()]).toEqual([null, null]);
  });
});

describe('a story that comes', () => {
  it('is listed by its day and topic, opens an event of its own, and calls for settling', async () => {
    const { ports, store, asked } = await aStore(summary('a1'));
    await settleEvent('sty_a1', ports);
    expect(asked).toEqual([
      ...['get place#sty_a1 event', 'get story#sty_a1 summary', 'put stories#2026-01-02#1 sty_a1'],
      ...[`put topic#a ${AT}#sty_a1`, 'query topic#a ', 'query topic#beside ', 'get stories#unsettled 2026-01-02'],
      ...['get stories#unsettled 2026-01-02', 'put stories#unsettled 2026-01-02', 'put place#sty_a1 event'],
    ]);
    const place = await store.get({ pk: 'place#sty_a1', sk: 'event' });
    expect(place).toMatchObject({ storyId: 'sty_a1', eventId: 'evt_a1', seen: { listedAt: AT }, gen: 1 });
    expect(await store.get({ pk: 'topic#a', sk: `${AT}#sty_a1` })).toMatchObject({ storyId: 'sty_a1' });
  });

  it('joins the event of a story that shares a topic, is there and has a place', async () => {
    const { ports, store } = await aStore(summary('a1'), summary('a2'), summary('a3', { present: false }));
    for (const id of ['sty_a3', 'sty_a2', 'sty_a1']) await settleEvent(id, ports);
    expect(await store.get({ pk: 'place#sty_a3', sk: 'event' })).toMatchObject({ eventId: null, seen: null });
    expect(await store.get({ pk: 'place#sty_a1', sk: 'event' })).toMatchObject({ eventId: 'evt_a2' });
    expect(store.items().filter(({ pk }) => pk.startsWith('event#'))).toEqual([
      { pk: 'event#evt_a2', sk: 'story#sty_a1', storyId: 'sty_a1' },
    ]);
  });

  it('that has not changed keeps its place, and looks no further', async () => {
    const { ports, store, asked } = await aStore(summary('a1'));
    await settleEvent('sty_a1', ports);
    asked.splice(0);
    await settleEvent('sty_a1', ports);
    expect(asked).toEqual(['get place#sty_a1 event', 'get story#sty_a1 summary', 'put place#sty_a1 event']);
    expect(await store.get({ pk: 'place#sty_a1', sk: 'event' })).toMatchObject({ eventId: 'evt_a1', gen: 2 });
  });

  it('stays in its event when it says something else on the same day, and looks around anew on another', async () => {
    const { ports, store } = await aStore(summary('a1'), summary('a2'));
    await settleEvent('sty_a1', ports);
    await settleEvent('sty_a2', ports);
    const place = () => store.get({ pk: 'place#sty_a1', sk: 'event' });
    await store.put(summary('a1', { about: new Uint8Array([8]) }), null);
    await settleEvent('sty_a1', ports);
    expect(await place()).toMatchObject({ eventId: 'evt_a1' });
    const later = '2026-01-05T00:00:00.000Z';
    await store.put({ pk: 'topic#beside', sk: 'x', storyId: 'sty_a2' }, null);
    await store.put(
      { ...(await store.get({ pk: 'place#sty_a2', sk: 'event' })), pk: 'place#sty_a2', sk: 'event', eventId: 'evt_zz' },
      null,
    );
    await store.put(summary('a1', { shown: [carrier('art_a', later)] }), null);
    await settleEvent('sty_a1', ports);
    expect(await place()).toMatchObject({ eventId: 'evt_zz', seen: { listedAt: later } });
    const days = store.items().filter(({ pk }) => pk === 'stories#unsettled');
    expect(days.map(({ sk, state }) => `${sk} ${state}`)).toEqual(['2026-01-02 unsettled', '2026-01-05 unsettled']);
  });

  it('and is gone is in no event, and its day is called for', async () => {
    const { ports, store } = await aStore(summary('a1'));
    await settleEvent('sty_a1', ports);
    await store.put({ pk: 'stories#unsettled', sk: '2026-01-02', state: 'settled', gen: 5 }, null);
    await store.put(summary('a1', { present: false }), null);
    await settleEvent('sty_a1', ports);
    expect(await store.get({ pk: 'place#sty_a1', sk: 'event' })).toMatchObject({ eventId: null, seen: null });
    expect(await store.get({ pk: 'stories#unsettled', sk: '2026-01-02' })).toMatchObject({
      state: 'unsettled',
      gen: 6,
    });
  });
});
