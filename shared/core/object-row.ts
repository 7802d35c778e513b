/**
 * One change in, the row that it makes out. Promise: a row is a function of the change and the bytes; it holds nothing that
 * was derived from other rows, so writing it again erases nothing.
 */
import { z } from 'zod';
import { type Beside, BesideHints, revisionBeside } from './beside.ts';
import { type ObjectChange, paddedSequencer } from './change.ts';
import type { Hints } from './document.ts';
import { EXTRACTOR } from './extractor.ts';
import { type HistoryEntry, historyName, type ObjectState, revisionOf, takenDownRevision } from './history.ts';
import type { Attributes, Key } from './item.ts';
import { objectIdOf, objectKey, stateEntry, TRACE_PREFIX } from './keys.ts';
import { SCHEMA } from './migrations/schema.ts';
import { parsedOnce } from './parsed-once.ts';
import { PlainFacts, plainAttributes } from './plain-facts.ts';
import type { ArticleRecord } from './record.ts';
import type { RejectionCode } from './rejection.ts';
import { STORE_LIMITS } from './store-limits.ts';
import { textOfFacts } from './text-id.ts';

/** A row ready to be written: `attributes` replaces all but the history, `entry` joins the history. */
export interface RowWrite {
  readonly key: Key;
  readonly revision: string;
  readonly state: ObjectState;
  readonly attributes: Attributes;
  /** Null: the change leaves no mark. */
  readonly historyName: string | null;
  readonly entry: HistoryEntry;
  /** Stays in the row for good, whatever becomes of this write. */
  readonly trace: Attributes;
}

/** Where the packed record is: in the row, or under a name in the bucket when it is too large for a row. */
export type PackedPlace = { readonly packed: Uint8Array } | { readonly packedAt: string };

/** Everything that any state may set; what a state does not set is removed when it takes the row over. */
export const ROW_ATTRIBUTES: readonly string[] = [
  ...['objectId', 'bucket', 'key', 'member', 'versionId', 'changedAt', 'revision', 'state', 'feedPk', 'feedSk'],
  ...['schema', 'extractor', 'touched'],
  ...['etag', 'bytes', 'lastModified', 'packed', 'packedAt', 'code', 'message', 'text'],
  ...['format', 'found', 'windows'],
  ...['alias', 'file', 'hints'],
  ...Object.keys(PlainFacts.shape),
];

const Common = z.object({
  objectId: z.string(),
  bucket: z.string(),
  key: z.string(),
  member: z.string().nullable(),
  versionId: z.string().nullable(),
  changedAt: z.string(),
  revision: z.string(),
  /** Which one read it; 0 where none decided: a removal, or a page that was stopped. */
  extractor: z.number(),
  /** What the file of metadata beside it says, by a write of its own. */
  beside: BesideHints.nullish(),
});
const Stored = Common.extend(PlainFacts.shape).extend({
  state: z.literal('stored'),
  lastModified: z.string(),
  bytes: z.number(),
  packed: z.instanceof(Uint8Array).optional(),
  packedAt: z.string().optional(),
  /** The article that it would be without the file of metadata beside it, where that is another one: that name leads on. */
  alias: z.string().optional(),
});
/** Metadata of another file. */
const Sidecar = Common.extend({
  state: z.literal('sidecar'),
  /** Key of the file that it tells of. */
  file: z.string(),
  hints: BesideHints,
  bytes: z.number(),
});
const Container = Common.extend({
  state: z.literal('container'),
  /** As a person calls it. */
  format: z.string(),
  bytes: z.number(),
  /** How many members it holds; null: that is counted by window. */
  found: z.number().nullable(),
  /** In how many equal parts it is read; 0: as a whole. */
  windows: z.number(),
});
const Rejected = Common.extend({ state: z.literal('rejected'), code: z.string(), message: z.string() });
const Removed = Common.extend({ state: z.literal('removed') });
/** Nothing of what it was but the names by which a take-down meant it. */
const TakenDown = Common.extend({ state: z.literal('taken-down'), articleId: z.string(), text: z.string() });

const AnyRow = z.discriminatedUnion('state', [Stored, Container, Sidecar, Rejected, Removed, TakenDown]);
export type ObjectRow = z.infer<typeof AnyRow>;
export const ObjectRow = parsedOnce<ObjectRow>(AnyRow);
export type StoredRow = z.infer<typeof Stored>;
export type RejectedRow = z.infer<typeof Rejected>;
export type ContainerRow = z.infer<typeof Container>;
export type SidecarRow = z.infer<typeof Sidecar>;

export function storedRow(
  change: ObjectChange,
  record: ArticleRecord,
  facts: PlainFacts,
  lastModified: string,
  place: PackedPlace,
): RowWrite {
  const { articleId, contentHash, capturedAt } = facts;
  const text = textOfFacts(facts);
  const own = {
    ...plainAttributes(facts),
    etag: record.source.etag,
    bytes: record.source.bytes,
    lastModified,
    ...place,
  };
  const seen = { state: 'stored', articleId, contentHash, capturedAt, text } as const;
  const row = rowWrite(change, record.extractor.version, own, seen);
  return 'packedAt' in place && change.kind === 'looked' ? { ...row, trace: traceOf(articleId, text) } : row;
}

export type ContainerFacts = Pick<ContainerRow, 'format' | 'bytes' | 'found' | 'windows'> & {
  readonly etag: string | null;
  /** ISO 8601 instant. */
  readonly lastModified: string;
};

/** Its members have rows of their own, which count as long as this one is of the same change. */
export function containerRow(
  change: ObjectChange,
  facts: ContainerFacts,
  extractorVersion: number = EXTRACTOR.version,
): RowWrite {
  const own = { ...facts, ...listed('container', change) };
  return rowWrite(change, extractorVersion, own, { state: 'container', ...NOTHING });
}

export type SidecarFacts = Pick<SidecarRow, 'file' | 'bytes'> & {
  readonly hints: Hints;
  readonly etag: string | null;
  /** ISO 8601 instant. */
  readonly lastModified: string;
};

export function sidecarRow(
  change: ObjectChange,
  { hints, ...facts }: SidecarFacts,
  extractorVersion: number = EXTRACTOR.version,
): RowWrite {
  const own = { ...facts, hints: { ...hints }, ...listed('sidecar', change) };
  return rowWrite(change, extractorVersion, own, { state: 'sidecar', ...NOTHING });
}

/** A look leaves no mark of what it found, but a long record that it placed must be found again by a take-down. */
function traceOf(articleId: string, text: string): Attributes {
  return { [`${TRACE_PREFIX}${articleId}/${text}`]: { articleId, text } };
}

export interface Refusal {
  readonly code: RejectionCode;
  readonly message: string;
  /** Only the clock or the heap said so: any real reading of the same bytes wins over it. */
  readonly stopped: boolean;
}

export function rejectedRow(
  change: ObjectChange,
  refusal: Refusal,
  extractorVersion: number = EXTRACTOR.version,
): RowWrite {
  const message = refusal.message.slice(0, STORE_LIMITS.messageChars);
  const own = { code: refusal.code, message, ...listed('rejected', change) };
  return rowWrite(change, refusal.stopped ? 0 : extractorVersion, own, { state: 'rejected', ...NOTHING });
}

/** The same change, read with what was beside the file. Its mark in the history is that of the reading without, whoever was faster. */
export function rowBeside(row: RowWrite, beside: Beside, alias: string | null): RowWrite {
  // What was taken down, is gone or holds several is so whatever is beside it.
  if (row.state !== 'stored' && row.state !== 'rejected') return row;
  const revision = revisionBeside(row.revision, beside);
  const leads = alias === null || alias === row.attributes['articleId'] ? {} : { alias };
  return { ...row, revision, attributes: { ...row.attributes, revision, ...leads }, historyName: null };
}

/** No extractor decides what a removal means. */
export function removedRow(change: ObjectChange): RowWrite {
  return rowWrite(change, 0, listed('removed', change), { state: 'removed', ...NOTHING });
}

/** Nothing of the article is kept but the names that it went by: its id, and `text`, the distinct text that it was. */
export function takenDownRow(change: ObjectChange, record: ArticleRecord, text: string): RowWrite {
  const { id: articleId, extractor } = record;
  const revision = takenDownRevision(revisionOf(paddedSequencer(change.sequencer), extractor.version));
  const own = { articleId, text, ...listed('taken-down', change) };
  const seen = { ...NOTHING, state: 'taken-down', articleId, text } as const;
  return rowWriteAt(change, { revision, extractor: extractor.version }, own, seen);
}

/** What the change showed; its state is the row's. */
type Seen = Omit<HistoryEntry, 'at' | 'versionId' | 'state'> & { readonly state: ObjectState };

const NOTHING = { articleId: null, contentHash: null, capturedAt: null, text: null } as const;

function rowWrite(change: ObjectChange, extractorVersion: number, own: Attributes, seen: Seen): RowWrite {
  const revision = revisionOf(paddedSequencer(change.sequencer), extractorVersion);
  return rowWriteAt(change, { revision, extractor: extractorVersion }, own, seen);
}

interface Rank {
  readonly revision: string;
  readonly extractor: number;
}

function rowWriteAt(change: ObjectChange, { revision, extractor }: Rank, own: Attributes, seen: Seen): RowWrite {
  const objectId = objectIdOf(change);
  const { state } = seen;
  const { bucket, key, member, versionId, at } = change;
  const common = { objectId, bucket, key, member, versionId, changedAt: at, revision, state };
  const made = { schema: SCHEMA, extractor };
  return {
    key: objectKey(objectId),
    revision,
    state,
    attributes: { ...common, ...made, ...own },
    trace: {},
    ...markOf(change, revision, seen),
  };
}

function markOf(change: ObjectChange, revision: string, seen: Seen): Pick<RowWrite, 'historyName' | 'entry'> {
  const { at, versionId } = change;
  // Which members a look finds depends on when it looks.
  if (change.kind === 'looked' && change.member !== null)
    return { historyName: null, entry: { ...seen, at, versionId } };
  if (change.kind !== 'looked') return { historyName: historyName(revision), entry: { ...seen, at, versionId } };
  const entry = { state: 'looked', ...NOTHING, at, versionId: change.purged } as const;
  return { historyName: historyName(revisionOf(paddedSequencer(change.sequencer), 0)), entry };
}

function listed(state: ObjectState, change: ObjectChange): Attributes {
  return listedAs(state, change.at, objectIdOf(change));
}

/** Stored objects are listed through their article's head; the others have no other place. */
export function listedAs(state: ObjectState, at: string, objectId: string): Attributes {
  return { feedPk: stateEntry(state, at), feedSk: `${at}#${objectId}` };
}
