/** Protocols of stories that are wrong on purpose. In: a table. Out: a worse one. */
import type { Item } from '../../shared/core/item.ts';
import { PIVOT_PREFIX, POSTING_PREFIX, TEXT_PREFIX } from '../../shared/core/keys.ts';
import type { Table } from '../../shared/pipeline/ports.ts';
import { staleReads } from './mutants.ts';
import type { StoryWorldOptions } from './story-world.ts';

type Sabotage = NonNullable<StoryWorldOptions['sabotage']>;

/** Puts of some items have another effect, or none. */
const putting =
  (isMeant: (item: Item) => boolean, effect: (item: Item) => Item | null): Sabotage =>
  (table) => ({
    ...table,
    async put(item, guard) {
      const other = isMeant(item) ? effect(item) : item;
      return other === null ? { applied: true, item } : table.put(other, guard);
    },
  });

/** Updates of nodes lose or gain some attributes. */
const updating =
  (change: (set: Readonly<Record<string, Item[string]>>) => Readonly<Record<string, Item[string]>>): Sabotage =>
  (table) => ({ ...table, update: (update) => table.update({ ...update, set: { ...change(update.set) } as never }) });

const without = (name: string) =>
  updating((set) => Object.fromEntries(Object.entries(set).filter(([key]) => key !== name)) as never);

const noGuard: Sabotage = (table: Table) => ({
  ...table,
  update: (update) => table.update({ ...update, guard: null }),
});

export const STORY_MUTANTS: Readonly<Record<string, Partial<StoryWorldOptions>>> = {
  'take a place without a guard': { sabotage: noGuard },
  'are found by reads that lag behind': { sabotage: staleReads },
  'forget what they have left': { sabotage: without('stories') },
  'keep no note of whose pairs were looked at': {
    sabotage: putting(
      ({ sk }) => sk.startsWith(PIVOT_PREFIX),
      () => null,
    ),
  },
  'go on counting texts that have left': {
    sabotage: putting(
      ({ pk, sk, present }) => pk.startsWith('story#') && sk.startsWith(TEXT_PREFIX) && present === false,
      () => null,
    ),
  },
  'go on listing texts that nobody carries': {
    sabotage: putting(
      ({ sk, present }) => sk.startsWith(POSTING_PREFIX) && present === false,
      () => null,
    ),
  },
  'are mended without a note': { sabotage: without('mending') },
};
