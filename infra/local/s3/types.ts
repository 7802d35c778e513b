/** What one stored version of an object is, and what a client said about it. */

/** Headers that S3 keeps with an object and gives back: `content-type`, `cache-control` and the like. */
export type KeptHeaders = Readonly<Record<string, string>>;

export interface ObjectFacts {
  readonly headers: KeptHeaders;
  /** User metadata, names without `x-amz-meta-`. */
  readonly metadata: Readonly<Record<string, string>>;
  /** Checksum headers, for example `x-amz-checksum-crc32`. */
  readonly checksums: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
}

export interface Version extends ObjectFacts {
  readonly bucket: string;
  readonly key: string;
  readonly versionId: string;
  readonly isMarker: boolean;
  readonly isLatest: boolean;
  /** File of the body; null for a delete marker. */
  readonly blob: string | null;
  readonly bytes: number;
  /** Without quotes. */
  readonly etag: string;
  /** Instant, ISO 8601. */
  readonly lastModified: string;
}

export type CreatedBy = 'Put' | 'Copy' | 'CompleteMultipartUpload';
export type ChangeName = `ObjectCreated:${CreatedBy}` | 'ObjectRemoved:DeleteMarkerCreated' | 'ObjectRemoved:Delete';

/** `If-Match` and `If-None-Match` of a write. */
export interface WriteConditions {
  readonly ifMatch: string | null;
  readonly ifNoneMatch: string | null;
}
