/** BCubed precision, recall and F1 by set. Labels and clusters come in, sums go out that can be added over folds. */
import type { LabelledStory } from './events-set.ts';

export interface Sums {
  readonly precision: number;
  readonly recall: number;
  readonly stories: number;
}

export type SumsBySet = ReadonlyMap<string, Sums>;

export function bcubed(
  stories: readonly LabelledStory[],
  clusters: readonly (string | number)[],
  counts: (story: LabelledStory) => boolean = () => true,
): SumsBySet {
  const predicted = stories.map(({ set }, at) => `${set} ${clusters[at]}`);
  const [inCluster, inEvent, inBoth] = [
    tally(predicted),
    tally(stories.map(({ event }) => event)),
    tally(predicted.map((own, at) => `${own} ${stories[at]?.event}`)),
  ];
  const sums = new Map<string, Sums>();
  for (const [at, story] of stories.entries()) {
    if (!counts(story)) continue;
    const own = predicted[at] ?? '';
    const both = inBoth.get(`${own} ${story.event}`) ?? 0;
    const before = sums.get(story.set) ?? { precision: 0, recall: 0, stories: 0 };
    sums.set(story.set, {
      precision: before.precision + both / (inCluster.get(own) ?? 1),
      recall: before.recall + both / (inEvent.get(story.event) ?? 1),
      stories: before.stories + 1,
    });
  }
  return sums;
}

function tally(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

export function added(all: readonly SumsBySet[]): SumsBySet {
  const sums = new Map<string, Sums>();
  for (const [set, own] of all.flatMap((one) => [...one])) {
    const before = sums.get(set) ?? { precision: 0, recall: 0, stories: 0 };
    sums.set(set, {
      precision: before.precision + own.precision,
      recall: before.recall + own.recall,
      stories: before.stories + own.stories,
    });
  }
  return sums;
}

export function f1({ precision, recall, stories }: Sums): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) / stories;
}

export const meanF1 = (sums: SumsBySet): number =>
  [...sums.values()].reduce((total, own) => total + f1(own), 0) / Math.max(1, sums.size);

export function shown(sums: SumsBySet): string {
  const percent = (value: number) => (100 * value).toFixed(1).padStart(5);
  return [...sums]
    .sort((x, y) => (x[0] < y[0] ? -1 : 1))
    .map(
      ([set, own]) =>
        `${set} ${percent(own.precision / own.stories)} / ${percent(own.recall / own.stories)} / ${percent(f1(own))}`,
    )
    .join('   ');
}
