/** The archive shows what the store holds, whoever dies where, and nothing of what was taken down. */
import { describe, expect, it } from 'vitest';
import { runArchiveWorld, type Sabotage } from './archive-world.ts';
import { replayable, seedsToRun } from './seeds.ts';

const { seeds, isWhole, watchdogMs } = seedsToRun(12);
/** A file that is not there yet must also be missed by everybody who could write it again: a rare race. */
const MUTANT_SEEDS = 200;

describe('the archive', () => {
  it(
    'shows every article once, as it is, in its day, and no word of what was taken down',
    async () => {
      let deaths = 0;
      for (const seed of seeds)
        await replayable(seed, 'archive.test.ts', async () => {
          const { shown, stored, leftovers, deaths: own } = await runArchiveWorld(seed);
          deaths += own;
          return [...unlike(shown, stored), ...leftovers.map((one) => `left over: ${one}`)];
        });
      if (isWhole) expect(deaths).toBeGreaterThan(seeds.length);
    },
    watchdogMs,
  );

  it('is the same each time in the world of one seed, so that what a seed has shown can be looked at again', async () => {
    const [first, again] = [await runArchiveWorld(7), await runArchiveWorld(7)];
    expect(first.files.length).toBeGreaterThan(0);
    expect(again).toEqual(first);
  });

  it.each<readonly [string, Sabotage]>([
    ['forgets in which days an article was', { forgetsDays: true }],
    ['moves the cursor before the files are there', { writesLate: true }],
  ])('would not if it %s', async (_, sabotage) => {
    const isWrong = async (seed: number) => {
      const { shown, stored, leftovers } = await runArchiveWorld(seed, sabotage);
      return leftovers.length > 0 || shown.join() !== stored.join();
    };
    let noticed = false;
    for (let seed = 1; seed <= MUTANT_SEEDS && !noticed; seed += 1) noticed = await isWrong(seed);
    expect(noticed).toBe(true);
  });
});

function unlike(shown: readonly string[], stored: readonly string[]): readonly string[] {
  return shown.join() === stored.join() ? [] : [`shown: ${shown.join()}`, `stored: ${stored.join()}`];
}
