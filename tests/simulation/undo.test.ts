/** A take-down that was taken back lets in what comes from then on, whoever dies where, and no word of what came before. */
import { describe, expect, it } from 'vitest';
import { addCounts, describeCounts, NEVER, type PointCount } from './point-counts.ts';
import { RACE, ROUGH } from './seed.ts';
import { replayable, seedsToRun } from './seeds.ts';
import { UNDO_MUTANTS } from './undo-mutants.ts';
import { runUndoSeed } from './undo-seed.ts';

const { seeds, isWhole, watchdogMs } = seedsToRun(40);
/** At the writing of a decision, on either side. */
const LEAST_DEATHS = 100;
/** Take-downs that broke off in the middle, were given up, and were taken back. */
const LEAST_BROKEN_OFF = 5;
const optionsOf = (seed: number) => (seed % 2 === 0 ? ROUGH : RACE);

describe('an undo', () => {
  it(
    'lets in what comes after it, and nothing that came before',
    async () => {
      const counts = new Map<string, PointCount>();
      let deliveries = 0;
      let brokenOff = 0;
      for (const seed of seeds) {
        await replayable(seed, 'undo.test.ts', async () => {
          const result = await runUndoSeed(seed, optionsOf(seed));
          addCounts(counts, result.counts);
          deliveries += result.deliveries;
          brokenOff += result.brokenOff;
          return result.differences;
        });
      }
      console.log(
        `${seeds.length} seeds of undos, ${deliveries} deliveries, ${brokenOff} take-downs that broke off; ${describeCounts(counts)}; ${JSON.stringify(counts.get('table.put tomb/tomb'))}`,
      );
      if (!isWhole) return;
      expect(brokenOff).toBeGreaterThan(LEAST_BROKEN_OFF);
      const { diedBefore, diedAfter } = counts.get('table.put tomb/tomb') ?? NEVER;
      expect(Math.min(diedBefore, diedAfter)).toBeGreaterThan(LEAST_DEATHS);
    },
    watchdogMs,
  );

  it.each(Object.entries(UNDO_MUTANTS))('that %s is noticed', async (_, wrong) => {
    let noticed = false;
    for (let seed = 1; seed <= MUTANT_SEEDS && !noticed; seed += 1) {
      noticed = await runUndoSeed(seed, { ...optionsOf(seed), ...wrong }).then(
        ({ differences }) => differences.length > 0,
        () => true,
      );
    }
    expect(noticed).toBe(true);
  });
});

/** Each is noticed by one of so few. */
const MUTANT_SEEDS = 40;
