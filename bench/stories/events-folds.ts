/** Scorers fitted and judged. Labelled stories come in, scorers and out-of-fold figures go out. Promise: no topic is judged by what was fitted on it. */

import type { Scorer } from '../../shared/core/event/event-score.ts';
import { FIGURES } from '../../shared/core/event/likeness.ts';
import {
  type ComparedPair,
  comparedPairs,
  SETTLED_LINKAGE,
  settledClusters,
} from '../../shared/core/event/settle-events.ts';
import { added, bcubed, type SumsBySet } from './events-bcubed.ts';
import { fitted, type Row } from './events-fit.ts';
import { onlineRun } from './events-online.ts';
import { FOLDS, type LabelledStory, thinned } from './events-set.ts';

export type Task = 'settled' | 'online';

export interface Corpus {
  readonly stories: readonly LabelledStory[];
  readonly pairs: readonly ComparedPair[];
}

/** Pairs of one happening that each set counts as, so that no set decides alone. */
const SET_WEIGHT = 1_500;

export const corpusOf = (stories: readonly LabelledStory[]): Corpus => ({ stories, pairs: comparedPairs(stories) });

/** The stories as they are, which the scorers are fitted on, and with most events cut to one story, which they are only tried on. */
export function corpora(stories: readonly LabelledStory[]): readonly Corpus[] {
  return [corpusOf(stories), corpusOf(thinned(stories, 3))];
}

export function fitFor(task: Task, all: readonly Corpus[], except: number | null): Scorer {
  return fitted(all.flatMap((corpus) => rowsOf(task, corpus, except)));
}

function rowsOf(task: Task, { stories, pairs }: Corpus, except: number | null): readonly Row[] {
  const used = pairs.flatMap(({ a, b, figures }) => {
    const [x, y] = [stories[a], stories[b]];
    if (x === undefined || y === undefined || x.fold === except || y.fold === except) return [];
    return [
      {
        set: x.set,
        same: x.event === y.event,
        figures: task === 'online' ? figures.slice(0, FIGURES.length) : figures,
      },
    ];
  });
  const positives = new Map<string, number>();
  for (const { set, same } of used) if (same) positives.set(set, (positives.get(set) ?? 0) + 1);
  return used.map(({ set, same, figures }) => ({
    same,
    figures,
    weight: SET_WEIGHT / (positives.get(set) ?? SET_WEIGHT),
  }));
}

export function judged(
  task: Task,
  corpus: Corpus,
  scorer: Scorer,
  least: number,
  fold: number | null = null,
): SumsBySet {
  const counts = (story: LabelledStory) => fold === null || story.fold === fold;
  const labels =
    task === 'settled'
      ? settledClusters(corpus.pairs, corpus.stories.length, scorer, { ...SETTLED_LINKAGE, least })
      : onlineRun(corpus.stories, scorer, least).events;
  return bcubed(corpus.stories, labels, counts);
}

/** Each fold judged by a scorer that has seen none of its topics. */
export function outOfFold(
  task: Task,
  fitOn: readonly Corpus[],
  corpus: Corpus,
  leasts: readonly number[],
): ReadonlyMap<number, SumsBySet> {
  const folds = Array.from({ length: FOLDS }, (_, fold) => ({ fold, scorer: fitFor(task, fitOn, fold) }));
  return new Map(
    leasts.map((least) => [least, added(folds.map(({ fold, scorer }) => judged(task, corpus, scorer, least, fold)))]),
  );
}
