/**
 * A few articles of one shard whose contents come, change, come back and go, while workers log them, die, race and repeat, and
 * somebody follows the log. In: chance. Out: the table when everything is quiet, and what the follower was told.
 */
import { headKey } from '../../shared/core/keys.ts';
import { logChange } from '../../shared/pipeline/log-change.ts';
import type { Table } from '../../shared/pipeline/ports.ts';
import { memoryTable } from '../../shared/testing/memory-table.ts';
import { followLog, type Watched } from './log-reader.ts';
import type { Random } from './random.ts';
import { type Faults, scheduler, type Task } from './scheduler.ts';

export interface LogWorldOptions {
  readonly faults: Faults;
  readonly workers: number;
  readonly sabotage?: (table: Table) => Table;
}

/** The same last character: the same shard. */
const ARTICLES = ['art_1x', 'art_2x', 'art_3x', 'art_4x'];
const CONTENTS = ['one', 'two', null];
const CHANGES = 8;
/** How often something changes, in steps. */
const ARRIVALS = 0.4;
const MAX_STEPS = 20_000;

export async function runLog(random: Random, { faults, workers, sabotage }: LogWorldOptions): Promise<Watched> {
  const store = memoryTable();
  const table = sabotage?.(store) ?? store;
  const time = scheduler(random, faults);
  const follower = followLog(store);
  const queue: string[] = [];
  let left = ARTICLES.length * CHANGES;
  let idle = workers;
  const start = () => {
    const [articleId = ''] = queue.splice(random.below(queue.length), 1);
    idle -= 1;
    let isOver = false;
    const end = (isDone: boolean) => {
      if (isOver) return;
      isOver = true;
      idle += 1;
      if (!isDone) queue.push(articleId);
    };
    const ports = portsOf({ onDeath: () => end(false) }, table);
    logChange(articleId, ports).then(
      () => end(true),
      () => end(false),
    );
  };
  const portsOf = (task: Task, inner: Table) => ({
    table: {
      get: (key) => time.call(task, 'get', () => inner.get(key)),
      query: (query) => time.call(task, 'query', () => inner.query(query)),
      put: (item, guard) => time.call(task, 'put', () => inner.put(item, guard)),
      update: (update) => time.call(task, 'update', () => inner.update(update)),
    } satisfies Table,
    clock: () => '2026-01-01T00:00:00.000Z',
    pacing: { pause: () => time.call(task, 'pause', async () => {}, true) },
  });
  for (let step = 0; step < MAX_STEPS; step += 1) {
    while (idle > 0 && queue.length > 0) start();
    const moved = await time.step();
    if (random.chance(0.1)) await follower.look();
    if (left > 0 && (!moved || random.chance(ARRIVALS))) {
      left -= 1;
      queue.push(await changed(random, table));
    } else if (!moved && queue.length === 0 && idle === workers) {
      await follower.look();
      return { items: store.items(), followed: follower.followed };
    }
  }
  throw new Error('the world did not come to rest');
}

/** A head as its derivation writes it: a turn for each change of content. */
async function changed(random: Random, table: Table): Promise<string> {
  const articleId = random.pick(ARTICLES);
  const before = await table.get(headKey(articleId));
  const content = random.pick(CONTENTS);
  const turn = Number(before?.['turn'] ?? 0) + (content === (before?.['digest'] ?? null) ? 0 : 1);
  const gen = Number(before?.['gen'] ?? 0) + 1;
  await table.put({ ...headKey(articleId), ...headSaying(articleId, content), turn, gen, texts: [] }, null);
  return articleId;
}

function headSaying(articleId: string, content: string | null) {
  if (content === null) return { live: false, articleId, digest: null };
  const utc = '2026-01-01T00:00:00.000Z';
  return {
    ...{ live: true, articleId, identity: { kind: 'key', value: articleId }, objectId: 'o', version: 1, objects: 1 },
    ...{ text: content, headline: null, publisher: null, domain: null, provider: null, capturedAt: null },
    published: { utc: null, local: null, raw: null, precision: null, status: 'missing' },
    sortDate: { utc, basis: 'stored' },
    ...{ language: 'en', wordCount: 50, quality: [], status: 'usable', contentHash: content, digest: content },
    ...{ print: new Uint8Array(), about: new Uint8Array() },
  } as const;
}
