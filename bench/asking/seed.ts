/**
 * A local run with many articles in it: `node bench/asking/seed.ts --state DIR [--articles 20000] [--seed 1]`, then
 * `npm start -- --state DIR`. The articles are invented (bench/asking/news); `DIR/landmarks.json` says what there is to ask for.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { seedState } from './seed/state.ts';

const { values } = parseArgs({
  options: {
    state: { type: 'string' },
    articles: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
  },
});
if (values.state === undefined) throw new Error('--state DIR says where; what a local run keeps there is lost');
const began = performance.now();
const landmarks = await seedState(resolve(values.state), {
  articles: Number(values.articles),
  seed: Number(values.seed),
  tell: (line) => console.log(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${line}`),
});
const { articles, stories, events, items, largestStory, largestEvent } = landmarks;
console.log(`${articles} articles, ${stories} stories, ${events} events, ${items} items in the table`);
console.log(`${largestStory.storyId}: ${largestStory.copies} copies in ${largestStory.texts} texts`);
console.log(`${largestEvent.eventId}: ${largestEvent.stories} stories`);
