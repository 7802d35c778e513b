/**
 * A small world of texts that come and go: articles change their text, workers settle stories, die, race and repeat. In: chance.
 * Out: what the table holds when everything is quiet, beside what the set of texts says.
 */
import { TextEncoder } from 'node:util';
import type { Item } from '../../shared/core/item.ts';
import { headKey, objectKey } from '../../shared/core/keys.ts';
import type { Kinship } from '../../shared/core/kinship.ts';
import { textIdOf as nameOfText } from '../../shared/core/text-id.ts';
import type { Table } from '../../shared/pipeline/ports.ts';
import { settleText } from '../../shared/pipeline/settle-text.ts';
import { memoryTable } from '../../shared/testing/memory-table.ts';
import type { PointCount } from './point-counts.ts';
import type { Random } from './random.ts';
import { type Faults, type Scheduler, scheduler, type Task } from './scheduler.ts';
import { timedTable } from './timed-table.ts';

/** A toy: a text is a word; its letters are its keys; who shares two letters is kin. Few letters make every key hot. */
export const LETTERS: Kinship = {
  cap: 2,
  keysOf: (print) => [...new Set(Buffer.from(print).toString('utf8'))],
  same(a, b) {
    const [one, other] = [new Set(Buffer.from(a).toString('utf8')), new Set(Buffer.from(b).toString('utf8'))];
    return [...one].filter((letter) => other.has(letter)).length >= 2;
  },
};

/** One article takes a word for its text, or none: it is gone. */
export interface Change {
  readonly articleId: string;
  readonly order: number;
  readonly word: string | null;
}

export interface StoryWorldOptions {
  readonly faults: Faults;
  readonly workers: number;
  readonly duplicates: number;
  /** A message that has failed this often is spared, as its stream would give it up. */
  readonly patience: number;
  /** `LETTERS` when nothing else is said. */
  readonly kinship?: Kinship;
  readonly sabotage?: (table: Table, random: Random) => Table;
}

export function textIdOf(word: string): string {
  return nameOfText(word, printOf(word));
}

/** So few that most worlds have texts and stories on both sides of it. */
const COUNTED_WHOLE = 2;

const MAX_STEPS = 100_000;

interface Message {
  readonly change: Change;
  /** It may be handed out once more although all went well. */
  readonly again: boolean;
  readonly failures: number;
}

export interface QuietStories {
  readonly items: readonly Item[];
  readonly counts: ReadonlyMap<string, PointCount>;
}

export async function runStories(
  changes: readonly Change[],
  random: Random,
  options: StoryWorldOptions,
): Promise<QuietStories> {
  const store = memoryTable();
  const table = options.sabotage?.(store, random) ?? store;
  const time = scheduler(random, options.faults);
  const words = wordsByArticle(changes);
  const queue: Message[] = changes.map((change) => ({ change, again: true, failures: 0 }));
  let idle = options.workers;
  const start = () => {
    const at = random.below(queue.length);
    const [message] = queue.splice(at, 1);
    if (message === undefined) return;
    if (message.again && random.chance(options.duplicates)) queue.push({ ...message, again: false });
    idle -= 1;
    let ended = false;
    const end = (isDone: boolean) => {
      if (ended) return;
      ended = true;
      idle += 1;
      if (!isDone) queue.push({ ...message, again: false, failures: message.failures + 1 });
    };
    const task: Task = { onDeath: () => end(false), spared: message.failures >= options.patience };
    handle(message.change, words, portsOf(task, time, table, options.kinship ?? LETTERS)).then(
      () => end(true),
      () => end(false),
    );
  };
  for (let step = 0; step < MAX_STEPS; step += 1) {
    while (idle > 0 && queue.length > 0) start();
    const moved = await time.step();
    if (!moved && queue.length === 0 && idle === options.workers) {
      return { items: store.items(), counts: time.counts };
    }
  }
  throw new Error('the world did not come to rest');
}

function wordsByArticle(changes: readonly Change[]): ReadonlyMap<string, readonly string[]> {
  const groups = Map.groupBy(changes, ({ articleId }) => articleId);
  return new Map([...groups].map(([id, own]) => [id, [...new Set(own.flatMap(({ word }) => word ?? []))]]));
}

type Ports = ReturnType<typeof portsOf>;

async function handle(change: Change, words: ReadonlyMap<string, readonly string[]>, ports: Ports): Promise<void> {
  const { articleId, order, word } = change;
  const revision = String(order).padStart(6, '0');
  const head =
    word === null ? { live: false, articleId } : { ...liveHead(articleId, word), ...saidOf(articleId, word) };
  const item = { ...headKey(articleId), ...head, texts: [], gen: order + 1, revision };
  await ports.table.put(rowOf(articleId, word, revision), { kind: 'newer', revision });
  await ports.table.put(item, { kind: 'newer', revision });
  for (const known of words.get(articleId) ?? []) await settleText(textIdOf(known), articleId, ports);
}

const printOf = (word: string) => new Uint8Array(new TextEncoder().encode(word));

function liveHead(articleId: string, word: string) {
  return { live: true, objectId: articleId, version: 1, objects: 1, text: textIdOf(word) } as const;
}

function saidOf(articleId: string, word: string) {
  return {
    ...{ articleId, identity: { kind: 'key', value: articleId } },
    ...{ headline: null, publisher: null, domain: null, provider: null, capturedAt: null },
    published: { utc: null, local: null, raw: null, precision: null, status: 'missing' },
    sortDate: { utc: UTC, basis: 'stored' },
    ...{ language: 'en', wordCount: 50, quality: [], status: 'usable', contentHash: word },
  } as const;
}

const UTC = '2026-01-01T00:00:00.000Z';

/** What the article's only object says: its head is written beside it, where in the pipeline it is derived. */
function rowOf(articleId: string, word: string | null, revision: string): Item {
  const common = { objectId: articleId, bucket: 'b', key: articleId, member: null, versionId: null, changedAt: UTC };
  const row = { ...objectKey(articleId), ...common, revision, extractor: 1 };
  if (word === null) return { ...row, state: 'removed' };
  const likeness = { print: printOf(word), about: printOf(articleId) };
  return { ...row, state: 'stored', ...saidOf(articleId, word), ...likeness, lastModified: UTC, bytes: 1 };
}

function portsOf(task: Task, time: Scheduler, table: Table, kinship: Kinship) {
  const pacing = { pause: () => time.call(task, 'pause', async () => {}, true) };
  return { table: timedTable(task, time, table), pacing, kinship, countedWhole: COUNTED_WHOLE };
}
