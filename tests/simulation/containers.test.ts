/** Containers in worlds made of chance: each member ends as it would alone, whoever dies where, and goes when its container goes. */
import { describe, expect, it } from 'vitest';
import { OBJECT_PREFIX } from '../../shared/core/keys.ts';
import { someContainers } from './container-deliveries.ts';
import { addCounts, describeCounts, type PointCount } from './point-counts.ts';
import { seededRandom } from './random.ts';
import { DEEP, RACE, ROUGH, run } from './seed.ts';
import { replayable, seedsToRun } from './seeds.ts';
import type { WorldOptions } from './world.ts';

const { seeds, isWhole, watchdogMs } = seedsToRun(15);
const TAKE_DOWNS = 2;
/** Points of containers are few among many: here they are where many die. */
const CRASH_AT = {
  ...{ 'queue.send': 0.2, 'objects.slice': 0.2, 'table.put members/m': 0.1 },
  ...{ 'table.update obj/found': 0.3, 'table.update obj/inside': 0.3 },
};
const optionsOf = (seed: number): WorldOptions => {
  const options = [ROUGH, RACE, DEEP][seed % 3] ?? ROUGH;
  const crashAt = options.faults.crash === 0 ? {} : { ...options.faults.crashAt, ...CRASH_AT };
  return { ...options, faults: { ...options.faults, crashAt }, hurry: 0.3 };
};
/** Nothing goes wrong by itself, and nothing is mended by being told twice. */
const CALM: WorldOptions = { ...RACE, faults: { crash: 0, error: 0, unfair: 0.3 }, workers: 4, hurry: 0.3 };
/** Contents are mostly worked off before others replace them. */
const SELDOM_OVERTAKEN: Partial<WorldOptions> = { workers: 1, faults: { crash: 0, error: 0, unfair: 0 } };
const ONLY_MENDED_BY_RETRIES: Partial<WorldOptions> = { ...ROUGH, hurry: 0.3 };

function runContainers(seed: number, options: WorldOptions) {
  const random = seededRandom(seed);
  return run(someContainers(random), TAKE_DOWNS, random, options);
}

const isRestInside = (body: string) => body.includes('"inside":');
const isSweep = (body: string) => body.includes('"kind":"sweep"');
const isRest = (body: string) => body.includes('"isWindow":false') && body.includes('"format":"warc"');

/** Protocols that are wrong on purpose. */
const MUTANTS: Readonly<Record<string, Partial<WorldOptions>>> = {
  'does not look for members of earlier contents': { loses: isSweep, ...SELDOM_OVERTAKEN },
  'loses what there was no time for': { loses: isRest },
  'loses what there was no time for in a file of an archive': { loses: isRestInside },
  'loses one message in ten': { loses: (_, random) => random.chance(0.1) },
  'acknowledges before the work is done': { ...ONLY_MENDED_BY_RETRIES, forgetful: true },
  'does not list a member before its article is derived': {
    habit: (table) => ({
      ...table,
      put: async (item, guard) => (item.pk.startsWith('members#') ? { applied: true, item } : table.put(item, guard)),
    }),
  },
  'takes every member for one of what its container holds now': {
    habit: (table) => ({
      ...table,
      async get(key) {
        const item = await table.get(key);
        const isMember = key.pk.startsWith(OBJECT_PREFIX) && typeof item?.['member'] === 'string';
        return isMember ? { ...item, member: null } : item;
      },
    }),
  },
};

describe('what containers hold', () => {
  it(
    `is the sequential fold of what was delivered, for ${seeds.length} seeds of disorder`,
    async () => {
      const counts = new Map<string, PointCount>();
      for (const seed of seeds)
        await replayable(seed, 'containers.test.ts', async () => {
          const result = await runContainers(seed, optionsOf(seed));
          addCounts(counts, result.counts);
          return result.differences;
        });
      console.log(`${seeds.length} seeds; ${describeCounts(counts)}`);
      const own = [
        'queue.send',
        'objects.slice',
        'table.put members/m',
        'table.put members/n',
        'table.update obj/found',
        'table.update obj/inside',
      ];
      const deaths = own.map((name) => counts.get(name) ?? { diedBefore: 0, diedAfter: 0 });
      if (isWhole)
        for (const { diedBefore, diedAfter } of deaths) expect(Math.min(diedBefore, diedAfter)).toBeGreaterThan(5);
    },
    watchdogMs,
  );

  it.each(Object.entries(MUTANTS))('would be wrong in a pipeline that %s', async (_, wrong) => {
    expect(await firstNoticed(wrong)).toBeLessThanOrEqual(MUTANT_SEEDS);
  });
});

const MUTANT_SEEDS = 30;

async function firstNoticed(wrong: Partial<WorldOptions>): Promise<number> {
  for (let seed = 1; seed <= MUTANT_SEEDS; seed += 1) {
    const noticed = await runContainers(seed, { ...CALM, ...wrong }).then(
      ({ differences }) => differences.length > 0,
      () => true,
    );
    if (noticed) return seed;
  }
  return Number.POSITIVE_INFINITY;
}
