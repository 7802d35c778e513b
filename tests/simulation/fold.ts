/**
 * The right answer, written a second time and without the pipeline: all changes at once, one key after the other, no messages,
 * no workers, no guards. In: deliveries. Out: every item that the table must hold, as text that can be compared.
 */
import { assembleRecord } from '../../shared/core/assemble.ts';
import type { ObjectChange } from '../../shared/core/change.ts';
import { openDocument } from '../../shared/core/intake/open.ts';
import { readHints } from '../../shared/core/metadata-hints.ts';
import { packRecord } from '../../shared/core/packed.ts';
import type { ArticleRecord } from '../../shared/core/record.ts';
import { Rejection } from '../../shared/core/rejection.ts';
import { shortHash } from '../../shared/core/short-hash.ts';
import { readLines } from '../../shared/testing/line-reader.ts';
import type { Delivery } from './deliveries.ts';

type Plain = Record<string, unknown>;
export type Reading = ArticleRecord | Rejection | null;

export interface Fact {
  readonly change: ObjectChange;
  readonly lastModified: string | null;
  /** Null: removed. */
  readonly reading: Reading;
  readonly sequencer: string;
  readonly revision: string;
}

/** Changes that left a trace, oldest first for each key. What was purged unread left none. */
export function factsByObject(deliveries: readonly Delivery[]): ReadonlyMap<string, readonly Fact[]> {
  const traced = deliveries.filter(({ change, object }) => change.kind === 'removed' || object !== null);
  const facts = traced.map(factOf).sort((a, b) => Number(fraction(a) - fraction(b)));
  return Map.groupBy(facts, ({ change }) => shortHash(`${change.key}\0`));
}

/** A sequencer as a fraction: `A` is ten sixteenths, whatever follows. */
function fraction({ change }: Fact): bigint {
  return BigInt(`0x${change.sequencer}`) << BigInt(4 * (40 - change.sequencer.length));
}

function factOf({ change, object }: Delivery): Fact {
  const reading = object === null ? null : readOf(change, object);
  const sequencer = change.sequencer + '0'.repeat(40 - change.sequencer.length);
  const revision = `${sequencer}#${reading === null ? '0000' : '0001'}`;
  return { change, lastModified: object?.lastModified ?? null, reading, sequencer, revision };
}

function readOf(change: ObjectChange, object: NonNullable<Delivery['object']>): Reading {
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
  const { change, reading, revision } = newest;
  const { bucket, key, versionId, at } = change;
  const history = Object.fromEntries(facts.map((fact) => [`rev:${fact.revision}`, historyEntry(fact)]));
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
  const stored = { state: 'stored', etag, bytes, lastModified: newest.lastModified, packed: packRecord(reading) };
  return { ...common, ...history, ...stored, ...readable(reading) };
}

function historyEntry({ change, reading }: Fact): Plain {
  const record = isRecord(reading) ? reading : null;
  return {
    state: reading === null ? 'removed' : record === null ? 'rejected' : 'stored',
    at: change.at,
    versionId: change.versionId,
    articleId: record?.id ?? null,
    contentHash: record?.fingerprint.contentHash ?? null,
    capturedAt: record?.capturedAt ?? null,
  };
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
  };
}
