/**
 * What was dropped: a random history of a few objects, each in the order in which it happened: writes, delete markers, and versions
 * or markers deleted for good; and replays, which tell of a change again for a newer extractor. In: chance. Out: all changes, and the
 * bytes of each version.
 */
import { createHash } from 'node:crypto';
import type { ObjectChange } from '../../shared/core/change.ts';
import { EXTRACTOR } from '../../shared/core/extractor.ts';
import type { StoredObject } from '../../shared/pipeline/ports.ts';
import { aChange, aLook, aRemoval } from '../../shared/testing/builders.ts';
import { NEXT_VERSION } from './next-reader.ts';
import type { Random } from './random.ts';

export interface Delivery {
  readonly change: ObjectChange;
  /** What was written; null for all that is no write. */
  readonly object: StoredObject | null;
  /** What the object holds, when it is a container; none for a single document. */
  readonly members?: readonly HeldMember[];
  /** Of a crawl: where its parts begin, each of which is counted by itself; of an archive: none, and how many files it has. */
  readonly windows?: readonly number[];
  readonly files?: number;
  /** Of files that are containers themselves: their places, and how many members they have. */
  readonly inside?: readonly { readonly place: number; readonly count: number }[];
  /** Version of the extractor that reads it: today's, or, of a replay, the next one. */
  readonly extractor: number;
}

export interface HeldMember {
  readonly name: string;
  /** Null for a file that holds nothing. */
  readonly text: string | null;
  /** Of a crawl: where the part begins that it is in. */
  readonly window: number | null;
  /** What a crawl noted of it; null: it is one file of an archive. */
  readonly noted: { readonly url: string; readonly capturedAt: string } | null;
}

const BODIES = ['Ships wait outside.', 'Ships wait outside.\nThe port is shut.', 'Rain is expected.', 'Prices fell.'];
const DATES = ['2023-10-16T07:59:00.000Z', '2023-10-20T10:00:00.000Z', '2025-04-17T14:27:32.000Z'];
const ADDRESSES = ['https://a.example/1', 'https://a.example/2', 'https://b.example/1'];
const CAPTURES = ['2025-01-01T00:00:00.000Z', '2025-06-01T00:00:00.000Z'];
/** By whom, by the number of the headline: one name in two spellings, and a page that says nothing. */
const SIGNED = [
  ['publisher: The Post', 'author: Zoë Hale; Ann Reed'],
  ['publisher: the post', 'author: zoe hale', 'agency: AP'],
  [],
];
const BROKEN = ['', 'a headline without a text'];
/** Does not compress, so its record is over the size that these worlds keep in a row. */
const LONG_BODY = Array.from({ length: 40 }, (_, index) =>
  createHash('sha512').update(String(index)).digest('base64'),
).join(' ');
/** Over this packed size a record of these worlds is kept beside its row: a real bound would make every world slow. */
export const BODIES_OVER = 2_000;
const REPLAYED = 0.25;
/** Per place; more than there are, so that sequencers of stages do not meet. */
const MOST_KEYS = 10;
const START_MS = Date.UTC(2026, 0, 1);

/** Of a later `stage`: what happens to the same keys after all that happened to them before. */
export function someDeliveries(random: Random, stage = 0): readonly Delivery[] {
  const keys = Array.from({ length: 2 + random.below(4) }, (_, index) => `incoming/${index} +ü.txt`);
  return withReplays(
    keys.flatMap((key, place) =>
      aHistory(key, place + stage * MOST_KEYS, { turns: 1 + random.below(5), purged: 0.33 }, random, aDocument),
    ),
    random,
  );
}

/** Any change whose bytes are read may be replayed, also one that is no longer the newest: it comes some time after what it repeats. */
export function withReplays(deliveries: readonly Delivery[], random: Random): readonly Delivery[] {
  return deliveries.flatMap((one) => {
    const isReplayed = one.change.kind !== 'removed' && random.chance(REPLAYED);
    return isReplayed ? [one, { ...one, extractor: NEXT_VERSION }] : [one];
  });
}

export function isReplay({ extractor }: Delivery): boolean {
  return extractor === NEXT_VERSION;
}

/** How often a key changes, and how often, once something is there, one of its versions is deleted for good instead. */
interface Course {
  readonly turns: number;
  readonly purged: number;
}

type Write = (facts: Facts, random: Random) => Delivery;

/** Every other deletion is of what is on top: an undelete, or a step back. */
export function aHistory(
  key: string,
  place: number,
  { turns, purged: share }: Course,
  random: Random,
  write: Write,
): readonly Delivery[] {
  const there: string[] = [];
  return Array.from({ length: turns }, (_, turn) => {
    const facts = someFacts(key, place * 10 + turn, random);
    if (there.length > 0 && random.chance(share)) {
      const at = random.chance(0.5) ? there.length - 1 : random.below(there.length);
      const [purged = ''] = there.splice(at, 1);
      return { change: aLook({ ...facts, versionId: null, purged }), object: null, extractor: EXTRACTOR.version };
    }
    there.push(facts.versionId);
    if (random.chance(0.2)) return { change: aRemoval(facts), object: null, extractor: EXTRACTOR.version };
    return write(facts, random);
  });
}

function aDocument(facts: Facts, random: Random): Delivery {
  const object = anObject(facts, random);
  return { change: aChange({ ...facts, bytes: object.bytes.length }), object, extractor: EXTRACTOR.version };
}

/** Many such histories side by side: what one says, no other says, so that there are many articles and stories. */
export function manyDeliveries(random: Random, places: number, stage = 0): readonly Delivery[] {
  return Array.from({ length: places }, (_, place) =>
    someDeliveries(random, stage).map(({ change, object, extractor }) => ({
      extractor,
      change: elsewhere(change, place),
      object: object === null ? null : movedTo(object, place),
    })),
  ).flat();
}

function elsewhere(change: ObjectChange, place: number): ObjectChange {
  const key = `${change.key}/${place}`;
  if (change.kind === 'looked') return { ...change, key, purged: `${change.purged}/${place}` };
  return { ...change, key, versionId: `${change.versionId}/${place}` };
}

function movedTo(object: StoredObject, place: number): StoredObject {
  const text = new TextDecoder().decode(object.bytes);
  const bytes = BROKEN.includes(text) ? object.bytes : new TextEncoder().encode(`${text}\nFrom desk ${place}.`);
  const url = object.metadata['url'];
  return {
    ...object,
    versionId: `${object.versionId}/${place}`,
    bytes,
    metadata: { ...object.metadata, ...(url === undefined ? {} : { url: `${url}/${place}` }) },
  };
}

export interface Facts {
  readonly key: string;
  readonly sequencer: string;
  readonly versionId: string;
  readonly at: string;
}

/** Sequencers of one key grow, and differ in length, as S3's do. */
export function someFacts(key: string, ordinal: number, random: Random): Facts {
  const more = random
    .below(16 ** 3)
    .toString(16)
    .slice(0, random.below(4));
  const sequencer = `${(4096 + ordinal * 7).toString(16)}${more}`.toUpperCase();
  const at = new Date(START_MS + random.below(5) * 86_400_000 + ordinal * 1000).toISOString();
  return { key, sequencer, versionId: `${key}@${ordinal}`, at };
}

export function anObject({ at, versionId }: Facts, random: Random): StoredObject {
  const text = random.chance(0.1) ? random.pick(BROKEN) : aPage(random);
  const url = random.chance(0.6) ? { url: random.pick(ADDRESSES) } : {};
  const capturedAt = random.chance(0.3) ? { 'captured-at': random.pick(CAPTURES) } : {};
  const bytes = new TextEncoder().encode(text);
  return {
    bytes,
    contentType: null,
    contentEncoding: null,
    etag: 'e',
    versionId,
    lastModified: at,
    metadata: { ...url, ...capturedAt },
  };
}

export function aPage(random: Random): string {
  const published = random.chance(0.8) ? [`published: ${random.pick(DATES)}`] : [];
  const body = random.chance(0.06) ? LONG_BODY : random.pick(BODIES);
  const headline = random.below(3);
  return [`Headline ${headline}`, ...published, ...(SIGNED[headline] ?? []), body].join('\n');
}
