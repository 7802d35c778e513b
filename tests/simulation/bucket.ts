/** The raw bucket over time. In: what happened to it, one after the other. Out: reads of what is there now, as S3 answers them. */
import type { RawObjects } from '../../shared/pipeline/ports.ts';
import { type Delivery, isReplay } from './deliveries.ts';

export interface SimulatedBucket {
  readonly objects: RawObjects;
  happen(delivery: Delivery): void;
}

export function simulatedBucket(): SimulatedBucket {
  let versions: readonly Delivery[] = [];
  const read: RawObjects['read'] = async ({ key }, versionId) => {
    const found = versions.findLast(({ change }) =>
      versionId === null ? change.key === key : change.versionId === versionId,
    );
    return found?.object ?? null;
  };
  return {
    objects: { read },
    happen(delivery) {
      const { change } = delivery;
      if (isReplay(delivery)) return;
      if (change.kind !== 'looked') versions = [...versions, delivery];
      else versions = versions.filter((version) => version.change.versionId !== change.purged);
    },
  };
}
