/** Events in the store: placed on arrival, then settled for a window of days, in any order of arrival. */
import { describe, expect, it } from 'vitest';
import { EVENTS } from '../../shared/core/event/eventing.ts';
import { findObject } from '../../shared/pipeline/query.ts';
import { findEvent } from '../../shared/pipeline/query-event.ts';
import { settleChanged } from '../../shared/pipeline/settle-window.ts';
import { lineReader } from '../../shared/testing/line-reader.ts';
import { type MemoryStore, memoryStore } from '../../shared/testing/memory-store.ts';

/** Fictional: one landslide told three times, and a matter of its own. */
const PAGES: Readonly<Record<string, readonly string[]>> = {
  'slide-1': [
    'Landslide buries road to Tarnholm',
    'published: 2025-12-30T08:00:00.000Z',
    'publisher: Tarnholm Bote',
    'A landslide buried the only road to the mountain village of Tarnholm on Tuesday morning, cutting off about 900 residents, the district of Ostrava Nord said.',
    'Heavy rain had soaked the slope above the Kessel gorge for a week. Nobody was hurt, according to mayor Irja Solvang, but two parked cars were swept away.',
    'Geologists from the Tarnholm mountain service fear further slides and have closed the Kessel gorge to hikers as well.',
  ],
  'slide-2': [
    'Tarnholm cut off after slope gives way in Kessel gorge',
    'published: 2025-12-30T15:30:00.000Z',
    'publisher: Northern Ledger',
    'Helicopters began to fly food to Tarnholm on Tuesday afternoon after a slope in the Kessel gorge gave way and buried the road, the mountain service said.',
    'Mayor Irja Solvang called on the 900 residents to save drinking water, because the slide had also torn a main pipe.',
    'The rain is forecast to stop on Thursday; until then geologists do not want to send excavators into the gorge.',
  ],
  'slide-3': [
    'Excavators reach Tarnholm three days after landslide',
    'published: 2026-01-01T12:00:00.000Z',
    'publisher: Tarnholm Bote',
    'Excavators began to clear the road to Tarnholm through the Kessel gorge on Thursday, three days after the landslide that cut off the village.',
    'It will be two weeks before cars can pass, mayor Irja Solvang told residents, who are still supplied by helicopters of the mountain service.',
    'Geologists have put sensors into the slope that are to warn the crews of further slides.',
  ],
  bakery: [
    'Oldest bakery of Velmora sold to its apprentices',
    'published: 2025-12-31T09:00:00.000Z',
    'publisher: Velmora Post',
    'The oldest bakery of Velmora, which has sold rye bread on Fish Lane since 1871, now belongs to the three apprentices who learned their trade there.',
    'Owner Tomas Ekholt, 74, wanted no chain to take over the ovens and lent the buyers part of the price himself.',
  ],
};
const NAMES = Object.keys(PAGES);

async function aStore(order: readonly string[]): Promise<MemoryStore> {
  const store = memoryStore(lineReader);
  for (const name of order)
    await store.deliver(store.bucket.put(`incoming/${name}.txt`, (PAGES[name] ?? []).join('\n')));
  return store;
}

const portsOf = (store: MemoryStore) => ({
  ...{ table: store.table, pacing: { pause: async () => {} }, eventing: EVENTS },
});

async function eventOf(store: MemoryStore, name: string): Promise<string> {
  const found = await findObject(`incoming/${name}.txt`, store.query);
  if (found?.state !== 'stored') throw new Error(`${name} is not stored`);
  const event = await findEvent(found.record.id, store.query);
  return event?.eventId ?? 'none';
}

const orders: readonly (readonly string[])[] = [
  NAMES,
  NAMES.toReversed(),
  ['slide-3', 'bakery', 'slide-1', 'slide-2'],
  ['slide-2', 'slide-1', 'bakery', 'slide-3'],
];

describe('a story that arrives', () => {
  it.each(orders)('is in an event at once: %s %s %s %s', async (...order) => {
    const store = await aStore(order);
    const events = await Promise.all(NAMES.map((name) => eventOf(store, name)));
    expect(events.every((id) => id.startsWith('evt_'))).toBe(true);
    expect(events[3]).not.toBe(events[0]);
  });
});

describe('a window that is settled', () => {
  it.each(orders)('gathers what tells of one happening, in any order of arrival: %s %s %s %s', async (...order) => {
    const store = await aStore(order);
    await settleChanged(portsOf(store));
    const events = await Promise.all(NAMES.map((name) => eventOf(store, name)));
    const reference = await aStore(NAMES);
    await settleChanged(portsOf(reference));
    expect(events).toEqual(await Promise.all(NAMES.map((name) => eventOf(reference, name))));
    expect(new Set(events.slice(0, 3)).size).toBe(1);
    expect(events[3]).not.toBe(events[0]);
  });

  it('tells an event with its span, its outlets and its stories in time order', async () => {
    const store = await aStore(NAMES.toReversed());
    await settleChanged(portsOf(store));
    const event = await findEvent(await eventOf(store, 'slide-2'), store.query);
    expect(event).toMatchObject({
      settled: true,
      description: {
        from: '2025-12-30T08:00:00.000Z',
        until: '2026-01-01T12:00:00.000Z',
        outlets: ['Northern Ledger', 'Tarnholm Bote'],
        stories: 3,
        articles: 3,
      },
    });
    expect(event?.stories.map(({ headline }) => headline)).toEqual([0, 1, 2].map((at) => PAGES[NAMES[at] ?? '']?.[0]));
  });

  it('waits for its turn when the clock says so, and forgets nothing while it waits', async () => {
    const store = await aStore(NAMES.slice(0, 2));
    let now = '2026-01-02T00:00:00.000Z';
    const ports = { ...portsOf(store), clock: () => now };
    await settleChanged(ports);
    const days = { pk: 'stories#unsettled', prefix: '', after: null, newestFirst: false, limit: 10 };
    for (const day of await store.table.query(days)) await store.table.put({ ...day, stories: 4_000 }, null);
    await store.deliver(store.bucket.remove('incoming/slide-1.txt'));
    now = '2026-01-02T00:10:00.000Z';
    const early = await settleChanged(ports);
    expect(early.some(({ from, until }) => from <= '2025-12-30' && until >= '2025-12-30')).toBe(false);
    expect((await findEvent(await eventOf(store, 'slide-2'), store.query))?.settled).toBe(false);
    now = '2026-01-02T06:00:00.000Z';
    await settleChanged(ports);
    expect(await settleChanged(ports)).toEqual([]);
    expect((await findEvent(await eventOf(store, 'slide-2'), store.query))?.settled).toBe(true);
  });

  it('is left by a story that nobody carries any more, and changes nothing the second time', async () => {
    const store = await aStore(NAMES);
    await settleChanged(portsOf(store));
    const again = await settleChanged(portsOf(store));
    expect(again).toEqual([]);
    const event = await eventOf(store, 'slide-1');
    await store.deliver(store.bucket.remove('incoming/slide-1.txt'));
    await settleChanged(portsOf(store));
    expect((await findEvent(event, store.query))?.stories ?? []).not.toContainEqual(
      expect.objectContaining({ headline: PAGES['slide-1']?.[0] }),
    );
    expect(await eventOf(store, 'slide-2')).toBe(await eventOf(store, 'slide-3'));
  });

  it('does not leave the first days of a happening behind as time goes by', async () => {
    const store = await aStore(NAMES);
    await settleChanged(portsOf(store));
    const events = await Promise.all(NAMES.map((name) => eventOf(store, name)));
    for (let day = 2; day < 20; day += 1) {
      const date = `2026-01-${String(day).padStart(2, '0')}T09:00:00.000Z`;
      const page = (PAGES['bakery'] ?? []).map((line) => line.replace(/published: .*/, `published: ${date}`));
      await store.deliver(store.bucket.put(`incoming/bakery-${day}.txt`, [...page, `Day ${day}.`].join('\n')));
      await settleChanged(portsOf(store));
    }
    expect(await Promise.all(NAMES.slice(0, 3).map((name) => eventOf(store, name)))).toEqual(events.slice(0, 3));
  });

  it('is settled again when a story that held others together has gone, however old', async () => {
    const [grown, shrunk] = [await aStore(NAMES.slice(1)), await aStore(NAMES)];
    await settleChanged(portsOf(shrunk));
    await shrunk.deliver(shrunk.bucket.remove('incoming/slide-1.txt'));
    expect(await settleChanged(portsOf(shrunk))).not.toEqual([]);
    await settleChanged(portsOf(grown));
    for (const name of NAMES.slice(1)) expect(await eventOf(shrunk, name)).toBe(await eventOf(grown, name));
  });

  it('is settled again when the date of a story has changed', async () => {
    const store = await aStore(NAMES);
    await settleChanged(portsOf(store));
    const moved = (PAGES['slide-3'] ?? []).map((line) => line.replace('2026-01-01', '2025-12-31'));
    await store.deliver(store.bucket.put('incoming/slide-3.txt', moved.join('\n')));
    expect((await settleChanged(portsOf(store))).length).toBeGreaterThan(0);
    expect(await settleChanged(portsOf(store))).toEqual([]);
  });

  it('is also settled when an archive of older days was loaded, once', async () => {
    const store = memoryStore(lineReader);
    for (const name of NAMES) {
      const text = (PAGES[name] ?? [])
        .join('\n')
        .replace(/published: (\d{4}-\d\d-\d\d)/, (_, day) => `published: ${OLD_DAYS.get(day)}`);
      await store.deliver(store.bucket.put(`incoming/${name}.txt`, text));
    }
    await settleChanged(portsOf(store));
    const events = await Promise.all(NAMES.map((name) => eventOf(store, name)));
    expect(new Set(events.slice(0, 3)).size).toBe(1);
    expect(await settleChanged(portsOf(store))).toEqual([]);
  });
});

const OLD_DAYS = new Map([
  ['2025-12-30', '2023-10-16'],
  ['2025-12-31', '2023-10-17'],
  ['2026-01-01', '2023-10-18'],
]);
