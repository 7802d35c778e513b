/**
 * A versioned bucket in memory. In: puts and removals. Out: the changes that S3 tells of them, and the ports that read it.
 * Promise: times and sequencers come from a counter, so a test is the same on every run.
 */
import { createHash } from 'node:crypto';
import type { RemovedChange, WrittenChange } from '../core/change.ts';
import type { Bodies, RawObjects, StoredObject } from '../pipeline/ports.ts';

export interface PutOptions {
  readonly metadata?: Readonly<Record<string, string>>;
  readonly contentType?: string;
  readonly contentEncoding?: string;
}

export interface MemoryBucket {
  readonly objects: RawObjects;
  readonly bodies: Bodies;
  /** Writes a version; text is stored as UTF-8. */
  put(key: string, content: string | Uint8Array, options?: PutOptions): WrittenChange;
  /** Leaves a delete marker. */
  remove(key: string): RemovedChange;
  /** Takes one version away for good; reading it then gives null. */
  purge(versionId: string): void;
}

/** Every write is one second after the one before. */
const START_MS = Date.UTC(2026, 0, 1);
const SEQUENCER_DIGITS = 18;

export function memoryBucket(bucket = 'wirefold-test'): MemoryBucket {
  const versions = new Map<string, { readonly key: string; readonly object: StoredObject }>();
  const current = new Map<string, string>();
  const packed = new Map<string, Uint8Array>();
  let writes = 0;
  const nextFacts = (key: string) => {
    writes += 1;
    const sequencer = writes.toString(16).toUpperCase().padStart(SEQUENCER_DIGITS, '0');
    const at = new Date(START_MS + writes * 1000).toISOString();
    return { bucket, key, member: null, sequencer, versionId: `v${writes}`, at };
  };
  return {
    put(key, content, options = {}) {
      const facts = nextFacts(key);
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      const object = storedObject(bytes, facts.at, options);
      versions.set(facts.versionId, { key, object });
      current.set(key, facts.versionId);
      return { kind: 'written', ...facts, etag: object.etag, bytes: bytes.length };
    },
    remove(key) {
      current.delete(key);
      return { kind: 'removed', ...nextFacts(key) };
    },
    purge: (versionId) => void versions.delete(versionId),
    objects: {
      async read({ key }, versionId) {
        const found = versions.get(versionId ?? current.get(key) ?? '');
        return found?.key === key ? found.object : null;
      },
    },
    bodies: {
      put: async (name, bytes) => void packed.set(name, bytes),
      get: async (name) => packed.get(name) ?? null,
    },
  };
}

function storedObject(bytes: Uint8Array, lastModified: string, options: PutOptions): StoredObject {
  return {
    bytes,
    contentType: options.contentType ?? null,
    contentEncoding: options.contentEncoding ?? null,
    etag: createHash('md5').update(bytes).digest('hex'),
    lastModified,
    metadata: options.metadata ?? {},
  };
}
