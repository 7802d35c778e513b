/** One seed: a history, a world, the right answer. Out: what differs between them, line by line; nothing when all is well. */
import { BUDGET, STREAM_RETRIES } from '../../infra/budget.ts';
import { SCHEMA } from '../../shared/core/migrations/schema.ts';
import { linesOf } from './compare.ts';
import { type Delivery, manyDeliveries, someDeliveries } from './deliveries.ts';
import { type Down, downBy } from './down.ts';
import { type Answers, factsByObject, seenVersions } from './fold.ts';
import { expectedItems } from './fold-articles.ts';
import { isRecord, nameOf, type Reading, readingOf, readingsOf } from './fold-reading.ts';
import { logProblems } from './log-reader.ts';
import { type Random, seededRandom } from './random.ts';
import { someTakeDowns } from './take-downs.ts';
import { type Quiet, runWorld, type WorldOptions } from './world.ts';

/**
 * What fails more often than this is given up by its queue and goes to the dead letters. So a worker that makes sixty calls can die at
 * one call in ten, and its message is finished in the end.
 */
const PATIENCE = {
  change: BUDGET.maxReceives - 1,
  part: BUDGET.maxReceives - 1,
  trigger: STREAM_RETRIES,
  story: STREAM_RETRIES,
  // A person repeats a take-down until it is done; what is left to purge is looked for every ten minutes.
  'take-down': STREAM_RETRIES,
  undo: STREAM_RETRIES,
  purge: STREAM_RETRIES,
  late: STREAM_RETRIES,
  embargoes: STREAM_RETRIES,
};

/** A worker dies before one call in twenty, and after one in twenty. Most die early: few messages are carried to their end by the first. */
export const ROUGH: WorldOptions = {
  faults: { crash: 0.05, error: 0.015, unfair: 0 },
  workers: 8,
  duplicates: 0.5,
  patience: PATIENCE,
  arrivals: 0.02,
};

/** Points that are passed seldom, or late, when many have died on the way there. */
const SELDOM: Readonly<Record<string, number>> = {
  'bodies.put': 0.48,
  'table.put placed/*': 0.22,
  'table.query placed/': 0.4,
  'table.put directory/day': 0.35,
  'table.put directory/state': 0.35,
  'table.put event/story': 0.2,
  'table.get embargo/*': 0.45,
  'table.get stories/*': 0.1,
  'table.put stories/*': 0.1,
  'table.update art/head': 0.45,
  'table.update place/event': 0.2,
  'table.update text/node': 0.12,
  'table.get story/part': 0.06,
  'table.put story/part': 0.06,
  'table.put story/summary': 0.06,
  'table.put story/text': 0.06,
  'table.query story/part': 0.06,
  'table.query story/text': 0.06,
  'table.query text/part': 0.03,
  'table.put takedowns/*': 0.4,
  'table.query takedowns/': 0.44,
  'table.query changes/': 0.25,
  'table.put art/logged': 0.3,
  'table.put changes/*': 0.4,
  'table.get purges/*': 0.25,
  'table.put purges/*': 0.25,
  'table.query purges/': 0.1,
  'table.update purges/*': 0.3,
  'versions.list': 0.15,
  'versions.remove': 0.35,
};

/** Workers live long enough to reach the last calls, and die there. Only here take-downs are looked at once more, which would mend elsewhere too. */
export const DEEP: WorldOptions = {
  ...ROUGH,
  faults: { crash: 0.008, crashAt: SELDOM, error: 0.015, unfair: 0 },
  late: true,
};

/** Nothing goes wrong but order: each message is handled once, and whoever is overtaken has no second chance to mend it. */
export const RACE: WorldOptions = {
  faults: { crash: 0, error: 0, unfair: 0.9 },
  workers: 32,
  duplicates: 0,
  patience: PATIENCE,
  arrivals: 0.3,
};

/** One large world: all that goes wrong in small ones, at once, with 16 workers. */
export const CROWD: WorldOptions = {
  faults: { crash: 0.05, error: 0.01, unfair: 0.3 },
  workers: 16,
  duplicates: 0.2,
  patience: PATIENCE,
  arrivals: 0.05,
};
const CROWD_PLACES = 90;
/** At most. */
const TAKE_DOWNS = 3;
const CROWD_TAKE_DOWNS = 40;

export interface SeedResult extends Quiet {
  readonly differences: readonly string[];
}

export function runSeed(seed: number, options: WorldOptions, places = 1): Promise<SeedResult> {
  const random = seededRandom(seed);
  const deliveries = places === 1 ? someDeliveries(random) : manyDeliveries(random, places);
  return run(deliveries, TAKE_DOWNS * places, random, options);
}

export function runCrowd(seed: number): Promise<SeedResult> {
  const random = seededRandom(seed);
  return run(manyDeliveries(random, CROWD_PLACES), CROWD_TAKE_DOWNS, random, CROWD);
}

export async function run(
  deliveries: readonly Delivery[],
  takeDowns: number,
  random: Random,
  options: WorldOptions,
): Promise<SeedResult> {
  const decisions = someTakeDowns(deliveries, takeDowns, random);
  const down = downBy(decisions);
  const quiet = await runWorld([{ deliveries, decisions, undos: [] }], random, options);
  const late = options.late === true;
  return { ...quiet, differences: differencesOf({ ...quiet, late }, deliveries, down, () => [down]) };
}

/** `down`: what is down in the end. `late`: take-downs were looked at once more. */
export function differencesOf(
  quiet: Quiet & { readonly late: boolean },
  deliveries: readonly Delivery[],
  down: Down,
  answers: Answers,
): readonly string[] {
  const actual = new Set(linesOf(quiet.items));
  const happened = [...deliveries, ...quiet.bucket.caused];
  const facts = factsByObject(happened, seenVersions(quiet.items), answers);
  const expected = new Set(
    linesOf([...expectedItems(facts), ...down.items.map((item) => ({ ...item, schema: SCHEMA }))]),
  );
  const missing = [...expected].filter((line) => !actual.has(line)).map((line) => `missing: ${line}`);
  const surplus = [...actual].filter((line) => !expected.has(line)).map((line) => `surplus: ${line}`);
  const bodies = quiet.items.flatMap(({ packedAt }) => (typeof packedAt === 'string' ? [packedAt] : []));
  const absent = bodies.filter((name) => !quiet.bucket.names.has(name)).map((name) => `absent: ${name}`);
  const notes = new Set(quiet.items.map(({ pk, sk }) => `${pk}/${sk}`));
  const isNoted = (name: string) => notes.has(placedAs(name));
  const unnoted = [...quiet.bucket.names].filter((name) => !isNoted(name)).map((name) => `not noted: ${name}`);
  return [...missing, ...surplus, ...absent, ...unnoted, ...leftOver(deliveries, quiet, down), ...logProblems(quiet)];
}

/** The note that stands in the table before a long record stands in the bucket. */
function placedAs(name: string): string {
  const [, articleId = '', textId = ''] = name.split('/');
  return `placed#${textId}/${articleId}`;
}

/** What is down, and still in the bucket. */
function leftOver(
  deliveries: readonly Delivery[],
  { bucket, items, late }: Quiet & { readonly late: boolean },
  { isDown }: Down,
): readonly string[] {
  const isLeft = (record: Reading) => isRecord(record) && isDown(record.id, nameOf(record));
  const held = heldVersions(items);
  const versions = bucket.left().filter((one) => isLeft(readingOf(one)) || held.has(one.change.versionId));
  const orphans = late ? new Set<string>() : orphanable(deliveries);
  const names = [...bucket.names].filter((name) => {
    const [, articleId = '', textId = ''] = name.split('/');
    return isDown(articleId, textId) && !orphans.has(`${articleId}/${textId}`);
  });
  return [
    ...versions.map(({ change }) => `unpurged: ${change.versionId}`),
    ...names.map((name) => `unpurged: ${name}`),
  ];
}

/**
 * A worker may die between placing a long record and writing its row. When somebody else deletes that upload for good before the
 * retry, nobody ever hears of the record, until its take-down is looked at once more.
 */
function orphanable(deliveries: readonly Delivery[]): ReadonlySet<string> {
  const purged = new Set(deliveries.flatMap(({ change }) => (change.kind === 'looked' ? [change.purged] : [])));
  const gone = deliveries.filter(({ change }) => purged.has(change.versionId ?? ''));
  return new Set(gone.flatMap(readingsOf).flatMap((read) => (isRecord(read) ? [`${read.id}/${nameOf(read)}`] : [])));
}

/** Versions that a row says are down: they go, also when the take-down was taken back meanwhile. */
function heldVersions(items: Quiet['items']): ReadonlySet<unknown> {
  // A member stays in its container, which holds others.
  const files = items.filter(({ member }) => typeof member !== 'string');
  const marks = files.flatMap((item) => Object.values(item).filter((value) => isMark(value)));
  return new Set(marks.map(({ versionId }) => versionId));
}

function isMark(value: unknown): value is { readonly versionId: unknown } {
  return typeof value === 'object' && value !== null && 'state' in value && value.state === 'taken-down';
}
