/**
 * What happens to a bucket, and when S3 tells of it. In: histories and chance. Out: one change after the other. Promise: each change
 * has happened before it is told, what happens to one key happens in its order, and all are told in any order.
 */
import type { SimulatedBucket } from './bucket.ts';
import type { Delivery } from './deliveries.ts';
import type { Random } from './random.ts';

export interface News {
  /** Null: there is nothing more. */
  next(): Delivery | null;
  isOver(): boolean;
}

export function newsOf(deliveries: readonly Delivery[], bucket: SimulatedBucket, random: Random): News {
  const ahead = [...interleaved(deliveries, random)];
  const untold: Delivery[] = [];
  const hear = () => untold.push(...bucket.untold());
  const happen = () => {
    for (const delivery of ahead.splice(0, 1)) {
      bucket.happen(delivery);
      untold.push(delivery);
    }
  };
  // In every other world all is over before the first word of it, so that the last may come first.
  if (random.chance(0.5)) while (ahead.length > 0) happen();
  return {
    next() {
      hear();
      while (ahead.length > 0 && (untold.length === 0 || random.chance(0.5))) happen();
      const [delivery] = untold.splice(random.below(untold.length), 1);
      return delivery ?? null;
    },
    isOver() {
      hear();
      return ahead.length === 0 && untold.length === 0;
    },
  };
}

/** Keys in any order, each key's own history in its order. */
function interleaved(deliveries: readonly Delivery[], random: Random): readonly Delivery[] {
  const byKey = Map.groupBy(deliveries, ({ change }) => change.key);
  const keys = deliveries.map(({ change }) => ({ key: change.key, place: random.next() }));
  return keys.sort((a, b) => a.place - b.place).flatMap(({ key }) => byKey.get(key)?.shift() ?? []);
}
