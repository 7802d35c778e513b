/**
 * One seed of take-downs that are taken back. In: a number. Out: what differs from the right answer. First uploads and take-downs,
 * until all is quiet; then undos, while more is uploaded and the take-downs are carried out once more by somebody who was slow; then
 * uploads that come after all undos. Whoever undoes waits until nobody is at work who saw less: the take-down is done, or broke off and
 * was given up.
 */

import type { Item } from '../../shared/core/item.ts';
import type { Decision } from '../../shared/pipeline/take-down.ts';
import { type Delivery, manyDeliveries } from './deliveries.ts';
import { downBy, type IsWritten } from './down.ts';
import type { Random } from './random.ts';
import { seededRandom } from './random.ts';
import { differencesOf, type SeedResult } from './seed.ts';
import { someTakeDowns } from './take-downs.ts';
import { runWorld, type WorldOptions } from './world.ts';

const PLACES = 1;
const TAKE_DOWNS = 5;
/** The share of those that nobody begins anew when they break off, where that can be told apart. */
const GIVEN_UP = 0.8;
/** Later than any take-down. */
const UNDONE_MS = Date.UTC(2026, 6, 1);

export async function runUndoSeed(seed: number, options: WorldOptions): Promise<SeedResult> {
  const random = seededRandom(seed);
  const [first, racing, later] = [0, 1, 2].map((stage) => manyDeliveries(random, PLACES, stage));
  if (first === undefined || racing === undefined || later === undefined) throw new Error('there are three stages');
  const decisions = someTakeDowns([...first, ...racing, ...later], TAKE_DOWNS, random);
  const undos = someUndos(
    decisions.map(({ articleId }) => articleId),
    random,
  );
  // Whoever took down and is slow goes on long after it was taken back.
  const undone = decisions.filter(({ articleId }) => undos.some((one) => one.articleId === articleId));
  const givenUp = someGivenUp(undone, random);
  const isCarriedOn = ({ articleId }: Decision) => !givenUp.has(articleId);
  const stages = [
    { deliveries: first, decisions, undos: [], givenUp },
    { deliveries: racing, decisions: decisions.filter(isCarriedOn), undos },
    { deliveries: later, decisions: undone.filter(isCarriedOn), undos: [] },
  ];
  const quiet = await runWorld(stages, random, options);
  const isWritten = writtenIn(quiet.items, givenUp);
  const [before, after] = [downBy(decisions, [], isWritten), downBy(decisions, undos, isWritten)];
  const [early, meanwhile] = [new Set(first.map(versionOf)), new Set(racing.map(versionOf))];
  const answers = (one: Delivery) => {
    if (one.change.kind === 'looked') return [after];
    if (early.has(versionOf(one))) return [before];
    return meanwhile.has(versionOf(one)) ? [before, after] : [after];
  };
  return {
    ...quiet,
    differences: differencesOf({ ...quiet, late: false }, [...first, ...racing, ...later], after, answers),
  };
}

const versionOf = ({ change }: Delivery) => change.versionId;

/** Some of those that are taken back, and that were decided once. */
function someGivenUp(undone: readonly Decision[], random: Random): ReadonlySet<string> {
  const isOnce = ({ articleId }: Decision) => undone.filter((other) => other.articleId === articleId).length === 1;
  return new Set(undone.filter((one) => isOnce(one) && random.chance(GIVEN_UP)).map(({ articleId }) => articleId));
}

/** Of a take-down that broke off: what the table says was decided then. */
function writtenIn(items: readonly Item[], givenUp: ReadonlySet<string>): IsWritten {
  const decidedAt = new Map(items.map(({ pk, sk, at }) => [`${pk} ${sk}`, at]));
  return ({ articleId, at }, pk, sk) => !givenUp.has(articleId) || decidedAt.get(`${pk} ${sk}`) === at;
}

/** Most of them, in any order; one twice does no harm. */
function someUndos(articleIds: readonly string[], random: Random) {
  const chosen = articleIds.filter(() => random.chance(0.7));
  const order = chosen.map((articleId) => ({ articleId, place: random.next() })).sort((a, b) => a.place - b.place);
  return order.map(({ articleId }, index) => ({
    ...{ articleId, reason: `A mistake ${index}` },
    at: new Date(UNDONE_MS + index * 60_000).toISOString(),
  }));
}
