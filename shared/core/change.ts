/** S3 says, at least once and in any order, that an object was written or removed, or that one of its versions was deleted for good. */

export interface ObjectRef {
  readonly bucket: string;
  /** Decoded key, exactly as S3 holds it. */
  readonly key: string;
  /** Name of a member inside a container object; null for a plain object. */
  readonly member: string | null;
}

interface ChangeFacts extends ObjectRef {
  /** As S3 sent it; orders the changes of one key, see `paddedSequencer`. */
  readonly sequencer: string;
  readonly versionId: string | null;
  /** When S3 recorded the change, ISO 8601 instant. */
  readonly at: string;
}

export interface WrittenChange extends ChangeFacts {
  readonly kind: 'written';
  readonly etag: string | null;
  /** Size in bytes; null when the event does not say. */
  readonly bytes: number | null;
}

export interface RemovedChange extends ChangeFacts {
  readonly kind: 'removed';
}

/**
 * One version was deleted for good: an old one, the current one, or a delete marker, which brings the object back. The event does
 * not say what is current now, so it has to be looked at: `versionId` is null until then.
 */
export interface LookedChange extends ChangeFacts {
  readonly kind: 'looked';
  /** The version that is no more. */
  readonly purged: string;
}

export type ObjectChange = WrittenChange | RemovedChange | LookedChange;

/** S3: "right-pad the shorter value with zeros and compare as text". Real sequencers have up to 18 digits; 40 leave room. */
export const SEQUENCER_WIDTH = 40;

/** `0055AED6DCD90281E5` //=> `0055AED6DCD90281E50000…`, 40 characters, comparable as text. */
export function paddedSequencer(sequencer: string): string {
  return sequencer.toUpperCase().padEnd(SEQUENCER_WIDTH, '0');
}
