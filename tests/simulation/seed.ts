/** One seed: a history, a world, the right answer. Out: what differs between them, line by line; nothing when all is well. */
import { BUDGET } from '../../infra/budget.ts';
import { STREAM_RETRIES } from '../../infra/from-stream.ts';
import { linesOf } from './compare.ts';
import { type Delivery, manyDeliveries, someDeliveries } from './deliveries.ts';
import { factsByObject, seenVersions } from './fold.ts';
import { expectedItems } from './fold-articles.ts';
import { type Random, seededRandom } from './random.ts';
import { type Quiet, runWorld, type WorldOptions } from './world.ts';

/**
 * What fails more often than this is given up by its queue and goes to the dead letters. So a worker that makes sixty calls can die at
 * one call in ten, and its message is finished in the end.
 */
const PATIENCE = { change: BUDGET.maxReceives - 1, trigger: STREAM_RETRIES, story: STREAM_RETRIES };

/** A worker dies before one call in twenty, and after one in twenty. Most die early: few messages are carried to their end by the first. */
export const ROUGH: WorldOptions = {
  faults: { crash: 0.05, error: 0.015, unfair: 0 },
  workers: 8,
  duplicates: 0.5,
  patience: PATIENCE,
  arrivals: 0.02,
};

/** Points that are passed seldom, or late, when many have died on the way there. */
const SELDOM: Readonly<Record<string, number>> = {
  'bodies.put': 0.45,
  'table.put directory/day': 0.35,
  'table.put directory/state': 0.35,
  'table.put event/story': 0.2,
  'table.get stories/*': 0.1,
  'table.put stories/*': 0.1,
  'table.update art/head': 0.45,
  'table.update place/event': 0.2,
  'table.update text/node': 0.12,
  'table.get story/part': 0.06,
  'table.put story/part': 0.06,
  'table.put story/summary': 0.06,
  'table.put story/text': 0.06,
  'table.query story/part': 0.06,
  'table.query story/text': 0.06,
  'table.query text/part': 0.03,
};

/** Workers live long enough to reach the last calls, and die there. */
export const DEEP: WorldOptions = {
  ...ROUGH,
  faults: { crash: 0.008, crashAt: SELDOM, error: 0.015, unfair: 0 },
};

/** Nothing goes wrong but order: each message is handled once, and whoever is overtaken has no second chance to mend it. */
export const RACE: WorldOptions = {
  faults: { crash: 0, error: 0, unfair: 0.9 },
  workers: 32,
  duplicates: 0,
  patience: PATIENCE,
  arrivals: 0.3,
};

/** One large world: all that goes wrong in small ones, at once, with 16 workers. */
export const CROWD: WorldOptions = {
  faults: { crash: 0.05, error: 0.01, unfair: 0.3 },
  workers: 16,
  duplicates: 0.2,
  patience: PATIENCE,
  arrivals: 0.05,
};
const CROWD_PLACES = 90;

export interface SeedResult extends Quiet {
  readonly differences: readonly string[];
}

export function runSeed(seed: number, options: WorldOptions, places = 1): Promise<SeedResult> {
  const random = seededRandom(seed);
  return run(places === 1 ? someDeliveries(random) : manyDeliveries(random, places), random, options);
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
  return { ...quiet, differences: [...missing, ...surplus, ...absent] };
}
