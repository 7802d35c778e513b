/** Stories are a function of the set of texts: whatever the order, the repeats, the races and the crashes. */
import { describe, expect, it } from 'vitest';
import { addCounts, describeCounts, type PointCount, rarelyDied } from './point-counts.ts';
import { replayable, seedsToRun } from './seeds.ts';
import { STORY_MUTANTS } from './story-mutants.ts';
import { CALM, RACE, ROUGH, runStorySeed, STORM } from './story-seed.ts';

const { seeds, isWhole, watchdogMs } = seedsToRun(800);

const optionsOf = (seed: number) => [ROUGH, RACE, CALM, ROUGH, RACE, STORM][seed % 6] ?? ROUGH;

describe('stories', () => {
  it(
    'are what the set of texts says, for many seeds of disorder',
    async () => {
      const counts = new Map<string, PointCount>();
      for (const seed of seeds) {
        await replayable(seed, 'stories.test.ts', async () => {
          const result = await runStorySeed(seed, optionsOf(seed));
          addCounts(counts, result.counts);
          return result.differences;
        });
      }
      console.log(`${seeds.length} seeds of stories; ${describeCounts(counts)}`);
      if (isWhole) expect(rarelyDied(counts)).toEqual([]);
    },
    watchdogMs,
  );

  it.each(Object.entries(STORY_MUTANTS))('that %s are noticed', async (_, wrong) => {
    let noticed = false;
    for (let seed = 1; seed <= MUTANT_SEEDS && !noticed; seed += 1) {
      noticed = await runStorySeed(seed, { ...optionsOf(seed), ...wrong }).then(
        ({ differences }) => differences.length > 0,
        () => true,
      );
    }
    expect(noticed).toBe(true);
  });
});

/** Each is noticed by one of the first hundred. */
const MUTANT_SEEDS = 300;
