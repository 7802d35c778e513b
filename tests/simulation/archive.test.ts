/** The archive shows what the store holds, whoever dies where, and nothing of what was taken down. */
import { describe, expect, it } from 'vitest';
import { runArchiveWorld, type Sabotage } from './archive-world.ts';

const SEEDS = Number(process.env['SEEDS'] ?? 12);
const seeds = Array.from({ length: SEEDS }, (_, index) => index + 1);
/** A file that is not there yet must also be missed by everybody who could write it again: a rare race. */
const MUTANT_SEEDS = 200;

describe('the archive', () => {
  it('shows every article once, as it is, in its day, and no word of what was taken down', async () => {
    let deaths = 0;
    for (const seed of seeds) {
      const found = await runArchiveWorld(seed);
      expect({ seed, shown: found.shown, leftovers: found.leftovers }).toEqual({
        seed,
        shown: found.stored,
        leftovers: [],
      });
      deaths += found.deaths;
    }
    expect(deaths).toBeGreaterThan(SEEDS);
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
