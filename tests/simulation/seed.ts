/** One seed: a history, a world, the right answer. Out: what differs between them, line by line; nothing when all is well. */
import { linesOf } from './compare.ts';
import { type Delivery, manyDeliveries, someDeliveries } from './deliveries.ts';
import { factsByObject, seenVersions } from './fold.ts';
import { expectedItems } from './fold-articles.ts';
import { logProblems } from './log-reader.ts';
import { type Random, seededRandom } from './random.ts';
import { type Quiet, runWorld, type WorldOptions } from './world.ts';

/** To die before or after a read is to die between the same two writes: reads are many, and need it less often. */
const READS = { 'table.get': 0.011, 'table.query': 0.011 };

/** Much goes wrong, so everything is done many times. */
export const ROUGH: WorldOptions = {
  faults: {
    crash: 0.026,
    crashAt: { ...READS, 'objects.read': 0.12, 'table.update': 0.06, 'bodies.put': 0.4 },
    error: 0.015,
    unfair: 0,
  },
  workers: 8,
  duplicates: 0.5,
  arrivals: 0.02,
};

/** Nothing goes wrong but order: each message is handled once, and whoever is overtaken has no second chance to mend it. */
export const RACE: WorldOptions = {
  faults: { crash: 0, error: 0, unfair: 0.9 },
  workers: 32,
  duplicates: 0,
  arrivals: 0.3,
};

/** One large world: all that goes wrong in small ones, at once, with 16 workers. */
export const CROWD: WorldOptions = {
  faults: { crash: 0.05, crashAt: READS, error: 0.01, unfair: 0.3 },
  workers: 16,
  duplicates: 0.2,
  arrivals: 0.05,
};
const CROWD_PLACES = 70;

export interface SeedResult extends Quiet {
  readonly differences: readonly string[];
}

export function runSeed(seed: number, options: WorldOptions): Promise<SeedResult> {
  const random = seededRandom(seed);
  return run(someDeliveries(random), random, options);
}

export function runCrowd(seed: number): Promise<SeedResult> {
  const random = seededRandom(seed);
  return run(manyDeliveries(random, CROWD_PLACES), random, CROWD);
}

async function run(deliveries: readonly Delivery[], random: Random, options: WorldOptions): Promise<SeedResult> {
  const quiet = await runWorld(deliveries, random, options);
  const actual = new Set(linesOf(quiet.items));
  const expected = new Set(linesOf(expectedItems(factsByObject(deliveries, seenVersions(quiet.items)))));
  const missing = [...expected].filter((line) => !actual.has(line)).map((line) => `missing: ${line}`);
  const surplus = [...actual].filter((line) => !expected.has(line)).map((line) => `surplus: ${line}`);
  const bodies = quiet.items.flatMap(({ packedAt }) => (typeof packedAt === 'string' ? [packedAt] : []));
  const absent = bodies.filter((name) => !quiet.bodies.has(name)).map((name) => `absent: ${name}`);
  return { ...quiet, differences: [...missing, ...surplus, ...absent, ...logProblems(quiet)] };
}
