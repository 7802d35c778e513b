/**
 * How much likeness means in a language without a table: `node bench/stories/untabled.ts [--data DIR]`. English stories are told to be in a
 * language that nobody knows, in windows of few stories, all of one day. In: the labelled stories. Out: of the pairs that are joined how
 * many belong together, and how many of those that do are joined: with the table, without it, and under shared/core/event/language-doubt.ts.
 */
import { parseArgs } from 'node:util';
import {
  type ComparedPair,
  comparedPairs,
  settledClusters,
  sortedStories,
} from '../../shared/core/event/settle-events.ts';
import { type Random, seededRandom } from '../../tests/simulation/random.ts';
import { type LabelledStory, labelledStories } from './events-set.ts';

const { values: options } = parseArgs({ options: { data: { type: 'string', default: '../shared/bench/data' } } });

const ONE_DAY = '2026-01-01T00:00:00.000Z';
/** A code of no language. */
const NOBODYS = 'qqq';
const SIZES = [12, 30, 100];
const WINDOWS = 60;
/** Share of draws that put two stories of one event into a window. */
const TOGETHER = 0.2;

interface Joined {
  right: number;
  wrong: number;
  missed: number;
}

for (const size of SIZES) {
  const judged = { table: openCount(), none: openCount(), doubt: openCount() };
  const known = labelledStories(options.data, 'en', ONE_DAY);
  const unknown = new Map(labelledStories(options.data, NOBODYS, ONE_DAY).map((story) => [story.id, story]));
  const random = seededRandom(size);
  for (let window = 0; window < WINDOWS; window += 1) {
    const english = drawn(known, size, random);
    const foreign = english.flatMap(({ id }) => unknown.get(id) ?? []);
    const pairs = comparedPairs(foreign);
    count(judged.table, english, comparedPairs(english));
    count(
      judged.none,
      foreign,
      pairs.map((pair) => ({ ...pair, doubt: 0 })),
    );
    count(judged.doubt, foreign, pairs);
  }
  const inWords = Object.entries(judged).map(([name, joined]) => `${name}: ${shares(joined)}`);
  console.log(`${size} stories: precision and recall of pairs, ${inWords.join('; ')}`);
}

function openCount(): Joined {
  return { right: 0, wrong: 0, missed: 0 };
}

function drawn(stories: readonly LabelledStory[], size: number, random: Random): readonly LabelledStory[] {
  const events = [...Map.groupBy(stories, ({ event }) => event).values()].filter(({ length }) => length > 1);
  const chosen = new Map<string, LabelledStory>();
  while (chosen.size < size) {
    const some = random.chance(TOGETHER) ? random.pick(events).slice(0, 2) : [random.pick(stories)];
    for (const story of some) chosen.set(story.id, story);
  }
  const ids = sortedStories(chosen.values()).map(({ id }) => id);
  return ids.flatMap((id) => chosen.get(id) ?? []);
}

function count(joined: Joined, stories: readonly LabelledStory[], pairs: readonly ComparedPair[]): void {
  const roots = settledClusters(pairs, stories.length);
  for (const [at, { event }] of stories.entries()) {
    for (let other = at + 1; other < stories.length; other += 1) {
      const [belongs, isJoined] = [stories[other]?.event === event, roots[other] === roots[at]];
      if (belongs && isJoined) joined.right += 1;
      else if (isJoined) joined.wrong += 1;
      else if (belongs) joined.missed += 1;
    }
  }
}

function shares({ right, wrong, missed }: Joined): string {
  const percent = (of: number) => ((100 * right) / Math.max(1, of)).toFixed(1);
  return `${percent(right + wrong)} and ${percent(right + missed)}`;
}
