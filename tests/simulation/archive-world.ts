/**
 * The archive in a world made of chance: articles that change, move to another day, go and are taken down, while several runs of the
 * archive and of its compaction work at once, and die. In: a seed. Out: what a reader of the files finds, and what there is to find.
 */
import { readRows } from '../../shared/core/archive/parquet.ts';
import { type ArchiveRow, markOf } from '../../shared/core/archive/row.ts';
import type { Key } from '../../shared/core/item.ts';
import { archiveChanges } from '../../shared/pipeline/archive-changes.ts';
import type { ArchiveFiles, ArchivePorts } from '../../shared/pipeline/archive-ports.ts';
import { compactArchive } from '../../shared/pipeline/compact-archive.ts';
import type { Table } from '../../shared/pipeline/ports.ts';
import { purgeAgain, purgeFromArchive } from '../../shared/pipeline/purge-archive.ts';
import { findObject, listArticles } from '../../shared/pipeline/query.ts';
import { changesSince } from '../../shared/pipeline/query-changes.ts';
import { lineReader } from '../../shared/testing/line-reader.ts';
import { memoryFiles } from '../../shared/testing/memory-files.ts';
import { type MemoryStore, memoryStore } from '../../shared/testing/memory-store.ts';
import { type Random, seededRandom } from './random.ts';
import { type Faults, type Scheduler, scheduler, type Task } from './scheduler.ts';

/** What makes the world worse, to see that it is noticed. */
export interface Sabotage {
  /** Nobody remembers in which partitions an article was. */
  readonly forgetsDays?: boolean;
  /** What is to be written is only written when the next is: files are not there yet when the cursor moves. */
  readonly writesLate?: boolean;
}

export interface Found {
  /** Articles that a reader of the archive sees, as `id day version headline`. */
  readonly shown: readonly string[];
  /** The same of the store. */
  readonly stored: readonly string[];
  /** Words of what was taken down that are still in some file. */
  readonly leftovers: readonly string[];
  readonly deaths: number;
  /** Their names, which say what is in them. */
  readonly files: readonly string[];
}

/** In every other world whoever waits waits long, while others overtake. */
const faultsOf = (seed: number): Faults => ({ crash: 0.02, error: 0.01, unfair: seed % 2 === 0 ? 0.3 : 0.95 });
const KEYS = ['a', 'b', 'c', 'd', 'e', 'f'];
const DAYS = ['2026-01-01', '2026-01-02', '2026-01-03'];
const EVENTS = 30;
const WORKERS = 3;
const DAY_MS = 24 * 60 * 60 * 1000;
const START_MS = Date.UTC(2026, 5, 1);

export async function runArchiveWorld(seed: number, sabotage: Sabotage = {}): Promise<Found> {
  const random = seededRandom(seed);
  const files = memoryFiles();
  const time = scheduler(random, faultsOf(seed));
  const takenDown: string[] = [];
  let events = 0;
  let now = START_MS;
  const store = memoryStore(lineReader, undefined, () => new Date(now).toISOString());
  let running = 0;
  const start = (work: (ports: ArchivePorts) => Promise<unknown>, isVital: boolean) => {
    running += 1;
    let isOver = false;
    const end = (isDone: boolean) => {
      if (isOver) return;
      isOver = true;
      running -= 1;
      if (!isDone && isVital) start(work, true);
    };
    const ports = portsOf({ onDeath: () => end(false) }, time, store, files, sabotage, () => now);
    work(ports).then(
      () => end(true),
      () => end(false),
    );
  };
  const takeDown = async () => {
    const state = await findObject('f', store.query);
    if (state?.state !== 'stored') return;
    takenDown.push(state.record.headline ?? '');
    await store.deliver(store.bucket.remove('f'));
    start((ports) => purgeFromArchive(state.record.id, ports), true);
  };
  while (events < EVENTS || running > 0) {
    const isRunning = await time.step();
    if (events < EVENTS && (!isRunning || random.chance(0.05))) {
      events += 1;
      now += DAY_MS / 4;
      if (events === EVENTS / 2) await takeDown();
      else if (events === EVENTS / 2 - 1) await store.deliver(store.bucket.put('f', articleText('f', events, random)));
      else if (events < EVENTS / 2 || random.chance(0.9)) await change(store, random, events, takenDown.length > 0);
      if (running < WORKERS) start((ports) => runOnce(ports, random), false);
    }
  }
  return finish(store, files, takenDown, time, sabotage);
}

function articleText(key: string, event: number, random: Random): string {
  return `Headline${event}of${key}\npublished: ${random.pick(DAYS)}T08:00:00.000Z\nBody ${event} of ${key}.`;
}

async function runOnce(ports: ArchivePorts, random: Random): Promise<void> {
  if (random.chance(0.3)) await compactArchive(ports, () => random.chance(0.1));
  else await archiveChanges(ports, () => random.chance(0.1));
}

async function change(store: MemoryStore, random: Random, event: number, isDown: boolean): Promise<void> {
  // Whoever was taken down stays away.
  const key = random.pick(isDown ? KEYS.slice(0, -1) : KEYS);
  if (random.chance(0.2)) return void (await store.deliver(store.bucket.remove(key)));
  await store.deliver(store.bucket.put(key, articleText(key, event, random)));
}

function portsOf(
  task: Task,
  time: Scheduler,
  store: MemoryStore,
  files: ArchiveFiles,
  sabotage: Sabotage,
  now: () => number,
): ArchivePorts {
  const { table } = store;
  const timed: Table = {
    get: (key) => time.call(task, 'table.get', async () => (isForgotten(key, sabotage) ? null : table.get(key))),
    query: (query) => time.call(task, 'table.query', () => table.query(query)),
    put: (item, guard) =>
      time.call(task, 'table.put', () => table.put(item, isForgotten(item, sabotage) ? null : guard)),
    update: (update) => time.call(task, 'table.update', () => table.update(update)),
  };
  let held: (() => Promise<void>) | null = null;
  return {
    table: timed,
    bodies: store.bucket.bodies,
    files: {
      list: (prefix, after) => time.call(task, 'files.list', () => files.list(prefix, after)),
      read: (name) => time.call(task, 'files.read', () => files.read(name)),
      slice: (name, from, to) => time.call(task, 'files.slice', () => files.slice(name, from, to)),
      put: (name, bytes) => {
        const before = held;
        held = () => time.call(task, 'files.put', () => files.put(name, bytes));
        return sabotage.writesLate === true ? (before?.() ?? Promise.resolve()) : held();
      },
      remove: (name) => time.call(task, 'files.remove', () => files.remove(name)),
    },
    changes: (cursor, limit) => changesSince(cursor, Math.min(limit, 3), { table: timed }),
    pacing: { pause: () => time.call(task, 'pause', async () => {}, true) },
    now,
  };
}

function isForgotten(key: Key, { forgetsDays }: Sabotage): boolean {
  return forgetsDays === true && key.pk.startsWith('archive#art_');
}

async function finish(
  store: MemoryStore,
  files: ReturnType<typeof memoryFiles>,
  takenDown: readonly string[],
  time: Scheduler,
  sabotage: Sabotage,
): Promise<Found> {
  const { table } = store;
  const ports: ArchivePorts = {
    ...{ table, bodies: store.bucket.bodies, files, now: () => START_MS + DAY_MS * 11 },
    changes: (cursor, limit) => changesSince(cursor, limit, { table }),
    pacing: { pause: async () => {} },
  };
  if (sabotage.forgetsDays !== true) await archiveChanges(ports, () => false);
  await purgeAgain(ports);
  const rows = await allRows(files.contents);
  const { items } = await listArticles({ limit: 100, cursor: null }, store.query);
  const stored = items.map((item) => `${item.id} ${item.sortDate.utc.slice(0, 10)} ${item.version} ${item.headline}`);
  const texts = rows.map(({ row }) => JSON.stringify(row));
  const deaths = [...time.counts.values()].reduce((sum, count) => sum + count.diedBefore + count.diedAfter, 0);
  const leftovers = takenDown.filter((word) => texts.some((text) => text.includes(word)));
  return { shown: shownOf(rows), stored: stored.sort(), leftovers, deaths, files: [...files.contents.keys()].sort() };
}

interface FoundRow {
  readonly day: string;
  readonly mark: string;
  readonly row: ArchiveRow;
}

async function allRows(contents: ReadonlyMap<string, Uint8Array>): Promise<readonly FoundRow[]> {
  const found: FoundRow[] = [];
  for (const [name, bytes] of contents) {
    const [, day = '', batch = ''] = /day=([^/]+)\/(\w+)\.parquet$/.exec(name) ?? [];
    for (const row of await readRows(bytes)) found.push({ day, mark: markOf(row.gen, batch), row });
  }
  return found;
}

/** Written again from what the view says, and not from how the archive is made. */
function shownOf(rows: readonly FoundRow[]): readonly string[] {
  const shown = rows.filter(
    ({ day, mark, row }) =>
      !rows.some((other) => other.row.id === row.id && other.day === day && other.mark > mark) && !row.gone,
  );
  return shown.map(({ day, row }) => `${row.id} ${day} ${row.cells['version']} ${row.cells['headline']}`).sort();
}
