/**
 * Which requests an article costs: `node bench/cost/requests.ts --data DIR [--articles N] [--every N]`. Sends the stories of
 * `stream-1987`, as plain text, through the real reader and the whole pipeline on a table in memory, one after the other, and
 * prints by operation and kind of item what the last so many articles cost: what grows with the store shows.
 */
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { createGunzip } from 'node:zlib';
import { readArticle } from '../../shared/core/article.ts';
import { COPIES } from '../../shared/core/copies/kinship.ts';
import { EVENTS } from '../../shared/core/event/eventing.ts';
import { group, type RowTrigger } from '../../shared/pipeline/group.ts';
import { ingest } from '../../shared/pipeline/ingest.ts';
import { settleEvent } from '../../shared/pipeline/settle-event.ts';
import { settleChanged } from '../../shared/pipeline/settle-window.ts';
import { memoryBucket } from '../../shared/testing/memory-bucket.ts';
import { storiesOf, triggersOf } from '../../shared/testing/memory-store.ts';
import { memoryTable } from '../../shared/testing/memory-table.ts';
import { meteredTable } from './metered-table.ts';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/bench/data' },
    articles: { type: 'string', default: '19043' },
    every: { type: 'string', default: '1000' },
    settle: { type: 'string', default: '2000' },
  },
});

const triggers: RowTrigger[] = [];
const stories: string[] = [];
const store = memoryTable((before, after) => {
  triggers.push(...triggersOf(before, after));
  stories.push(...storiesOf(after));
});
const { table, counts, forget, units } = meteredTable(store);

const pacing = { pause: async () => {} };
const clock = () => new Date().toISOString();
const bucket = memoryBucket();
const reader = { read: async (...given: Parameters<typeof readArticle>) => readArticle(...given) };

function report(done: number, since: number, states: ReadonlyMap<string, number>, ms: number) {
  console.log(`-- ${done} articles, ${(ms / since).toFixed(1)} ms each, ${JSON.stringify([...states])}`);
  for (const [name, { calls, units: own }] of [...counts()].sort((a, b) => b[1].units - a[1].units))
    console.log(
      `  ${name.padEnd(28)} ${(calls / since).toFixed(2)} calls, ${(own / since).toFixed(2)} units an article`,
    );
  forget();
  const { write, read } = units();
  console.log(
    `  since the beginning: ${(write / done).toFixed(2)} write units, ${(read / done).toFixed(2)} read units an article`,
  );
}

const every = Number(options.every);
const file = createReadStream(join(options.data, 'stories/stream-1987.jsonl.gz')).pipe(createGunzip());
let done = 0;
let began = performance.now();
const states = new Map<string, number>();
for await (const line of createInterface({ input: file })) {
  if (done >= Number(options.articles)) break;
  const { id, title, paras, date } = JSON.parse(line) as Record<string, string> & { paras: readonly string[] };
  const change = bucket.put(`incoming/stream/${id}.txt`, [title, date, ...paras].join('\n'));
  const { state, put } = await ingest(change, 1, { ...bucket, reader, table });
  states.set(`${state} ${put}`, (states.get(`${state} ${put}`) ?? 0) + 1);
  for (const trigger of triggers.splice(0)) await group(trigger, { table, pacing, kinship: COPIES, clock });
  for (const storyId of new Set(stories.splice(0))) await settleEvent(storyId, { table, pacing, eventing: EVENTS });
  done += 1;
  if (done % every === 0) {
    report(done, every, states, performance.now() - began);
    began = performance.now();
  }
  if (done % Number(options.settle) === 0) {
    for (;;) {
      const windows = await settleChanged({ table, pacing, eventing: EVENTS });
      if (windows.length === 0) break;
    }
    console.log(`settled in ${((performance.now() - began) / 1000).toFixed(1)} s`);
    report(done, every, states, performance.now() - began);
    began = performance.now();
  }
}
