/** The one invariant: what is stored is a function of what was delivered, never of order, repeats, or where a worker died. */
import { describe, expect, it } from 'vitest';
import { MUTANTS } from './mutants.ts';
import { RACE, ROUGH, runCrowd, runSeed } from './seed.ts';
import type { WorldOptions } from './world.ts';

/** `SEED=17` replays one; without it all are run. */
const ONE = process.env['SEED'];
const SEEDS = ONE === undefined ? Array.from({ length: 200 }, (_, index) => index + 1) : [Number(ONE)];

/** Each call at which a worker may die, and how often one must have died on either side of it. */
const CALLS = [
  'objects.read',
  'bodies.put',
  'table.get',
  'table.query',
  'table.put',
  'table.update',
  'versions.list',
  'versions.remove',
];
const DEATHS_PER_PLACE = 100;
/** As many as design and processor time allow: some fifteen seconds of one processor. */
const LEAST_DELIVERIES = 70_000;

describe('the stored state', () => {
  it(`is the sequential fold of what was delivered, for ${SEEDS.length} seeds of disorder`, async () => {
    let deliveries = 0;
    const deaths = new Map<string, number>();
    for (const seed of SEEDS) {
      const result = await runSeed(seed, seed % 2 === 0 ? ROUGH : RACE);
      deliveries += result.deliveries;
      for (const [name, count] of result.deaths) deaths.set(name, (deaths.get(name) ?? 0) + count);
      const replay = `seed ${seed} differs; replay it with: SEED=${seed} npx vitest run tests/simulation`;
      expect(result.differences, replay).toEqual([]);
    }
    console.log(
      `${SEEDS.length} seeds, ${deliveries} deliveries, deaths: ${JSON.stringify(Object.fromEntries(deaths))}`,
    );
    // A simulation that spares a call proves nothing about it.
    if (ONE !== undefined) return;
    const spared = CALLS.flatMap((call) => [`before ${call}`, `after ${call}`]).filter(
      (place) => (deaths.get(place) ?? 0) < DEATHS_PER_PLACE,
    );
    expect(spared).toEqual([]);
    expect(deliveries).toBeGreaterThan(LEAST_DELIVERIES);
  });

  it.skipIf(ONE !== undefined)('is that fold too in one crowded world of over 10,000 deliveries', async () => {
    const { deliveries, differences } = await runCrowd(1);
    expect(differences).toEqual([]);
    expect(deliveries).toBeGreaterThan(10_000);
  });
});

describe('the simulation', () => {
  it.each(Object.entries(MUTANTS))('notices a pipeline that %s', async (_, wrong) => {
    expect(await firstNoticed(wrong)).toBeLessThanOrEqual(MUTANT_SEEDS);
  });
});

/** Each is noticed by one of the first eleven seeds; the rest is room for changes of the pipeline. */
const MUTANT_SEEDS = 40;

/** The seed that shows the mutant; a world that never comes to rest shows it too. */
async function firstNoticed(wrong: Partial<WorldOptions>): Promise<number> {
  for (let seed = 1; seed <= MUTANT_SEEDS; seed += 1) {
    const noticed = await runSeed(seed, { ...(seed % 2 === 0 ? ROUGH : RACE), ...wrong }).then(
      ({ differences }) => differences.length > 0,
      () => true,
    );
    if (noticed) return seed;
  }
  return Number.POSITIVE_INFINITY;
}
