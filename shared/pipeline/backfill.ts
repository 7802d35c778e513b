/**
 * Articles of another bucket into the store's own, copied inside S3. In: what lies there. Out: what became of each. Promise: what is in
 * already with the same content is not copied again, and nothing newer is replaced: the same run twice changes nothing.
 */
import { STORE_LIMITS } from '../core/store-limits.ts';
import type { CopyTarget, Held, SourceBucket, SourceEntry } from './backfill-ports.ts';
import type { Pace } from './pace.ts';
import { type RoomPorts, waitForRoom } from './queue-room.ts';

export interface BackfillRequest {
  readonly prefix: string;
  /** Only what the other bucket got then or later, ISO 8601 instant; null: all. */
  readonly since: string | null;
  /** Only what comes behind this key; null: all. */
  readonly after: string | null;
  /** Copies a second. */
  readonly rate: number;
  readonly dryRun: boolean;
  /** User metadata that goes with every copy. */
  readonly facts: Readonly<Record<string, string>>;
}

export type BackfillState = 'copied' | 'same' | 'newer' | 'refused';

export interface Backfilled {
  readonly state: BackfillState;
  readonly entry: SourceEntry;
  /** Its key in the store's own bucket. */
  readonly key: string;
  /** Why it was refused. */
  readonly reason: string | null;
}

const INCOMING = 'incoming/';

/** What is to be looked at, in the order of keys. Waits now and then, so that new uploads are not kept waiting behind it. */
export async function* backfillEntries(
  { prefix, since, after, rate, dryRun }: BackfillRequest,
  source: SourceBucket,
  room: RoomPorts,
): AsyncGenerator<SourceEntry> {
  let last = after;
  for (let given = 0; ; ) {
    const { entries, isLast } = await source.page(prefix, last);
    for (const entry of entries) {
      if (isFolderMark(entry) || (since !== null && entry.lastModified < since)) continue;
      if (!dryRun && given % STORE_LIMITS.replayLook === 0) await waitForRoom(rate, room);
      given += 1;
      yield entry;
    }
    last = entries.at(-1)?.key ?? last;
    if (isLast || entries.length === 0) return;
  }
}

/** One of them. Throws what a retry may cure. */
export async function backfill(
  entry: SourceEntry,
  { dryRun, facts }: BackfillRequest,
  target: CopyTarget,
  pace: Pace,
): Promise<Backfilled> {
  const key = targetKey(entry.key);
  const reason = whyNot(entry, key);
  if (reason !== null) return { state: 'refused', entry, key, reason };
  const state = stateOf(entry, await target.held(key));
  if (state === 'copied' && !dryRun) {
    await pace.take(1);
    await target.copy(entry, key, facts);
  }
  return { state, entry, key, reason: null };
}

/** The whole key stays, so that two folders of one bucket never meet; uploads of another store keep their names. */
export function targetKey(key: string): string {
  return key.startsWith(INCOMING) ? key : `${INCOMING}${key}`;
}

function stateOf({ etag, lastModified }: SourceEntry, held: Held | null): BackfillState {
  if (held === null) return 'copied';
  if (held.etag === etag || held.copiedEtag === etag) return 'same';
  return held.lastModified > lastModified ? 'newer' : 'copied';
}

/** Consoles and tools make an empty object where they show a folder. */
const isFolderMark = ({ key, bytes }: SourceEntry): boolean => key.endsWith('/') && bytes === 0;

function whyNot({ bytes }: SourceEntry, key: string): string | null {
  if (bytes > STORE_LIMITS.copyBytes)
    return `it has ${bytes} bytes: S3 copies 5 GiB at most, and nothing larger is read`;
  if (new TextEncoder().encode(key).length > STORE_LIMITS.keyBytes)
    return `with incoming/ before it its key is over ${STORE_LIMITS.keyBytes} bytes`;
  return null;
}
