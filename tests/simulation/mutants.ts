/** Protocols that are wrong on purpose. Each must be noticed, or the simulation proves nothing. In: a table. Out: a worse one. */
import { Buffer } from 'node:buffer';
import type { Item } from '../../shared/core/item.ts';
import type { Guard } from '../../shared/pipeline/ports.ts';
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

/** What is logged goes where the end of the log was seen, whoever has come there since. */
const takesPlaces: Sabotage = (table) => ({
  ...table,
  put: (item, guard) => table.put(item, item.pk.startsWith('changes#') ? null : guard),
});

/** A head that goes back to what it said before looks as if nothing had happened. */
const noTurns: Sabotage = (table) => ({
  ...table,
  put: (item, guard) => table.put(item.sk === 'head' ? { ...item, turn: turnOf(item) } : item, guard),
});

function turnOf({ live, digest }: Item): number {
  return live === true ? Number.parseInt(Buffer.from(String(digest)).toString('hex').slice(0, 12), 16) : 0;
}

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

/** What is wrong, and what it changes of a world. */
export const MUTANTS: Readonly<Record<string, Partial<WorldOptions>>> = {
  'writes rows without a guard': { sabotage: noGuard('newer') },
  'compares sequencers as numbers': { sabotage: asNumbers },
  'forgets changes that come late': { sabotage: noLateHistory },
  'derives without a guard': { sabotage: noGuard('unchanged') },
  'forgets which stories an article was in': { sabotage: noTexts },
  'decides on reads that lag behind': { sabotage: staleReads },
  'takes places in the change log that are taken': { sabotage: takesPlaces },
  'logs no change to what an article said before': { sabotage: noTurns },
  'acknowledges before the work is done': { forgetful: true },
  'takes no notice of versions deleted for good': { deaf: true },
};
