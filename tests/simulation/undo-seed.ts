/**
 * One seed of take-downs that are taken back. In: a number. Out: what differs from the right answer. First uploads and take-downs,
 * until all is quiet; then undos, while more is uploaded and the take-downs are carried out once more by somebody who was slow; then
 * uploads that come after all undos. Whoever undoes waits until the take-down is done: only then nobody is at work who saw less.
 */

import { type Delivery, manyDeliveries } from './deliveries.ts';
import { downBy } from './down.ts';
import type { Random } from './random.ts';
import { seededRandom } from './random.ts';
import { differencesOf, type SeedResult } from './seed.ts';
import { someTakeDowns } from './take-downs.ts';
import { runWorld, type WorldOptions } from './world.ts';

const PLACES = 1;
const TAKE_DOWNS = 5;
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
  const stages = [
    { deliveries: first, decisions, undos: [] },
    { deliveries: racing, decisions, undos },
    { deliveries: later, decisions: undone, undos: [] },
  ];
  const quiet = await runWorld(stages, random, options);
  const [before, after] = [downBy(decisions), downBy(decisions, undos)];
  const [early, meanwhile] = [new Set(first.map(versionOf)), new Set(racing.map(versionOf))];
  const answers = (one: Delivery) => {
    if (one.change.kind === 'looked') return [after];
    if (early.has(versionOf(one))) return [before];
    return meanwhile.has(versionOf(one)) ? [before, after] : [after];
  };
  return { ...quiet, differences: differencesOf(quiet, [...first, ...racing, ...later], after, answers) };
}

const versionOf = ({ change }: Delivery) => change.versionId;

/** Most of them, in any order; one twice does no harm. */
function someUndos(articleIds: readonly string[], random: Random) {
  const chosen = articleIds.filter(() => random.chance(0.7));
  const order = chosen.map((articleId) => ({ articleId, place: random.next() })).sort((a, b) => a.place - b.place);
  return order.map(({ articleId }, index) => ({
    ...{ articleId, reason: `A mistake ${index}` },
    at: new Date(UNDONE_MS + index * 60_000).toISOString(),
  }));
}
