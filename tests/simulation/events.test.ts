/** Events are a function of the set of stories once their days are settled: whatever the order, the races and the crashes. */
import { describe, expect, it } from 'vitest';
import { UNSETTLED_PK } from '../../shared/core/keys.ts';
import { type EventWorldOptions, eventDifferences, type StoryChange } from './event-world.ts';
import { type Random, seededRandom } from './random.ts';
import { replayable, seedsToRun } from './seeds.ts';

const { seeds, watchdogMs } = seedsToRun(300);
const NAMES = 'abcdefgh';
const DAYS = 14;

const ROUGH: EventWorldOptions = { faults: { crash: 0.002, error: 0.001, unfair: 0 }, workers: 5 };
const RACE: EventWorldOptions = { faults: { crash: 0, error: 0, unfair: 0.9 }, workers: 12 };
const optionsOf = (seed: number) => (seed % 2 === 0 ? ROUGH : RACE);

function someChanges(random: Random): readonly StoryChange[] {
  return Array.from({ length: 4 + random.below(14) }, () => ({
    name: random.pick([...NAMES]),
    day: random.below(DAYS),
    letter: random.chance(0.25) ? null : random.pick(['x', 'y']),
  }));
}

function differencesOf(seed: number, more: Partial<EventWorldOptions> = {}): Promise<readonly string[]> {
  const random = seededRandom(seed);
  return eventDifferences(someChanges(random), random, { ...optionsOf(seed), ...more });
}

/** Each is noticed by one of the first few dozen. */
const MUTANT_SEEDS = 600;
/** As above: some seeds take a busy machine a minute. */
const MUTANT_WATCHDOG_MS = 300_000;

type Sabotage = NonNullable<EventWorldOptions['sabotage']>;

const MUTANTS: Readonly<Record<string, Sabotage>> = {
  'are placed without a guard': (table) => ({
    ...table,
    put: (item, guard) => table.put(item, item.pk.startsWith('place#') ? null : guard),
  }),
  'are not settled again when a day changes meanwhile': (table) => ({
    ...table,
    async put(item, guard) {
      const isKnown = item.pk === UNSETTLED_PK && (await table.get(item)) !== null;
      return isKnown ? { applied: true, item } : table.put(item, guard);
    },
  }),
};

describe('events', () => {
  it(
    'are what the set of stories says, for many seeds of disorder',
    async () => {
      for (const seed of seeds) {
        await replayable(seed, 'events.test.ts', () => differencesOf(seed));
      }
    },
    watchdogMs,
  );

  it.each(Object.entries(MUTANTS))('that %s are noticed', { timeout: MUTANT_WATCHDOG_MS }, async (_, sabotage) => {
    let noticed = false;
    for (let seed = 1; seed <= MUTANT_SEEDS && !noticed; seed += 1)
      noticed = (await differencesOf(seed, { sabotage })).length > 0;
    expect(noticed).toBe(true);
  });
});
