/** A few simulated worlds, so that mutants that only disorder shows are judged too. In: fixed seeds. Out: nothing, or what differs. */
import { describe, expect, it } from 'vitest';
import { logProblems } from '../../tests/simulation/log-reader.ts';
import { runLog } from '../../tests/simulation/log-world.ts';
import { seededRandom } from '../../tests/simulation/random.ts';
import { RACE, ROUGH, runSeed } from '../../tests/simulation/seed.ts';
import { runStorySeed, RACE as STORY_RACE, ROUGH as STORY_ROUGH } from '../../tests/simulation/story-seed.ts';

/** Small, so that a mutant costs a second; what they miss the real simulation may still notice: the score is a lower bound. */
const PLACES = 2;

describe('a few worlds', () => {
  it.each([1, 2, 3])('hold what was delivered: seed %i', async (seed) => {
    const { differences } = await runSeed(seed, seed % 2 === 0 ? ROUGH : RACE, PLACES);
    expect(differences).toEqual([]);
  });

  it.each([1, 2, 3, 4])('hold the stories that the texts say: seed %i', async (seed) => {
    const { differences } = await runStorySeed(seed, seed % 2 === 0 ? STORY_ROUGH : STORY_RACE);
    expect(differences).toEqual([]);
  });

  it.each([1, 2, 3])('tell of each change once: seed %i', async (seed) => {
    const faults = { crash: 0.03, error: 0.03, unfair: 0.3 };
    expect(logProblems(await runLog(seededRandom(seed), { faults, workers: 5 }))).toEqual([]);
  });
});
