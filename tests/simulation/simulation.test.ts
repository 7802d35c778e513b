/** The one invariant: what is stored is a function of what was delivered, never of order, repeats, or where a worker died. */
import { describe, expect, it } from 'vitest';
import { MUTANTS } from './mutants.ts';
import { addCounts, describeCounts, type PointCount, rarelyDied } from './point-counts.ts';
import { DEEP, RACE, ROUGH, runCrowd, runSeed } from './seed.ts';
import { replayable, seedsToRun } from './seeds.ts';
import type { WorldOptions } from './world.ts';

const { seeds, isWhole, watchdogMs } = seedsToRun(200);
const LEAST_DELIVERIES = seeds.length * 350;
/** A small world each, but with as many deliveries in all as were promised. */
const PLACES = 3;
const optionsOf = (seed: number) => [ROUGH, RACE, DEEP][seed % 3] ?? ROUGH;

describe('the stored state', () => {
  it(
    `is the sequential fold of what was delivered, for ${seeds.length} seeds of disorder`,
    async () => {
      let deliveries = 0;
      const counts = new Map<string, PointCount>();
      for (const seed of seeds) {
        await replayable(seed, 'simulation.test.ts', async () => {
          const result = await runSeed(seed, optionsOf(seed), PLACES);
          deliveries += result.deliveries;
          addCounts(counts, result.counts);
          return result.differences;
        });
      }
      console.log(`${seeds.length} seeds, ${deliveries} deliveries; ${describeCounts(counts)}`);
      if (!isWhole) return;
      expect(rarelyDied(counts)).toEqual([]);
      expect(deliveries).toBeGreaterThan(LEAST_DELIVERIES);
    },
    watchdogMs,
  );

  it.skipIf(!isWhole)('is that fold too in one crowded world of over 10,000 deliveries', async () => {
    const { deliveries, differences, counts } = await runCrowd(1);
    console.log(`one world, ${deliveries} deliveries; ${describeCounts(counts)}`);
    expect(differences).toEqual([]);
    expect(deliveries).toBeGreaterThan(10_000);
  });
});

describe('the simulation', () => {
  it('has nothing to say of the pipeline itself, in as few seeds and steps', async () => {
    expect(await firstNoticed({})).toBe(Number.POSITIVE_INFINITY);
  });

  it.each(Object.entries(MUTANTS))('notices a pipeline that %s', async (_, wrong) => {
    expect(await firstNoticed(wrong)).toBeLessThanOrEqual(MUTANT_SEEDS);
  });
});

/** Each is noticed by one of so few seeds; the hardest, by one in fifteen. */
const MUTANT_SEEDS = 20;
/** The pipeline itself needs under 40,000: who goes on without end is not watched for minutes. */
const MUTANT_STEPS = 50_000;
/** Nothing looks once more in the end, and mends. */
const AS_IT_IS: Partial<WorldOptions> = { steps: MUTANT_STEPS, late: false };

/** The seed that shows the mutant; a world that never comes to rest shows it too. */
async function firstNoticed(wrong: Partial<WorldOptions>): Promise<number> {
  for (let seed = 1; seed <= MUTANT_SEEDS; seed += 1) {
    const noticed = await runSeed(seed, { ...optionsOf(seed), ...wrong, ...AS_IT_IS }, PLACES).then(
      ({ differences }) => differences.length > 0,
      () => true,
    );
    if (noticed) return seed;
  }
  return Number.POSITIVE_INFINITY;
}
