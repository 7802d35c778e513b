/** Protocols that are wrong on purpose. Each must be noticed, or the simulation proves nothing. In: a table. Out: a worse one. */
import { isDeepStrictEqual } from 'node:util';
import type { Item } from '../../shared/core/item.ts';
import { SCHEMA } from '../../shared/core/migrations/schema.ts';
import type { Guard, Table } from '../../shared/pipeline/ports.ts';
import type { Random } from './random.ts';
import type { WorldOptions } from './world.ts';

type Sabotage = NonNullable<WorldOptions['sabotage']>;

const noGuard =
  (kind: Guard['kind']): Sabotage =>
  (table) => ({
    ...table,
    put: (item, guard) => table.put(item, guard?.kind === kind ? null : guard),
    update: (update) => table.update({ ...update, guard: update.guard?.kind === kind ? null : update.guard }),
  });

/** `parseInt` of sequencers: right for equal lengths only. */
const asNumbers: Sabotage = (table) => ({
  ...table,
  async update(update) {
    const stored = (await table.get(update.key))?.['revision'];
    if (update.guard?.kind !== 'newer' || typeof stored !== 'string') return table.update(update);
    const number = (revision: string) => Number.parseInt(revision.replace(/0*#.*$/, ''), 16);
    const older = number(update.guard.revision) <= number(stored);
    return older ? { applied: false, found: await table.get(update.key) } : table.update({ ...update, guard: null });
  },
});

/** A change that comes too late leaves no trace in the history. */
const noLateHistory: Sabotage = (table) => ({
  ...table,
  update: async (update) =>
    update.guard === null ? { applied: false, found: await table.get(update.key) } : table.update(update),
});

/** The old place is forgotten as soon as the head has a new text. */
const noTexts: Sabotage = (table) => ({
  ...table,
  put: (item, guard) => table.put(item['live'] === true ? { ...item, texts: [item['text'] ?? ''] } : item, guard),
});

/** Reads that lag behind by one write, sometimes. */
export const staleReads: Sabotage = (table, random: Random) => {
  const older = new Map<string, Item | null>();
  return {
    ...table,
    async get(key) {
      const name = JSON.stringify([key.pk, key.sk]);
      const now = await table.get(key);
      const before = older.get(name) ?? null;
      older.set(name, now);
      return random.chance(0.3) ? before : now;
    },
  };
};

/** What a row had before, and has no more, stays: a file that was mended is still listed as refused. */
const noRemoving: Sabotage = (table) => ({ ...table, update: (update) => table.update({ ...update, remove: [] }) });

/** A row first, its place in the feed after it, by a write of its own. */
const inTwoWrites = (table: Table): Table => ({
  ...table,
  async update(update) {
    const { feedPk, feedSk, ...set } = update.set;
    const written = await table.update({ ...update, set });
    if (!written.applied || feedPk === undefined || feedSk === undefined) return written;
    return table.update({ key: update.key, set: { feedPk, feedSk }, remove: [], guard: null });
  },
});

/** Why write what is there already? Because a worker that was overtaken can now write over it. */
const onlyWhatChanged = (table: Table): Table => ({
  ...table,
  async put(item, guard) {
    const found = guard?.kind === 'unchanged' ? await table.get({ pk: item.pk, sk: item.sk }) : null;
    const isSame = found !== null && isDeepStrictEqual({ ...found, gen: 0 }, { ...item, gen: 0, schema: SCHEMA });
    return isSame ? { applied: true, item } : table.put(item, guard);
  },
});

/** What is wrong, and what it changes of a world. */
export const MUTANTS: Readonly<Record<string, Partial<WorldOptions>>> = {
  'writes rows without a guard': { sabotage: noGuard('newer') },
  'compares sequencers as numbers': { sabotage: asNumbers },
  'forgets changes that come late': { sabotage: noLateHistory },
  'derives without a guard': { sabotage: noGuard('unchanged') },
  'forgets which stories an article was in': { sabotage: noTexts },
  'decides on reads that lag behind': { sabotage: staleReads },
  'leaves what a row had before': { sabotage: noRemoving },
  'writes a row and its place in the feed one after the other': { habit: inTwoWrites },
  'derives only what has changed': { habit: onlyWhatChanged },
  'acknowledges before the work is done': { forgetful: true },
  'takes no notice of versions deleted for good': { deaf: true },
  'lets in what was taken down': { blind: ['change', 'trigger'] },
  'does not look for take-downs once more after a row was written': { blind: ['trigger'] },
  'replays changes as if they were new': { renumbered: true },
};
