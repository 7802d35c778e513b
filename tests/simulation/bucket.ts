/**
 * The bucket over time: raw uploads and long records. In: what happened to it, one after the other. Out: reads of what is there
 * now, as S3 answers them, and what it tells of versions that the pipeline itself has purged.
 */
import { EXTRACTOR } from '../../shared/core/extractor.ts';
import type { Bodies, ObjectVersion, ObjectVersions, RawObjects } from '../../shared/pipeline/ports.ts';
import { aLook } from '../../shared/testing/builders.ts';
import { sliceOf } from '../../shared/testing/memory-bucket.ts';
import { versionPages } from '../../shared/testing/version-pages.ts';
import { BODIES_OVER, type Delivery, isReplay } from './deliveries.ts';

export interface SimulatedBucket {
  readonly objects: RawObjects;
  readonly bodies: Bodies;
  readonly versions: ObjectVersions;
  happen(delivery: Delivery): void;
  /** Purges of the pipeline that nobody was told of yet. */
  untold(): readonly Delivery[];
  /** All purges of the pipeline. */
  readonly caused: readonly Delivery[];
  /** Versions that are left. */
  left(): readonly Delivery[];
  /** Names of the long records that are left. */
  readonly names: ReadonlySet<string>;
}

export function simulatedBucket(): SimulatedBucket {
  let versions: readonly Delivery[] = [];
  const last = new Map<string, Delivery>();
  const names = new Set<string>();
  const caused: Delivery[] = [];
  let told = 0;
  const read: RawObjects['read'] = async ({ key }, versionId) => {
    const found = versions.findLast(({ change }) =>
      versionId === null ? change.key === key : change.versionId === versionId,
    );
    return found?.object ?? null;
  };
  const without = (purged: string) => versions.filter(({ change }) => change.versionId !== purged);
  return {
    objects: {
      read,
      async slice(ref, versionId, from, until) {
        const object = await read(ref, versionId);
        return object === null ? null : sliceOf(object, from, until);
      },
    },
    bodies: { over: BODIES_OVER, put: async (name) => void names.add(name), get: async () => null },
    versions: {
      list: async (prefix, after) =>
        versionPages([...versions.map(versionOf).reverse(), ...[...names].map(bodyOf)], prefix, after),
      async remove({ key, versionId }) {
        names.delete(key);
        const left = without(versionId);
        if (left.length === versions.length) return;
        versions = left;
        caused.push(purgeOf(key, versionId, last.get(key), caused.length));
      },
    },
    happen(delivery) {
      const { change } = delivery;
      if (isReplay(delivery)) return;
      last.set(change.key, delivery);
      versions = change.kind === 'looked' ? without(change.purged) : [...versions, delivery];
    },
    untold() {
      const news = caused.slice(told);
      told = caused.length;
      return news;
    },
    caused,
    left: () => versions,
    names,
  };
}

function versionOf({ change, object }: Delivery): ObjectVersion {
  return { key: change.key, versionId: change.versionId ?? '', isMarker: object === null, lastModified: change.at };
}

function bodyOf(key: string): ObjectVersion {
  return { key, versionId: 'only', isMarker: false, lastModified: '2026-01-01T00:00:00.000Z' };
}

/** After all that happened to the key so far, and before all that is still to happen to it. */
function purgeOf(key: string, purged: string, before: Delivery | undefined, count: number): Delivery {
  const { sequencer, at } = before?.change ?? { sequencer: '', at: '' };
  const later = `${sequencer}FFFF${count.toString(16).toUpperCase().padStart(6, '0')}`;
  return { change: aLook({ key, sequencer: later, at, purged }), object: null, extractor: EXTRACTOR.version };
}
