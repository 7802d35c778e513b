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
import { marshall } from '@aws-sdk/util-dynamodb';
import { makeMeter, meterDynamo, meterRefusedWrite } from '../../infra/local/meter.ts';
import { readArticle } from '../../shared/core/article.ts';
import { COPIES } from '../../shared/core/copies/kinship.ts';
import { EVENTS } from '../../shared/core/event/eventing.ts';
import type { Item } from '../../shared/core/item.ts';
import { group, type RowTrigger } from '../../shared/pipeline/group.ts';
import { ingest } from '../../shared/pipeline/ingest.ts';
import type { Table, Written } from '../../shared/pipeline/ports.ts';
import { settleEvent } from '../../shared/pipeline/settle-event.ts';
import { settleChanged } from '../../shared/pipeline/settle-window.ts';
import { memoryBucket } from '../../shared/testing/memory-bucket.ts';
import { storiesOf, triggersOf } from '../../shared/testing/memory-store.ts';
import { memoryTable } from '../../shared/testing/memory-table.ts';
import { onTheWire } from './stored.ts';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/bench/data' },
    articles: { type: 'string', default: '19043' },
    every: { type: 'string', default: '1000' },
    settle: { type: 'string', default: '2000' },
  },
});

/** By operation and kind of item: calls and units. */
const counts = new Map<string, { calls: number; units: number }>();
const count = (operation: string, pk: string, sk: string, units: number) => {
  const first = sk.split('#')[0] ?? '';
  const kind = /^(?:sty_|[0-9])/.test(first) ? 'N' : first;
  const name = `${operation} ${pk.split('#')[0]} ${kind}`;
  const known = counts.get(name) ?? { calls: 0, units: 0 };
  counts.set(name, { calls: known.calls + 1, units: known.units + units });
};
/** Units of all calls so far. */
const unitsOf = () => Object.values(meter.usage().calls).reduce((sum, { units }) => sum + units, 0);
/** Counts one call with the units that the meter makes of it. */
const metered = (operation: string, pk: string, sk: string, meterIt: () => void) => {
  const before = unitsOf();
  meterIt();
  count(operation, pk, sk, unitsOf() - before);
};
const CONSISTENT = { ConsistentRead: true };
const triggers: RowTrigger[] = [];
const stories: string[] = [];
const store = memoryTable((before, after) => {
  triggers.push(...triggersOf(before, after));
  stories.push(...storiesOf(after));
});
const meter = makeMeter();
const table: Table = {
  async get(key) {
    const item = await store.get(key);
    metered('get', key.pk, key.sk, () => meterDynamo(meter, 'GetItem', CONSISTENT, { Item: wire(item) }));
    return item;
  },
  async query(query) {
    const items = await store.query(query);
    const answer = { Items: items.map(wire) };
    const input = { ConsistentRead: query.mayLag !== true };
    metered('query', query.pk, query.prefix, () => meterDynamo(meter, 'Query', input, answer));
    return items;
  },
  async put(item, guard) {
    const written = await store.put(item, guard);
    metered('put', item.pk, item.sk, () => meterWritten(item, written));
    return written;
  },
  async update(update) {
    const written = await store.update(update);
    metered('update', update.key.pk, update.key.sk, () => meterWritten(update.key, written));
    return written;
  },
};

function meterWritten(item: Item, written: Written): void {
  if (written.applied) meterDynamo(meter, 'PutItem', { Item: wire(written.item) }, {});
  else meterRefusedWrite(meter, 'PutItem', wire(written.found ?? item));
}

/** As a request of DynamoDB's JSON protocol holds it. */
const wire = (item: Item | null) => onTheWire(marshall(item ?? {}));

const pacing = { pause: async () => {} };
const clock = () => new Date().toISOString();
const bucket = memoryBucket();
const reader = { read: async (...given: Parameters<typeof readArticle>) => readArticle(...given) };

function report(done: number, since: number, states: ReadonlyMap<string, number>, ms: number) {
  console.log(`-- ${done} articles, ${(ms / since).toFixed(1)} ms each, ${JSON.stringify([...states])}`);
  for (const [name, { calls: times, units }] of [...counts].sort((a, b) => b[1].units - a[1].units))
    console.log(
      `  ${name.padEnd(28)} ${(times / since).toFixed(2)} calls, ${(units / since).toFixed(2)} units an article`,
    );
  counts.clear();
  const { calls } = meter.usage();
  const [write, read] = [/PutItem|index/, /GetItem|Query/].map((names) =>
    Object.entries(calls).reduce((sum, [name, { units }]) => sum + (names.test(name) ? units : 0), 0),
  );
  console.log(
    `  since the beginning: ${((write ?? 0) / done).toFixed(2)} write units, ${((read ?? 0) / done).toFixed(2)} read units an article`,
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
