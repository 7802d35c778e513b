/** One seed of stories: articles that change their texts, a world, the right answer. Out: what differs, line by line. */
import { STREAM_RETRIES } from '../../infra/budget.ts';
import type { PointCount } from './point-counts.ts';
import { type Random, seededRandom } from './random.ts';
import { expectedStories, storedStories } from './story-fold.ts';
import { type Change, LETTERS, runStories, type StoryWorldOptions } from './story-world.ts';

/** Mending a family takes hundreds of calls: a worker seldom lives to the end of it, so that few die there. */
const DEEP = 0.003;
/** Points that are passed late or seldom. */
const SELDOM: Readonly<Record<string, number>> = {
  'table.put key/pivot': 0.08,
  'table.query key/pivot': 0.008,
  'table.get text/part': 0.012,
  'table.put text/part': 0.015,
  'table.query text/part': 0.13,
  'table.get story/text': 0.05,
  'table.get story/part': 0.015,
  'table.get story/summary': 0.015,
  'table.put story/part': 0.015,
  'table.put story/text': 0.008,
  'table.put story/summary': 0.015,
  'table.query story/part': 0.03,
};

export const ROUGH: StoryWorldOptions = {
  faults: { crash: DEEP, crashAt: SELDOM, error: 0.001, unfair: 0 },
  workers: 6,
  duplicates: 0.3,
  patience: STREAM_RETRIES,
};
/** A worker dies before one call in twenty, and after one in twenty. */
export const STORM: StoryWorldOptions = { ...ROUGH, faults: { crash: 0.05, error: 0.01, unfair: 0.3 }, workers: 16 };
/** Nothing goes wrong but order. */
export const RACE: StoryWorldOptions = {
  ...ROUGH,
  faults: { crash: 0, error: 0, unfair: 0.9 },
  workers: 16,
  duplicates: 0,
};
export const CALM: StoryWorldOptions = {
  ...ROUGH,
  faults: { crash: DEEP, error: 0, unfair: 0.3 },
  workers: 3,
  duplicates: 0,
};

export interface StoryResult {
  readonly differences: readonly string[];
  readonly counts: ReadonlyMap<string, PointCount>;
}

export async function runStorySeed(seed: number, options: StoryWorldOptions): Promise<StoryResult> {
  const random = seededRandom(seed);
  const changes = someChanges(random);
  const { items, counts } = await runStories(changes, random, options);
  const stored = storedStories(items);
  const expected = expectedStories(changes, LETTERS);
  const missing = expected.filter((line) => !stored.includes(line)).map((line) => `missing: ${line}`);
  const surplus = stored.filter((line) => !expected.includes(line)).map((line) => `surplus: ${line}`);
  return { differences: [...missing, ...surplus], counts };
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
