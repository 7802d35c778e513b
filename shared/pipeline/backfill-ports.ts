/** Doors to a bucket that holds articles already, and to where they are copied. */

export interface SourceEntry {
  readonly key: string;
  /** Without quotes. */
  readonly etag: string;
  readonly bytes: number;
  /** When the other bucket got it, ISO 8601 instant. */
  readonly lastModified: string;
}

export interface SourcePage {
  readonly entries: readonly SourceEntry[];
  readonly isLast: boolean;
}

export interface SourceBucket {
  readonly bucket: string;
  /** Current objects in the order of their keys; `after`: the last key of the page before. */
  page(prefix: string, after: string | null): Promise<SourcePage>;
}

/** What is under a key of the store's own bucket now. */
export interface Held {
  readonly etag: string;
  /** ETag of what it was copied from: that of the copy is another one where a key of your own encrypts it. Null: it is no copy. */
  readonly copiedEtag: string | null;
  readonly lastModified: string;
}

export interface CopyTarget {
  /** Null: there is nothing under this key. */
  held(key: string): Promise<Held | null>;
  /** Inside S3, without its bytes coming here. Throws when it is no longer what was listed. */
  copy(entry: SourceEntry, key: string, facts: Readonly<Record<string, string>>): Promise<void>;
}
