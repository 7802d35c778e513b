/**
 * The only doors to the world. Each is a few verbs; adapters live in shared/aws, in-memory ones in shared/testing.
 * Every verb may throw; what it throws is cured by a retry (a `Rejection` is never thrown by a port).
 */
import type { ObjectRef } from '../core/change.ts';
import type { Hints, OutletProfile, RawDocument } from '../core/document.ts';
import type { Attributes, Item, Key } from '../core/item.ts';
import type { Article } from '../core/record.ts';

export interface StoredObject {
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  readonly contentEncoding: string | null;
  readonly etag: string | null;
  /** Null in a bucket without versions. */
  readonly versionId: string | null;
  /** When S3 stored the version, ISO 8601 instant. */
  readonly lastModified: string;
  /** User metadata (`x-amz-meta-*`), names in lower case without the prefix. */
  readonly metadata: Readonly<Record<string, string>>;
}

/**
 * Raw objects. `read` gives the current version when none is named, null when what it should give is gone, and throws `Rejection`
 * for one over the limit before reading it.
 */
export interface RawObjects {
  read(ref: ObjectRef, versionId: string | null): Promise<StoredObject | null>;
  /** Bytes of it, of whatever size it is, from one place to before another; fewer where it ends first. At most the limit of one object. */
  slice(ref: ObjectRef, versionId: string | null, from: number, until: number): Promise<ObjectSlice | null>;
}

/** `bytes` are those asked for. */
export interface ObjectSlice extends StoredObject {
  /** Of the whole object, in bytes. */
  readonly size: number;
}

/** What tells refused uploads from others, for whoever keeps them for another time. */
export interface RefusedMarks {
  /** Quiet when the version is gone, or bears its mark already. */
  set(ref: ObjectRef, versionId: string): Promise<void>;
  /** Quiet when the version is gone, or bears none. */
  clear(ref: ObjectRef, versionId: string): Promise<void>;
}

/** One version of an object in the bucket, or a delete marker. */
export interface ObjectVersion {
  readonly key: string;
  readonly versionId: string;
  readonly isMarker: boolean;
  /** When S3 stored it, ISO 8601 instant. */
  readonly lastModified: string;
}

/** Where a page of versions ended. */
export interface VersionPlace {
  readonly key: string;
  readonly versionId: string | null;
}

/** What is in the bucket for good, and taking it away: for take-downs only. */
export interface ObjectVersions {
  /** One page of all that begins so, by key; `next` is null at the end. */
  list(
    prefix: string,
    after: VersionPlace | null,
  ): Promise<{ readonly versions: readonly ObjectVersion[]; readonly next: VersionPlace | null }>;
  /** For good. Quiet when it is not there (any more). */
  remove(version: Pick<ObjectVersion, 'key' | 'versionId'>): Promise<void>;
}

/** Names of raw objects, in the order of their keys in UTF-8. */
export interface Listing {
  /** Objects whose current version is no delete marker; `after`: the last key of the page before. */
  page(prefix: string, after: string | null): Promise<KeyPage>;
}

export interface KeyPage {
  readonly keys: readonly string[];
  readonly isLast: boolean;
}

/** Turns a document into an article, hostile or not: a page that spins or eats memory ends as a `Rejection`. */
export interface Reader {
  /** Version of the extractor behind it; by default that of this code. */
  readonly version?: number | undefined;
  read(document: RawDocument, hints: Hints, profile: OutletProfile): Promise<Article>;
}

/** Packed records that are too large for a row. `put` of the same name and bytes twice is one object. */
export interface Bodies {
  /** Over this packed size a record is kept here instead of in its row; by default, what a row can hold. */
  readonly over?: number;
  put(name: string, bytes: Uint8Array): Promise<void>;
  /** Null when there is none of that name. */
  get(name: string): Promise<Uint8Array | null>;
}

/** A write happens only when its guard holds at that very moment. */
export type Guard =
  /** The stored `revision`, or the attribute that is named, is absent or smaller, compared as text. */
  | { readonly kind: 'newer'; readonly revision: string; readonly attribute?: 'besideRevision' }
  /** The stored `gen` is still the one that was read; null: there was none. */
  | { readonly kind: 'unchanged'; readonly gen: number | null };

export interface Update {
  readonly key: Key;
  readonly set: Attributes;
  readonly remove: readonly string[];
  /** Null: unconditional. */
  readonly guard: Guard | null;
}

export type Written =
  /** The item as it is after the write. */
  | { readonly applied: true; readonly item: Item }
  /** The guard did not hold; what was found instead. */
  | { readonly applied: false; readonly found: Item | null };

export interface RangeQuery {
  readonly pk: string;
  /** Sort keys that begin so. */
  readonly prefix: string;
  /** Sort key after which, in the direction of reading, the page begins; null: at the start. */
  readonly after: string | null;
  readonly newestFirst: boolean;
  /** A page shorter than this is the last. */
  readonly limit: number;
  /** True for hints that may lag behind, at half the price; else the query sees every write that was answered before. */
  readonly mayLag?: boolean;
}

export interface FeedQuery {
  readonly feedPk: string;
  /** Only entries whose `feedSk` is smaller; null: all. */
  readonly before: string | null;
  readonly limit: number;
}

export interface FeedEntry {
  readonly key: Key;
  readonly feedSk: string;
}

/** The table, in a few verbs of plain data. `get`, and `query` unless told otherwise, see every write that was answered before they were asked. */
export interface Table {
  get(key: Key): Promise<Item | null>;
  /** Each as `get` gives it, by fewer requests, for whoever reads very many; a key may come twice. Where it is not there, `get` does. */
  getEach?(keys: readonly Key[]): Promise<readonly (Item | null)[]>;
  query(query: RangeQuery): Promise<readonly Item[]>;
  /** Replaces the whole item. */
  put(item: Item, guard: Guard | null): Promise<Written>;
  /** Changes the named attributes, creating the item if need be. */
  update(update: Update): Promise<Written>;
}

/** Reads that may lag behind: for lists only, no decision rests on them. */
export interface Feeds {
  /** Newest first. */
  feed(query: FeedQuery): Promise<readonly FeedEntry[]>;
  /** Those that exist, in the order asked for. */
  getMany(keys: readonly Key[]): Promise<readonly Item[]>;
}

/** Time between two attempts, with jitter, so that a simulation can own both clock and chance. */
export interface Pacing {
  pause(attempt: number): Promise<void>;
}

/** Now, as an ISO 8601 instant: told to people, never compared with what another clock said. */
export type Clock = () => string;
