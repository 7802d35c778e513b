/** One seed of stories: articles that change their texts, a world, the right answer. Out: what differs, line by line. */
import { type Random, seededRandom } from './random.ts';
import { expectedStories, storedStories } from './story-fold.ts';
import { type Change, LETTERS, runStories, type StoryWorldOptions } from './story-world.ts';

/** Mending a family takes hundreds of calls: with more deaths than this none would ever be finished. */
const CRASH = 0.003;

export const ROUGH: StoryWorldOptions = {
  faults: { crash: CRASH, error: 0.001, unfair: 0 },
  workers: 6,
  duplicates: 0.3,
};
/** Nothing goes wrong but order. */
export const RACE: StoryWorldOptions = { faults: { crash: 0, error: 0, unfair: 0.9 }, workers: 16, duplicates: 0 };
export const CALM: StoryWorldOptions = { faults: { crash: CRASH, error: 0, unfair: 0.3 }, workers: 3, duplicates: 0 };

export async function differencesOf(seed: number, options: StoryWorldOptions): Promise<readonly string[]> {
  const random = seededRandom(seed);
  const changes = someChanges(random);
  const stored = storedStories(await runStories(changes, random, options));
  const expected = expectedStories(changes, LETTERS);
  return [
    ...expected.filter((line) => !stored.includes(line)).map((line) => `missing: ${line}`),
    ...stored.filter((line) => !expected.includes(line)).map((line) => `surplus: ${line}`),
  ];
}

function someChanges(random: Random): readonly Change[] {
  const letters = 'abcdefgh'.slice(0, 4 + random.below(5));
  const word = () =>
    Array.from({ length: 2 + random.below(2) }, () => random.pick([...letters]))
      .sort()
      .join('');
  return Array.from({ length: 3 + random.below(10) }, (_, article) =>
    Array.from({ length: 1 + random.below(3) }, (_, order) => ({
      articleId: `art_${article}${'xyz'[article % 3]}`,
      order,
      word: order > 0 && random.chance(0.35) ? null : word(),
    })),
  ).flat();
}
