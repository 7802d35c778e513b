/** The change log tells everybody who follows it of everything once: whatever the order, the races and the crashes. */
import { describe, expect, it } from 'vitest';
import type { Item } from '../../shared/core/item.ts';
import type { Table } from '../../shared/pipeline/ports.ts';
import { logProblems } from './log-reader.ts';
import { type LogWorldOptions, runLog } from './log-world.ts';
import { seededRandom } from './random.ts';
import { replayable, seedsToRun } from './seeds.ts';

const { seeds, watchdogMs } = seedsToRun(1_000);
/** All mutants but the last are noticed by one of the first three seeds; that of turns needs a follower who looks at the right moment. */
const MUTANT_SEEDS = 60;

const ROUGH: LogWorldOptions = { faults: { crash: 0.05, error: 0.03, unfair: 0.2 }, workers: 4 };
const RACE: LogWorldOptions = { faults: { crash: 0, error: 0, unfair: 0.7 }, workers: 8 };
const optionsOf = (seed: number) => (seed % 2 === 0 ? ROUGH : RACE);

type Sabotage = (table: Table) => Table;
const putting =
  (change: (item: Item) => Item | null, isUnguarded = false): Sabotage =>
  (table) => ({
    ...table,
    put: (item, guard) => table.put(change(item) ?? item, isUnguarded && change(item) !== null ? null : guard),
  });

/** A place of an entry, or a note of one. */
const entry = (item: Item) => (item.pk.startsWith('changes#') ? item : null);
const note = (item: Item) => (item.sk === 'logged' ? item : null);
/** A content that came back looks as if it had never been away. */
const TURNS: Readonly<Record<string, number>> = { one: 1, two: 2 };
const turnless = (item: Item) => (item.sk === 'head' ? { ...item, turn: TURNS[String(item['digest'])] ?? 0 } : null);

const MUTANTS: Readonly<Record<string, Sabotage>> = {
  'that takes places that are taken': putting(entry, true),
  'whose notes are written without a guard': putting(note, true),
  'that compares contents instead of their turns': putting(turnless),
  'that forgets its notes': (table) => ({
    ...table,
    get: async (key) => (key.sk === 'logged' ? null : table.get(key)),
    put: async (item, guard) => table.put(item, note(item) === null ? guard : null),
  }),
};

describe('a change log', () => {
  it(
    'tells its followers of each change once, and of all',
    async () => {
      for (const seed of seeds)
        await replayable(seed, 'log.test.ts', async () =>
          logProblems(await runLog(seededRandom(seed), optionsOf(seed))),
        );
    },
    watchdogMs,
  );

  it.each(Object.entries(MUTANTS))('%s is noticed', async (_, sabotage) => {
    let noticed = false;
    for (let seed = 1; seed <= MUTANT_SEEDS && !noticed; seed += 1) {
      noticed = await runLog(seededRandom(seed), { ...optionsOf(seed), sabotage }).then(
        (watched) => logProblems(watched).length > 0,
        () => true,
      );
    }
    expect(noticed).toBe(true);
  });
});
