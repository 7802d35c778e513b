/** Embargoes in worlds made of chance: rows, counts and lists say who is held back until when, and others hear of each article when it ends. */
import { describe, expect, it } from 'vitest';
import type { Item, Value } from '../../shared/core/item.ts';
import type { Table } from '../../shared/pipeline/ports.ts';
import type { Delivery } from './deliveries.ts';
import { someEmbargoed } from './embargo-deliveries.ts';
import { isRecord, readingsOf } from './fold-reading.ts';
import { NEXT_VERSION } from './next-reader.ts';
import { addCounts, describeCounts, type PointCount } from './point-counts.ts';
import { seededRandom } from './random.ts';
import { RACE, ROUGH, run } from './seed.ts';
import { replayable, seedsToRun } from './seeds.ts';
import { shownProblems } from './shown-reader.ts';
import type { WorldOptions } from './world.ts';
import { END, type Hours } from './world-clock.ts';

const { seeds, isWhole, watchdogMs } = seedsToRun(20);
const MINUTES = 60_000;
const HOURS: Hours = { chance: 0.02, mostMs: 10 * MINUTES };
const TAKE_DOWNS = 1;
/** The pipeline itself comes to rest in far fewer. */
const STEPS = 50_000;
/** Points that only embargoes pass. */
const OWN = {
  'table.put embargo/*': 0.2,
  'table.put embargo/told': 0.3,
  'table.query embargo/': 0.2,
  'table.put changes/*': 0.4,
};
const optionsOf = (seed: number): WorldOptions => {
  const options = seed % 2 === 0 ? ROUGH : RACE;
  const faults = options.faults.crash === 0 ? options.faults : { ...options.faults, crashAt: OWN };
  return { ...options, faults, hours: HOURS, steps: STEPS };
};

async function runEmbargoes(seed: number, options: WorldOptions) {
  const random = seededRandom(seed);
  const deliveries = someEmbargoed(random);
  const result = await run(deliveries, TAKE_DOWNS, random, options);
  const records = deliveries.flatMap(byEachExtractor).flatMap(readingsOf).filter(isRecord);
  const open = records.filter(({ status, embargoedUntil }) => {
    return status === 'usable' && (embargoedUntil === null || Date.parse(embargoedUntil) <= Date.parse(END));
  });
  const shown = result.shown ?? { told: new Set(), believed: new Map(), problems: ['nobody followed'] };
  const ids = new Set(open.map(({ id }) => id));
  const others = shownProblems(result.items, shown, ids, END);
  const releases = result.items.filter(({ pk, gen }) => pk.startsWith('changes#') && Number(gen) < 0).length;
  return { ...result, releases, differences: [...result.differences, ...others] };
}

/** Whoever looks at a file again may do so with a later extractor, which finds an address that the first did not, and with it another id. */
function byEachExtractor(delivery: Delivery): readonly Delivery[] {
  return [delivery, { ...delivery, extractor: NEXT_VERSION }];
}

/** Puts of one kind are made otherwise, or not at all. */
const putting =
  (isMeant: (item: Item) => boolean, change: (item: Item) => Item): ((table: Table) => Table) =>
  (table) => ({ ...table, put: (item, guard) => table.put(isMeant(item) ? change(item) : item, guard) });

function without(name: string, { pk, sk, ...item }: Item): Item {
  return { ...Object.fromEntries(Object.entries(item).filter(([own]) => own !== name)), pk, sk };
}

function openly(tally: Value): Value {
  if (typeof tally !== 'object' || tally === null || !('hidden' in tally)) return tally;
  const { hidden: _, ...open } = tally;
  return open;
}

/** An article is entered by the end of its embargo only when it has been logged. */
const entersLate = (table: Table): Table => {
  const held: Item[] = [];
  return {
    ...table,
    async put(item, guard) {
      if (item.pk === 'embargo#ends') {
        held.push(item);
        return { applied: true, item };
      }
      const written = await table.put(item, guard);
      if (item.pk.startsWith('changes#')) for (const one of held.splice(0)) await table.put(one, null);
      return written;
    },
  };
};

const MUTANTS: Readonly<Record<string, Partial<WorldOptions>>> = {
  'enters the end of an embargo after it has told of the article': { habit: entersLate },
  'tells of the end a day before it has come': { hours: { ...HOURS, aheadMs: 24 * 60 * MINUTES } },
  'does not say of an entry that others have seen nothing yet': {
    habit: putting(
      ({ pk }) => pk.startsWith('changes#'),
      (item) => without('unseen', item),
    ),
  },
  'counts those who are held back like all others': {
    habit: putting(
      ({ tally }) => tally !== undefined,
      (item) => ({ ...item, tally: openly(item['tally'] ?? null) }),
    ),
  },
};

describe('what is under embargo', () => {
  it(
    `is held back until its end and told of then, as the sequential fold says, for ${seeds.length} seeds of disorder`,
    async () => {
      const counts = new Map<string, PointCount>();
      let [deliveries, releases] = [0, 0];
      for (const seed of seeds)
        await replayable(seed, 'embargo.test.ts', async () => {
          const result = await runEmbargoes(seed, optionsOf(seed));
          addCounts(counts, result.counts);
          deliveries += result.deliveries;
          releases += result.releases;
          return result.differences;
        });
      console.log(
        `${seeds.length} seeds of embargoes, ${deliveries} deliveries, ${releases} ends told; ${describeCounts(counts)}`,
      );
      if (isWhole) expect(releases).toBeGreaterThan(seeds.length);
    },
    watchdogMs,
  );

  it.each(Object.entries(MUTANTS))(
    'is not what it should be in a pipeline that %s',
    async (_, wrong) => {
      expect(await firstNoticed(wrong)).toBeLessThanOrEqual(MUTANT_SEEDS);
    },
    watchdogMs,
  );
});

/** Each is noticed by one of so few: the one that is hardest to see, an end that is entered late, by one world in ten. */
const MUTANT_SEEDS = 60;

async function firstNoticed(wrong: Partial<WorldOptions>): Promise<number> {
  for (let seed = 1; seed <= MUTANT_SEEDS; seed += 1) {
    const noticed = await runEmbargoes(seed, { ...optionsOf(seed), ...wrong }).then(
      ({ differences }) => differences.length > 0,
      () => true,
    );
    if (noticed) return seed;
  }
  return Number.POSITIVE_INFINITY;
}
