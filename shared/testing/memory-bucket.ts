/**
 * A versioned bucket in memory. In: puts and removals. Out: the changes that S3 tells of them, and the ports that read it.
 * Promise: times and sequencers come from a counter, so a test is the same on every run.
 */
import { createHash } from 'node:crypto';
import type { LookedChange, ObjectChange, RemovedChange, WrittenChange } from '../core/change.ts';
import { LIMITS } from '../core/limits.ts';
import { Rejection } from '../core/rejection.ts';
import type {
  Bodies,
  KeyPage,
  Listing,
  ObjectSlice,
  ObjectVersion,
  ObjectVersions,
  RawObjects,
  StoredObject,
} from '../pipeline/ports.ts';
import { type MemoryQueue, memoryQueue } from './memory-queue.ts';
import { versionPages } from './version-pages.ts';

export interface PutOptions {
  readonly metadata?: Readonly<Record<string, string>>;
  readonly contentType?: string;
  readonly contentEncoding?: string;
}

export interface MemoryBucket {
  readonly objects: RawObjects;
  readonly listing: Listing;
  readonly bodies: Bodies;
  /** The queue that it notifies, with what the pipeline itself has sent there. */
  readonly queue: MemoryQueue;
  /** Of raw uploads and of long records. */
  readonly versions: ObjectVersions;
  /** What S3 tells of removals through `versions`, each once. */
  untold(): readonly ObjectChange[];
  /** Writes a version; text is stored as UTF-8. */
  put(key: string, content: string | Uint8Array, options?: PutOptions): WrittenChange;
  /** Leaves a delete marker. */
  remove(key: string): RemovedChange;
  /** Takes one version or delete marker away for good: the version before it is current again. Throws if there is none of that id. */
  purge(versionId: string): LookedChange;
}

/** Every write is one second after the one before. */
const START_MS = Date.UTC(2026, 0, 1);
const SEQUENCER_DIGITS = 18;

/** `bodiesOver`: packed size over which a record stands beside its row; by default what a row can hold. */
export function memoryBucket(bucket = 'wirefold-test', bodiesOver?: number): MemoryBucket {
  // In the order of their writing.
  const versions = new Map<string, KeptVersion>();
  const packed = new Map<string, Uint8Array>();
  const nextFacts = factsFrom(bucket);
  const news: ObjectChange[] = [];
  const purge = (purged: string): LookedChange => {
    const version = versions.get(purged);
    if (version === undefined) throw new Error(`there is no version ${purged}`);
    versions.delete(purged);
    return { kind: 'looked', ...nextFacts(version.key), versionId: null, purged };
  };
  const current = (key: string) => [...versions.values()].findLast((version) => version.key === key);
  return {
    put(key, content, options = {}) {
      const facts = nextFacts(key);
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      const object = storedObject(bytes, facts, options);
      versions.set(facts.versionId, { key, object, at: facts.at });
      return { kind: 'written', ...facts, etag: object.etag, bytes: bytes.length };
    },
    remove(key) {
      const facts = nextFacts(key);
      versions.set(facts.versionId, { key, object: null, at: facts.at });
      return { kind: 'removed', ...facts };
    },
    purge,
    untold: () => news.splice(0),
    queue: memoryQueue(),
    versions: {
      list: async (prefix, after) => versionPages([...rawVersions(versions), ...bodyVersions(packed)], prefix, after),
      async remove({ key, versionId }) {
        packed.delete(key);
        if (versions.get(versionId)?.key === key) news.push(purge(versionId));
      },
    },
    objects: {
      async read({ key }, versionId) {
        const found = versionId === null ? current(key) : versions.get(versionId);
        const object = found?.key === key ? found.object : null;
        if (object !== null && object.bytes.length > LIMITS.objectBytes)
          throw new Rejection('document.too-large', `The object has ${object.bytes.length} bytes.`);
        return object;
      },
      async slice({ key }, versionId, from, until) {
        const found = versionId === null ? current(key) : versions.get(versionId);
        return found?.key === key && found.object !== null ? sliceOf(found.object, from, until) : null;
      },
    },
    listing: { page: async (prefix, after) => pageOf([...versions.values()], prefix, after) },
    bodies: {
      ...(bodiesOver === undefined ? {} : { over: bodiesOver }),
      put: async (name, bytes) => void packed.set(name, bytes),
      get: async (name) => packed.get(name) ?? null,
    },
  };
}

/** As S3 cuts. */
export function sliceOf(object: StoredObject, from: number, until: number): ObjectSlice {
  const end = Math.min(until, from + LIMITS.objectBytes);
  return { ...object, bytes: object.bytes.subarray(from, end), size: object.bytes.length };
}

interface KeptVersion {
  readonly key: string;
  /** Null: a delete marker. */
  readonly object: StoredObject | null;
  readonly at: string;
}

function rawVersions(versions: ReadonlyMap<string, KeptVersion>): readonly ObjectVersion[] {
  const oldestFirst = [...versions].map(([versionId, { key, object, at }]) => {
    return { key, versionId, isMarker: object === null, lastModified: at };
  });
  return oldestFirst.reverse();
}

/** Named by their content, so one version each is as good as many. */
function bodyVersions(packed: ReadonlyMap<string, Uint8Array>): readonly ObjectVersion[] {
  const lastModified = new Date(START_MS).toISOString();
  return [...packed.keys()].map((key) => ({ key, versionId: 'only', isMarker: false, lastModified }));
}

/** Small, so that tests see more than one. */
const PAGE = 3;

function pageOf(versions: readonly KeptVersion[], prefix: string, after: string | null): KeyPage {
  const current = new Map(versions.map(({ key, object }) => [key, object]));
  const inOrder = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
  const left = [...current]
    .filter(([key, object]) => object !== null && key.startsWith(prefix) && (after === null || inOrder(key, after) > 0))
    .map(([key]) => key)
    .sort(inOrder);
  return { keys: left.slice(0, PAGE), isLast: left.length <= PAGE };
}

interface WriteFacts {
  readonly bucket: string;
  readonly key: string;
  readonly member: null;
  readonly sequencer: string;
  readonly versionId: string;
  readonly at: string;
}

function factsFrom(bucket: string): (key: string) => WriteFacts {
  let writes = 0;
  return (key) => {
    writes += 1;
    const sequencer = writes.toString(16).toUpperCase().padStart(SEQUENCER_DIGITS, '0');
    const at = new Date(START_MS + writes * 1000).toISOString();
    return { bucket, key, member: null, sequencer, versionId: `v${writes}`, at };
  };
}

function storedObject(bytes: Uint8Array, { at, versionId }: WriteFacts, options: PutOptions): StoredObject {
  return {
    bytes,
    contentType: options.contentType ?? null,
    contentEncoding: options.contentEncoding ?? null,
    etag: createHash('md5').update(bytes).digest('hex'),
    versionId,
    lastModified: at,
    metadata: options.metadata ?? {},
  };
}
