/** What was dropped: a random history of a few objects. In: chance. Out: all changes, and the bytes of each version. */
import type { ObjectChange } from '../../shared/core/change.ts';
import type { StoredObject } from '../../shared/pipeline/ports.ts';
import { aChange, aRemoval } from '../../shared/testing/builders.ts';
import type { Random } from './random.ts';

export interface Delivery {
  readonly change: ObjectChange;
  /** Null for a removal, and for a version that was purged before anybody could read it. */
  readonly object: StoredObject | null;
}

const BODIES = ['Ships wait outside.', 'Ships wait outside.\nThe port is shut.', 'Rain is expected.', 'Prices fell.'];
const DATES = ['2023-10-16T07:59:00.000Z', '2023-10-20T10:00:00.000Z', '2025-04-17T14:27:32.000Z'];
const ADDRESSES = ['https://a.example/1', 'https://a.example/2', 'https://b.example/1'];
const CAPTURES = ['2025-01-01T00:00:00.000Z', '2025-06-01T00:00:00.000Z'];
const BROKEN = ['', 'a headline without a text'];
const START_MS = Date.UTC(2026, 0, 1);

export function someDeliveries(random: Random): readonly Delivery[] {
  const keys = Array.from({ length: 2 + random.below(4) }, (_, index) => `incoming/${index} +ü.txt`);
  return keys.flatMap((key, place) =>
    Array.from({ length: 1 + random.below(4) }, (_, turn) => aDelivery(key, place * 10 + turn, random)),
  );
}

/** Many such histories side by side: what one says, no other says, so that there are many articles and stories. */
export function manyDeliveries(random: Random, places: number): readonly Delivery[] {
  return Array.from({ length: places }, (_, place) =>
    someDeliveries(random).map(({ change, object }) => ({
      change: { ...change, key: `${change.key}/${place}`, versionId: `${change.versionId}/${place}` },
      object: object === null ? null : movedTo(object, place),
    })),
  ).flat();
}

function movedTo(object: StoredObject, place: number): StoredObject {
  const text = new TextDecoder().decode(object.bytes);
  const bytes = BROKEN.includes(text) ? object.bytes : new TextEncoder().encode(`${text}\nFrom desk ${place}.`);
  const url = object.metadata['url'];
  return {
    ...object,
    bytes,
    metadata: { ...object.metadata, ...(url === undefined ? {} : { url: `${url}/${place}` }) },
  };
}

/** Sequencers of one key grow, and differ in length, as S3's do. */
function aDelivery(key: string, ordinal: number, random: Random): Delivery {
  const more = random
    .below(16 ** 3)
    .toString(16)
    .slice(0, random.below(4));
  const sequencer = `${(4096 + ordinal * 7).toString(16)}${more}`.toUpperCase();
  const at = new Date(START_MS + random.below(5) * 86_400_000 + ordinal * 1000).toISOString();
  const facts = { key, sequencer, versionId: `${key}@${ordinal}`, at };
  if (random.chance(0.2)) return { change: aRemoval(facts), object: null };
  const object = random.chance(0.05) ? null : anObject(at, random);
  return { change: aChange({ ...facts, bytes: object?.bytes.length ?? 1 }), object };
}

function anObject(lastModified: string, random: Random): StoredObject {
  const text = random.chance(0.1) ? random.pick(BROKEN) : aPage(random);
  const url = random.chance(0.6) ? { url: random.pick(ADDRESSES) } : {};
  const capturedAt = random.chance(0.3) ? { 'captured-at': random.pick(CAPTURES) } : {};
  const bytes = new TextEncoder().encode(text);
  return {
    bytes,
    contentType: null,
    contentEncoding: null,
    etag: 'e',
    lastModified,
    metadata: { ...url, ...capturedAt },
  };
}

function aPage(random: Random): string {
  const published = random.chance(0.8) ? [`published: ${random.pick(DATES)}`] : [];
  return [`Headline ${random.below(3)}`, ...published, random.pick(BODIES)].join('\n');
}
