/** The one invariant: what is stored is a function of what was delivered, never of order, repeats, or where a worker died. */
import { describe, expect, it } from 'vitest';
import { MUTANTS } from './mutants.ts';
import { addCounts, describeCounts, type PointCount, rarelyDied } from './point-counts.ts';
import { RACE, runCrowd, runSeed } from './seed.ts';
import { replayable, seedsToRun } from './seeds.ts';
import { sideBySide } from './side-by-side.ts';
import { optionsOf, PLACES } from './small-worlds.ts';
import type { WorldOptions } from './world.ts';

const { seeds, isWhole, watchdogMs } = seedsToRun(200);
const LEAST_DELIVERIES = seeds.length * 350;

describe('the stored state', () => {
  it(
    `is the sequential fold of what was delivered, for ${seeds.length} seeds of disorder`,
    async () => {
      let deliveries = 0;
      const counts = new Map<string, PointCount>();
      const started = performance.now();
      await sideBySide(seeds, (answer) =>
        replayable(answer.seed, 'simulation.test.ts', async () => {
          if (answer.error !== null) throw answer.error;
          deliveries += answer.deliveries;
          addCounts(counts, answer.counts);
          return answer.differences;
        }),
      );
      const seconds = ((performance.now() - started) / 1_000).toFixed(1);
      console.log(`${seeds.length} seeds, ${deliveries} deliveries, ${seconds} s; ${describeCounts(counts)}`);
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

  it.each(Object.entries(MUTANTS))('notices a pipeline that %s', async (name, wrong) => {
    const world = MUTANT_WORLDS[name];
    const first = await firstNoticed(wrong, world);
    expect(first).toBeLessThanOrEqual(MUTANT_SEEDS);
    if (world !== undefined) expect(await isNoticed(first, {}, world)).toBe(false);
  });
});

/** Each is noticed by one of so few seeds. */
const MUTANT_SEEDS = 10;
/** In what world it is looked for, where not in each in turn: what only order can show is seldom seen where most workers die. */
const MUTANT_WORLDS: Readonly<Record<string, WorldOptions>> = {
  'does not look for take-downs once more after a row was written': RACE,
};
/** The pipeline itself needs under 40,000: who goes on without end is not watched for minutes. */
const MUTANT_STEPS = 50_000;

async function firstNoticed(wrong: Partial<WorldOptions>, world?: WorldOptions): Promise<number> {
  for (let seed = 1; seed <= MUTANT_SEEDS; seed += 1)
    if (await isNoticed(seed, wrong, world ?? optionsOf(seed))) return seed;
  return Number.POSITIVE_INFINITY;
}

/** Nothing looks once more in the end, and mends. A world that never comes to rest shows that something is wrong, too. */
function isNoticed(seed: number, wrong: Partial<WorldOptions>, world: WorldOptions): Promise<boolean> {
  return runSeed(seed, { ...world, ...wrong, steps: MUTANT_STEPS, late: false }, PLACES).then(
    ({ differences }) => differences.length > 0,
    () => true,
  );
}
