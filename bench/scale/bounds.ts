/**
 * What bounds how many articles a day a deployment takes. In: what an article takes, settings. Out: for each part the articles a day
 * at which it is full. Promise: arithmetic over measured figures and AWS's published limits, each named; nothing is simulated here.
 */
import type { ArticleFigures, Figures } from '../../shared/core/cost/figures.ts';

export interface Deployment {
  /** Copies of `ingest` at once. */
  readonly maxConcurrency: number;
  /** Shards of the table's stream: one for each partition of the table, at least four on demand. */
  readonly shards: number;
  /** Batches of one shard that are worked off at once. */
  readonly parallel: number;
  /** MiB that the functions have, by name. */
  readonly memoryMib: Readonly<Record<string, number>>;
  /** Write units a second that the account allows a table. */
  readonly tableWrites: number;
}

export interface Bound {
  readonly what: string;
  readonly articlesPerDay: number;
  readonly why: string;
}

const DAY_S = 86_400;
const MIB_IN_GIB = 1_024;
/** DynamoDB: write units a second of one partition. */
const PARTITION_WRITES = 1_000;
/** Entries of one shard of the change log are numbered one after the other; a place is asked for, noted and taken: three calls of some 5 ms. */
const LOG_SHARDS = 8;
const LOG_CALLS_MS = 15;
/** S3 puts a second under one prefix. */
const PREFIX_PUTS = 3_500;
/**
 * KiB of memory for each story of a window: a process of 2,391 MiB for 380,000 (node --expose-gc --max-old-space-size=1320 bench/scale/window.ts --stories
 * 380000), less 110 that are there anyway, rounded up.
 */
const STORY_KIB = 6.5;
/** What code and libraries take. */
const CODE_MIB = 128;
/**
 * Milliseconds for each story of a window: 0.49 of the processor to gather it (the same), 0.03 to read it in a batch of a hundred; 0.22 for waiting,
 * parsing and its place are assumed.
 */
const STORY_MS = 0.74;
/** The longest that a function may run. */
const SETTLE_S = 900;
const WINDOW_DAYS = 10;

export function boundsOf({ text }: Figures, deployment: Deployment): readonly Bound[] {
  const { maxConcurrency, shards, parallel, tableWrites, memoryMib } = deployment;
  const bound = (what: string, perSecond: number, why: string): Bound => ({
    what,
    articlesPerDay: Math.floor(perSecond * DAY_S),
    why,
  });
  const [ingest, group, gather] = ['ingest', 'group', 'gather'].map((name) => secondsOf(text, name, deployment));
  return [
    bound('uploads under one prefix', PREFIX_PUTS, 'S3: 3,500 puts a second'),
    bound('ingest', maxConcurrency / (ingest ?? 1), `${maxConcurrency} at once, ${said(ingest)} an article`),
    bound(
      'table',
      tableWrites / text.writeUnits,
      `${tableWrites} write units a second, ${text.writeUnits.toFixed(1)} an article`,
    ),
    bound(
      'group',
      (shards * parallel) / (group ?? 1),
      `${shards} shards, ${parallel} batches of each at once, ${said(group)} an article`,
    ),
    bound(
      'gather',
      (shards * parallel) / (gather ?? 1),
      `${shards} shards, ${parallel} batches of each at once, ${said(gather)} a story`,
    ),
    bound(
      'change log',
      (LOG_SHARDS * 1_000) / LOG_CALLS_MS,
      '8 shards numbered without gaps, three calls an entry, one after the other',
    ),
    bound('list of one outlet', PARTITION_WRITES, 'one partition: 1,000 write units a second, one an article'),
    ...settling(memoryMib['settle'] ?? 0),
  ];
}

/** Each window is settled by itself, as if each article were a story. */
function settling(memoryMib: number): readonly Bound[] {
  const byMemory = Math.floor(((memoryMib - CODE_MIB) * MIB_IN_GIB) / STORY_KIB);
  const byTime = Math.floor((SETTLE_S * 1_000) / STORY_MS);
  return [
    {
      what: 'settling, by memory',
      articlesPerDay: Math.floor(byMemory / WINDOW_DAYS),
      why: `${byMemory} stories of ${STORY_KIB} KiB in ${memoryMib} MiB, a window of ${WINDOW_DAYS} days`,
    },
    {
      what: 'settling, by time',
      articlesPerDay: Math.floor(byTime / WINDOW_DAYS),
      why: `${byTime} stories of ${STORY_MS} ms in ${SETTLE_S} s, a window of ${WINDOW_DAYS} days`,
    },
  ];
}

/** Of one article in one process of the function, on the machine that measured. */
function secondsOf({ functions }: ArticleFigures, name: string, { memoryMib }: Deployment): number {
  return ((functions[name]?.gibSeconds ?? 0) * MIB_IN_GIB) / (memoryMib[name] ?? MIB_IN_GIB);
}

const said = (seconds: number | undefined): string => `${((seconds ?? 0) * 1_000).toFixed(0)} ms`;
