/**
 * Measures events, and fits their scorer with `--fit`. In: `--data FOLDER`. Out: a table of BCubed precision / recall / F1, sizes and times;
 * with `--fit` also shared/core/event/scorer.weights.json. Promise: out-of-fold figures come from scorers that saw none of the topic.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ONLINE_LEAST } from '../../shared/core/event/assign-online.ts';
import { ONLINE_SCORER, SETTLED_SCORER } from '../../shared/core/event/event-score.ts';
import { SETTLED_LINKAGE } from '../../shared/core/event/settle-events.ts';
import { meanF1, shown } from './events-bcubed.ts';
import { type Corpus, corpora, fitFor, judged, outOfFold, type Task } from './events-folds.ts';
import { labelledStories } from './events-set.ts';
import { measureStream } from './events-stream.ts';

const LEASTS = [-1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5];
const NAMES = ['all stories', 'thinned'];
const WEIGHTS = new URL('../../shared/core/event/scorer.weights.json', import.meta.url);

const say = (line: string) => process.stdout.write(`${line}\n`);

function fit(all: readonly Corpus[]): void {
  const scorers = {
    online: fitFor('online', all.slice(0, 1), null),
    settled: fitFor('settled', all.slice(0, 1), null),
  };
  writeFileSync(WEIGHTS, `${JSON.stringify(scorers, null, 1)}\n`);
  say('scorers written; run again without --fit to measure them');
}

function report(task: Task, all: readonly Corpus[], sweep: boolean): void {
  const shippedLeast = task === 'settled' ? SETTLED_LINKAGE.least : ONLINE_LEAST;
  const shippedScorer = task === 'settled' ? SETTLED_SCORER : ONLINE_SCORER;
  for (const [at, corpus] of all.entries()) {
    const figures = outOfFold(task, all.slice(0, 1), corpus, sweep ? LEASTS : [shippedLeast]);
    for (const [least, sums] of figures) {
      say(
        `${task}, ${NAMES[at]}, out of fold, least ${least}: ${shown(sums)}   mean ${(100 * meanF1(sums)).toFixed(2)}`,
      );
    }
    say(`${task}, ${NAMES[at]}, shipped: ${shown(judged(task, corpus, shippedScorer, shippedLeast))}`);
  }
}

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/bench/data' },
    fit: { type: 'boolean', default: false },
    sweep: { type: 'boolean', default: false },
    stream: { type: 'boolean', default: false },
  },
});
const all = corpora(labelledStories(values.data));
if (values.fit) fit(all);
else for (const task of ['settled', 'online'] as const) report(task, all, values.sweep);
if (values.stream) measureStream(values.data, say);
