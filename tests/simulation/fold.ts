/**
 * The right answer, written a second time and without the pipeline: all changes at once, one key after the other, no messages,
 * no workers, no guards. In: deliveries. Out: every item that the table must hold, as text that can be compared.
 */
import { createHash } from 'node:crypto';
import { assembleRecord } from '../../shared/core/assemble.ts';
import type { ObjectChange } from '../../shared/core/change.ts';
import { packPrint } from '../../shared/core/copies/packed-print.ts';
import { textPrint } from '../../shared/core/copies/text-print.ts';
import { digestOf } from '../../shared/core/digest.ts';
import { eventPrint } from '../../shared/core/event/event-print.ts';
import { packPrint as packAbout } from '../../shared/core/event/packed-print.ts';
import { openDocument } from '../../shared/core/intake/open.ts';
import { readHints } from '../../shared/core/metadata-hints.ts';
import { packRecord } from '../../shared/core/packed.ts';
import type { ArticleRecord } from '../../shared/core/record.ts';
import { Rejection } from '../../shared/core/rejection.ts';
import { shortHash } from '../../shared/core/short-hash.ts';
import { readLines } from '../../shared/testing/line-reader.ts';
import { BODIES_OVER, type Delivery } from './deliveries.ts';

type Plain = Record<string, unknown>;
type Place = Pick<ObjectChange, 'bucket' | 'key' | 'versionId' | 'at'>;
export type Reading = ArticleRecord | Rejection | null;

export interface Fact {
  readonly change: ObjectChange;
  /** Of the bytes that were read; null where none were. */
  readonly versionId: string | null;
  readonly lastModified: string | null;
  /** Null: removed. */
  readonly reading: Reading;
  readonly sequencer: string;
  readonly revision: string;
}

/**
 * Changes that left a trace, oldest first for each key. Only of a version that is deleted for good does the trace depend on more
 * than what was delivered: on whether it was read in time. `seen` holds those that were.
 */
export function factsByObject(
  deliveries: readonly Delivery[],
  seen: ReadonlySet<string>,
): ReadonlyMap<string, readonly Fact[]> {
  const purged = new Set(deliveries.flatMap(({ change }) => (change.kind === 'looked' ? [change.purged] : [])));
  const isPurged = ({ change }: Delivery) => purged.has(change.versionId ?? '');
  const isTraced = (one: Delivery) => one.object === null || !isPurged(one) || seen.has(one.change.versionId ?? '');
  const byKey = Map.groupBy([...deliveries].sort(inTime), ({ change }) => shortHash(`${change.key}\0`));
  return new Map(
    [...byKey].map(([objectId, history]) => {
      const left = history.findLast((one) => one.change.kind !== 'looked' && !isPurged(one)) ?? null;
      return [objectId, history.filter(isTraced).map((one) => factOf(one, one.change.kind === 'looked' ? left : one))];
    }),
  );
}

/** Versions whose reading is in the history of a row. */
export function seenVersions(items: readonly Plain[]): ReadonlySet<string> {
  const names = (item: Plain) => Object.keys(item).filter((name) => name.startsWith('rev:'));
  const entries = items.flatMap((item) => names(item).map((name) => item[name])).filter(isPlain);
  const read = entries.filter(({ state }) => state === 'stored' || state === 'rejected');
  return new Set(read.map(({ versionId }) => String(versionId)));
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null;
}

function inTime(a: Delivery, b: Delivery): number {
  return Number(fraction(a) - fraction(b));
}

/** A sequencer as a fraction: `A` is ten sixteenths, whatever follows. */
function fraction({ change }: Delivery): bigint {
  return BigInt(`0x${change.sequencer}`) << BigInt(4 * (40 - change.sequencer.length));
}

/** `source`: what the bucket holds, as far as this change can know in the end; null: nothing. */
function factOf({ change }: Delivery, source: Delivery | null): Fact {
  const object = source?.object ?? null;
  const versionId = change.kind === 'looked' && object === null ? null : (source?.change.versionId ?? null);
  const reading = object === null ? null : readOf({ ...change, versionId }, object);
  const sequencer = change.sequencer + '0'.repeat(40 - change.sequencer.length);
  const revision = `${sequencer}#${reading === null ? '0000' : '0001'}`;
  return { change, versionId, lastModified: object?.lastModified ?? null, reading, sequencer, revision };
}

function readOf(change: Place, object: NonNullable<Delivery['object']>): Reading {
  try {
    const hints = readHints(object.metadata);
    const document = openDocument(object.bytes, { contentType: null, contentEncoding: null, name: change.key });
    const { bucket, key, versionId, at } = change;
    const place = { bucket, key, member: null, path: null, versionId, etag: object.etag };
    const facts = { ...place, document, ingestedAt: at, storedAt: object.lastModified };
    return assembleRecord(readLines(document.text), hints, facts);
  } catch (error) {
    if (error instanceof Rejection) return error;
    throw error;
  }
}

export function isRecord(reading: Reading): reading is ArticleRecord {
  return reading !== null && !(reading instanceof Rejection);
}

export function objectRow(objectId: string, facts: readonly Fact[]): Plain {
  const newest = facts.at(-1);
  if (newest === undefined) throw new Error('an object without changes');
  const { change, reading, revision, versionId } = newest;
  const { bucket, key, at } = change;
  const history = Object.fromEntries(facts.map(historyEntry));
  const common = {
    pk: `obj#${objectId}`,
    sk: 'obj',
    objectId,
    bucket,
    key,
    member: null,
    versionId,
    changedAt: at,
    revision,
  };
  const listed = (state: string) => ({
    state,
    feedPk: `state#${state}#${at.slice(0, 10)}`,
    feedSk: `${at}#${objectId}`,
  });
  if (reading === null) return { ...common, ...history, ...listed('removed') };
  if (!isRecord(reading))
    return { ...common, ...history, ...listed('rejected'), code: reading.code, message: reading.message };
  const { etag, bytes } = reading.source;
  const stored = { state: 'stored', etag, bytes, lastModified: newest.lastModified, ...placeOf(reading) };
  return { ...common, ...history, ...stored, ...readable(reading) };
}

function placeOf(record: ArticleRecord): Plain {
  const packed = packRecord(record);
  if (packed.length <= BODIES_OVER) return { packed };
  return { packedAt: `bodies/${createHash('sha256').update(packed).digest('hex')}` };
}

function historyEntry({ change, reading, sequencer, revision }: Fact): readonly [string, Plain] {
  const nothing = { articleId: null, contentHash: null, capturedAt: null };
  const { at, versionId } = change;
  if (change.kind === 'looked') {
    return [`rev:${sequencer}#0000`, { state: 'looked', at, versionId: change.purged, ...nothing }];
  }
  if (!isRecord(reading)) {
    return [`rev:${revision}`, { state: reading === null ? 'removed' : 'rejected', at, versionId, ...nothing }];
  }
  const { id: articleId, capturedAt, fingerprint } = reading;
  const read = { articleId, contentHash: fingerprint.contentHash, capturedAt };
  return [`rev:${revision}`, { state: 'stored', at, versionId, ...read }];
}

function aboutOf({ headline, body, language }: ArticleRecord): Uint8Array {
  return packAbout(eventPrint({ headline, paragraphs: body.map((part) => part.text), language, published: null }));
}

/** Facts that rows and heads show. */
export function readable(record: ArticleRecord): Plain {
  const { headline, identity, sortDate, capturedAt, language, wordCount, quality, status } = record;
  const { utc, local, raw, precision, status: certainty } = record.published;
  return {
    ...{ headline, identity, sortDate, capturedAt, language, wordCount, quality, status },
    articleId: record.id,
    publisher: record.publisher?.name ?? null,
    domain: record.publisher?.domain ?? null,
    provider: record.provider?.code ?? null,
    published: { utc, local, raw, precision, status: certainty },
    contentHash: record.fingerprint.contentHash,
    digest: digestOf(record),
    print: packPrint(textPrint(record.body.map((part) => part.text))),
    about: aboutOf(record),
  };
}
