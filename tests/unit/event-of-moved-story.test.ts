/** Events of stories whose day becomes known after they have come, or is only estimated: found on arrival, and the same when settled. */
import { describe, expect, it } from 'vitest';
import { EVENTS } from '../../shared/core/event/eventing.ts';
import { findObject } from '../../shared/pipeline/query.ts';
import { settleChanged } from '../../shared/pipeline/settle-window.ts';
import { readLines } from '../../shared/testing/line-reader.ts';
import { type MemoryStore, memoryStore } from '../../shared/testing/memory-store.ts';

const SINKING = [
  'The ferry Halmar ran onto a reef off Sundvik on Monday night, and all 214 passengers were taken ashore in lifeboats, the coast guard of Ostmark said.',
  'Captain Jorun Aske told investigators that the Kvalen beacon had been dark. The harbour office of Sundvik had announced no repairs.',
  'Divers are to look on Tuesday whether the hull of the Halmar can be sealed before the weather turns.',
];

/** Fictional: a wreck told by an agency, the same text on a page that was dated anew, a report of its own, and one whose day is an estimate. */
const PAGES: Readonly<Record<string, readonly string[]>> = {
  agency: [
    'Ferry runs onto reef off Sundvik',
    'published: 2023-10-16T08:00:00.000Z',
    'publisher: Ostmark Wire',
    ...SINKING,
  ],
  redated: ['Ferry on the reef', 'published: 2025-04-17T14:27:32.000Z', 'publisher: Later Daily', ...SINKING],
  report: [
    'Passengers of the Halmar tell of the night on the reef',
    'published: 2023-10-18T15:30:00.000Z',
    'publisher: Sundvik Herald',
    'Two days after the ferry Halmar ran onto the reef off Sundvik, passengers praised Captain Jorun Aske, who left the ship last.',
    'The coast guard of Ostmark confirmed that the Kvalen beacon had been dark for a week; the harbour office did not comment.',
    'Divers found a tear of nine metres in the hull of the Halmar.',
  ],
  estimated: [
    'Halmar wreck: beacon was dark for a week',
    'estimate: 2023-10-18',
    'publisher: Kvalen Bote',
    'The Kvalen beacon, off which the ferry Halmar ran onto a reef near Sundvik, had been dark for a week, the coast guard of Ostmark said.',
    'Captain Jorun Aske had reported it to the harbour office of Sundvik, which announced no repairs.',
    'The hull of the Halmar is torn over nine metres; divers doubt that the ferry can be saved.',
  ],
};
const NAMES = Object.keys(PAGES);

/** Lines as the other tests have them, and `estimate: DAY`, which stands in the text and on no dateline. */
const reader = {
  read: async ({ text }: { readonly text: string }) => {
    const day = /^estimate: (.*)$/m.exec(text)?.[1];
    const article = readLines(text.replace(/^estimate: .*\n/m, ''));
    if (day === undefined) return article;
    const estimate = { earliest: day, latest: day, basis: 'text' as const };
    return { ...article, published: { ...article.published, estimate } };
  },
};

async function aStore(order: readonly string[]): Promise<MemoryStore> {
  const store = memoryStore(reader);
  for (const name of order)
    await store.deliver(store.bucket.put(`incoming/${name}.txt`, (PAGES[name] ?? []).join('\n')));
  return store;
}

async function eventsIn(store: MemoryStore): Promise<readonly (string | null)[]> {
  const found = await Promise.all(NAMES.map((name) => findObject(`incoming/${name}.txt`, store.query)));
  return found.map((object) => (object?.state === 'stored' ? object.record.eventId : null));
}

const settled = (store: MemoryStore) =>
  settleChanged({ table: store.table, pacing: { pause: async () => {} }, eventing: EVENTS });

const ORDERS = [
  ['agency', 'redated', 'report', 'estimated'],
  ['redated', 'agency', 'report', 'estimated'],
  ['redated', 'report', 'estimated', 'agency'],
  ['estimated', 'report', 'redated', 'agency'],
];

describe('a story that has come under a day that was not its own', () => {
  it.each(ORDERS)('is in the event of its first copy, on arrival and settled: %s %s %s %s', async (...order) => {
    const store = await aStore(order);
    const arrived = await eventsIn(store);
    expect(new Set(arrived).size).toBe(1);
    expect(arrived[0]).not.toBeNull();
    await settled(store);
    const once = await aStore(NAMES);
    await settled(once);
    expect(await eventsIn(store)).toEqual(await eventsIn(once));
    expect(new Set(await eventsIn(store)).size).toBe(1);
  });
});
