/**
 * Near copies in the whole pipeline: any order of the same deliveries gives the same articles, stories and, once settled, events;
 * a rebuild from the rows gives them once more.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ObjectChange } from '../../shared/core/change.ts';
import { COPIES } from '../../shared/core/copies/kinship.ts';
import { EVENTS } from '../../shared/core/event/eventing.ts';
import type { Item } from '../../shared/core/item.ts';
import { OBJECT_PREFIX, objectIdFromPk } from '../../shared/core/keys.ts';
import { currentTable } from '../../shared/pipeline/current-schema.ts';
import { group } from '../../shared/pipeline/group.ts';
import { settleEvent } from '../../shared/pipeline/settle-event.ts';
import { settleChanged } from '../../shared/pipeline/settle-window.ts';
import { lineReader } from '../../shared/testing/line-reader.ts';
import { type MemoryStore, memoryStore, storiesOf } from '../../shared/testing/memory-store.ts';
import { type MemoryTable, memoryTable } from '../../shared/testing/memory-table.ts';
import { linesOf } from '../simulation/compare.ts';

/** Fictional; each over the length below which only equal texts are kin. */
const FERRY = [
  'The night ferry between Karlsund and Velmora will sail again from the first of June, the port authority said on Tuesday, eleven years after the last crossing was cancelled for want of passengers.',
  'Two refitted ships will carry up to 640 people and 180 cars on each trip, Anneli Brandvik, who heads the authority, told reporters at the quay.',
  'The crossing takes nine hours and will cost 59 crowns for a seat and 140 crowns for a cabin with a window.',
  'Velmora paid for the dredging of its inner harbour, which had silted up since the last ferry left, while Karlsund built a new ramp.',
];
const ORCHARD = [
  'Frost in the second week of May has cost the growers of the Ilmen valley two thirds of their apricots, the orchard union said on Monday after its members had counted the damage on 412 farms.',
  'Candles burned between the rows for five nights, but the wind from the Halm pass blew the warm air away, Petter Osk, a grower in the fourth generation, said.',
  'The union asks the province for 3.5 million crowns. A decision is expected before the harvest fair at the end of July.',
];
const STRAY = ['Rain is expected.'];

const page = (published: string, paragraphs: readonly string[]) =>
  ['A headline', `published: 2026-0${published}T08:00:00.000Z`, ...paragraphs].join('\n');

/** In the order in which it happened: copies that are cut, padded, joined by a digest, revised, taken down. */
function history(store: MemoryStore): readonly ObjectChange[] {
  const put = (name: string, published: string, paragraphs: readonly string[]) =>
    store.bucket.put(`incoming/${name}.txt`, page(published, paragraphs));
  return [
    put('wire', '3-03', FERRY),
    put('cut', '3-04', FERRY.slice(0, 3)),
    put('padded', '3-05', [
      ...FERRY,
      ...STRAY,
      'The mayor of Velmora thanked the dredgers and invited them to the first crossing.',
    ]),
    put('growers', '5-14', ORCHARD),
    put('growers-cut', '5-15', ORCHARD.slice(0, 2)),
    put('digest', '5-16', [...FERRY.slice(0, 3), ...ORCHARD]),
    put('turncoat', '3-06', FERRY.slice(0, 3)),
    put('turncoat', '5-14', ORCHARD.slice(0, 2)),
    store.bucket.remove('incoming/digest.txt'),
    store.bucket.remove('incoming/cut.txt'),
    put('cut', '3-04', FERRY.slice(0, 2)),
  ];
}

const portsOf = (table: MemoryTable) => ({
  ...{ table: currentTable(table), pacing: { pause: async () => {} }, kinship: COPIES, eventing: EVENTS },
  clock: () => '2026-01-01T00:00:00.000Z',
});

/** Topics are written on arrival and only say where to look. */
function factsOf(table: MemoryTable): readonly string[] {
  const isFact = ({ pk, sk }: Item) => !pk.startsWith('topic#') && !(pk.startsWith('stories#') && sk.length < 26);
  return linesOf(table.items().filter(isFact));
}

async function delivered(order: (changes: readonly ObjectChange[]) => readonly ObjectChange[]): Promise<MemoryTable> {
  const store = memoryStore(lineReader);
  for (const change of order(history(store))) await store.deliver(change);
  await settleChanged(portsOf(store.table));
  return store.table;
}

async function rebuilt(from: MemoryTable): Promise<MemoryTable> {
  const table = memoryTable();
  const rows = from.items().filter(({ pk }) => pk.startsWith(OBJECT_PREFIX));
  for (const row of rows) await table.put(row, null);
  for (const { pk } of rows) await group({ objectId: objectIdFromPk(pk) ?? '', articleIds: [] }, portsOf(table));
  for (const storyId of table.items().flatMap(storiesOf)) await settleEvent(storyId, portsOf(table));
  await settleChanged(portsOf(table));
  return table;
}

describe('near copies', () => {
  it('end in the same table for every order of deliveries, and for a rebuild', { timeout: 60_000 }, async () => {
    const expected = await delivered((changes) => changes);
    const stories = expected.items().filter(({ sk, present }) => sk === 'summary' && present === true);
    expect(stories.map(({ copies }) => copies).sort()).toEqual([3, 3]);
    const orders = fc.shuffledSubarray(
      Array.from({ length: 11 }, (_, at) => at),
      { minLength: 11 },
    );
    const property = fc.asyncProperty(orders, fc.nat(10), async (order, again) => {
      const table = await delivered((changes) => [...order, again].flatMap((at) => changes[at] ?? []));
      expect(factsOf(table)).toEqual(factsOf(expected));
      expect(factsOf(await rebuilt(table))).toEqual(factsOf(expected));
    });
    await fc.assert(property, { numRuns: 60 });
  });
});
