/** How a story finds its event, a day its settling, and what is down its purge, step by step: what is read and what is written. */
import { describe, expect, it } from 'vitest';
import { CursorError } from '../../shared/core/change-log.ts';
import type { Eventing } from '../../shared/core/eventing.ts';
import type { Item } from '../../shared/core/item.ts';
import { STORE_LIMITS } from '../../shared/core/store-limits.ts';
import type { ObjectVersion } from '../../shared/pipeline/ports.ts';
import { aboutStory, settleEvent } from '../../shared/pipeline/settle-event.ts';
import { standingDecision } from '../../shared/pipeline/standing-decision.ts';
import { isWalked, walkStory } from '../../shared/pipeline/story-walk.ts';
import {
  callForSettling,
  giveBack,
  leaveOff,
  markSettled,
  takeUp,
  unsettledDays,
} from '../../shared/pipeline/unsettled-days.ts';
import { versionsUnder } from '../../shared/pipeline/versions-under.ts';
import { askedTable, noPacing } from './asked-table.ts';

const AT = '2026-01-02T08:00:00.000Z';
const carrier = (articleId: string, sortUtc = AT) => ({
  articleId,
  text: 't1',
  publisher: null,
  moment: null,
  sortUtc,
});
const summary = (id: string, given: Item | object = {}): Item => ({
  ...{ pk: `story#sty_${id}`, sk: 'summary', storyId: `sty_${id}`, present: true, texts: 1, copies: 1, first: null },
  ...{ shown: [carrier('art_a')], about: new Uint8Array([7]), gen: 1 },
  ...given,
});
/** Every story has the key of its first letter, and looks beside it; it joins the first candidate. */
const eventing: Eventing = {
  keysOf: ({ storyId }) => ({ written: [storyId.slice(4, 5)], own: [storyId.slice(4, 5)], neighbours: ['beside'] }),
  candidates: (postings) => postings.flat(),
  choose: (_, candidates) => candidates[0]?.eventId ?? null,
  settle: () => new Map(),
};

async function aStore(...items: readonly Item[]) {
  const asked = await askedTable(...items);
  return { ...asked, ports: { table: asked.table, pacing: noPacing, eventing } };
}

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

describe('a day that is to be settled', () => {
  const KEY = { pk: 'stories#unsettled', sk: '2026-01-02' };
  async function aDay() {
    const { ports, store } = await aStore();
    await callForSettling('2026-01-02', ports);
    return { ports, now: () => store.get(KEY), days: () => unsettledDays(ports) };
  }

  it('remembers how its settlings went', async () => {
    const { ports, now, days } = await aDay();
    expect(await now()).toEqual({ ...KEY, at: null, stories: 0, tries: 0, state: 'unsettled', gen: 1 });
    const [day] = await days();
    if (day === undefined) throw new Error('no day');
    const mine = await takeUp(day, AT, ports);
    expect(await now()).toEqual({ ...KEY, at: AT, stories: 0, tries: 1, state: 'settling', gen: 2 });
    expect(mine).toEqual({ sk: KEY.sk, at: AT, stories: 0, tries: 1, state: 'settling', gen: 2, windows: [] });
    expect(await takeUp(day, AT, ports)).toBeNull();
    if (mine === null) throw new Error('not taken');
    await leaveOff(mine, [{ index: 3, stories: 7 }], ports);
    const left = {
      ...KEY,
      at: null,
      stories: 0,
      tries: 0,
      state: 'settling',
      gen: 3,
      windows: [{ index: 3, stories: 7 }],
    };
    expect(await now()).toEqual(left);
    await leaveOff(mine, [], ports);
    expect(await now()).toEqual(left);
    const [again] = await days();
    const taken = again === undefined ? null : await takeUp(again, AT, ports);
    if (taken === null) throw new Error('not taken');
    await markSettled(taken, 12, ports);
    expect(await now()).toEqual({ ...KEY, at: AT, stories: 12, tries: 0, state: 'settled', gen: 5 });
    expect(await days()).toEqual([]);
    await markSettled(taken, 13, ports);
    expect(await now()).toEqual({ ...KEY, at: AT, stories: 13, tries: 0, state: 'unsettled', gen: 6 });
  });

  it('is tried again at once when it fails, until it has failed too often', async () => {
    const { ports, now } = await aDay();
    for (const [tries, at] of [
      [STORE_LIMITS.dayFailures - 1, null],
      [STORE_LIMITS.dayFailures, AT],
    ] as const) {
      await ports.table.put({ ...KEY, at: AT, stories: 4, tries, state: 'settling', gen: 2 }, null);
      await giveBack({ ...KEY, at: AT, stories: 4, tries, state: 'settling', gen: 2, windows: [] }, ports);
      expect(await now()).toEqual({ ...KEY, at, stories: 4, tries, state: 'unsettled', gen: 3 });
    }
  });

  it('comes newest first, and not when it is settled', async () => {
    const day = (sk: string, state: string) => ({ pk: KEY.pk, sk, state, gen: 1 });
    const { ports } = await aStore(
      day('2026-01-01', 'unsettled'),
      day('2026-01-02', 'settled'),
      day('2026-01-03', 'settling'),
    );
    expect((await unsettledDays(ports)).map(({ sk }) => sk)).toEqual(['2026-01-03', '2026-01-01']);
  });
});

describe('the articles of a story, one by one', () => {
  const entry = (textId: string, tally: object, present = true): Item => ({
    ...{
      pk: 'story#s',
      sk: `text#${textId.slice(-1)}#${textId}`,
      textId,
      present,
      tally: { copies: 0, first: null, shown: [], ...tally },
    },
  });
  const member = (id: string, there = true): Item => ({
    ...{ pk: 'text#t2', sk: `member#${id.slice(-1)}#${id}`, articleId: id, carrier: there ? carrier(id) : null },
  });
  const walked = async (place: string | null, ...items: readonly Item[]) => {
    const found: string[] = [];
    for await (const one of walkStory('s', place, (await aStore(...items)).table))
      found.push(`${one.place} ${one.member === null ? 'end' : one.member.disputed}`);
    return found;
  };
  const first = { id: 'x', text: 't1', utc: '2020-01-01T00:00:00.000Z', latest: '2020-01-01T00:00:00.000Z' };
  const dated = { ...carrier('b2'), moment: { utc: AT, latest: AT } };
  const items = [
    entry('t1', { copies: 2, shown: [dated, carrier('a1')], first }),
    ...[entry('t2', { copies: 3, shown: [carrier('c1')] }), entry('t3', { copies: 1, shown: [carrier('z1')] }, false)],
    ...[member('c1'), member('d2', false), member('e3')],
  ];

  it('come from the entry while they are few, and from the text when they are many', async () => {
    expect(await walked(null, ...items)).toEqual([
      ...['~t1 a1 false', '~t1 b2 true', '~t1 end', '~t2 c1 false', '~t2 e3 false', '~t2 end', '~t3 end'],
    ]);
  });

  it('go on behind any place', async () => {
    expect(await walked('~t1 a1', ...items)).toEqual([
      '~t1 b2 true',
      '~t1 end',
      '~t2 c1 false',
      '~t2 e3 false',
      '~t2 end',
      '~t3 end',
    ]);
    expect(await walked('~t2 c1', ...items)).toEqual(['~t2 e3 false', '~t2 end', '~t3 end']);
    expect(await walked('~t2', ...items)).toEqual(['~t3 end']);
    await expect(walked('~t9 a', ...items)).rejects.toThrow(CursorError);
    expect([isWalked('~t1'), isWalked('2026-01-01')]).toEqual([true, false]);
  });
});

describe('what is down', () => {
  const stone = (name: string, given: object = {}): Item => ({
    ...{ pk: `tomb#${name}`, sk: 'tomb', name, kind: 'text', at: AT, reason: 'Letter', texts: [], articles: ['art_a'] },
    ...{ spares: ['art_b'], lifted: null, revision: AT, ...given },
  });
  const lifted = { at: AT, reason: 'Undone' };

  it('is told by the tombstones that stand', async () => {
    const of = async (...items: readonly Item[]) => standingDecision('art_a', (await aStore(...items)).table);
    const own = stone('art_a', { kind: 'article', texts: ['t1', 't2', 't3'] });
    expect(await of(own, stone('t1'), stone('t2', { lifted }))).toEqual({
      ...{ articleId: 'art_a', at: AT, reason: 'Letter' },
      texts: [{ textId: 't1', articles: ['art_a'], spares: ['art_b'] }],
    });
    expect(await of(stone('art_a', { lifted }), stone('t1'))).toBeNull();
    expect(await of(stone('t1'))).toBeNull();
  });

  it('is found in the bucket page by page, as far as it is wanted', async () => {
    const version = (key: string): ObjectVersion => ({ key, versionId: 'v', isMarker: false, lastModified: AT });
    const pages = [['a', 'a'], ['a', 'ab'], ['abc']].map((keys) => keys.map(version));
    const asked: unknown[] = [];
    const list = async (prefix: string, after: unknown) => {
      asked.push([prefix, after]);
      const at = asked.length - 1;
      return {
        versions: pages[at] ?? [],
        next: at < pages.length - 1 ? { key: `after ${at}`, versionId: null } : null,
      };
    };
    expect(await versionsUnder('a', () => true, { list })).toEqual(pages.flat());
    expect(asked).toEqual([
      ['a', null],
      ['a', { key: 'after 0', versionId: null }],
      ['a', { key: 'after 1', versionId: null }],
    ]);
    asked.splice(0);
    expect(await versionsUnder('a', ({ key }) => key === 'a', { list })).toEqual(['a', 'a', 'a'].map(version));
    expect(asked).toHaveLength(2);
    const endless = async () => ({ versions: [version('a')], next: { key: 'a', versionId: null } });
    await expect(versionsUnder('a', () => true, { list: endless })).rejects.toThrow(
      `There are more than ${STORE_LIMITS.versionPages} versions under a: purge them by hand`,
    );
  });
});
