/**
 * The right answer, written a second time and without the pipeline: all changes at once, one key after the other, no messages,
 * no workers, no guards. In: deliveries. Out: every item that the table must hold, as text that can be compared.
 */
import { createHash } from 'node:crypto';
import type { ObjectChange } from '../../shared/core/change.ts';
import type { Hints } from '../../shared/core/document.ts';
import { packRecord } from '../../shared/core/packed.ts';
import type { ArticleRecord } from '../../shared/core/record.ts';
import { shortHash } from '../../shared/core/short-hash.ts';
import { BODIES_OVER, type Delivery } from './deliveries.ts';
import { type Down, NOTHING_DOWN } from './down.ts';
import { readable } from './fold-readable.ts';
import {
  Contents,
  Held,
  isRecord,
  nameOf,
  type Reading,
  readAny,
  readBeside,
  readMember,
  Told,
} from './fold-reading.ts';

type Plain = Record<string, unknown>;
/** What could be down when a delivery was worked off: one answer, or, if that changed meanwhile, each. */
export type Answers = (one: Delivery) => readonly Pick<Down, 'isDown'>[];

export interface Fact {
  readonly change: ObjectChange;
  /** Of the bytes that were read; null where none were. */
  readonly versionId: string | null;
  readonly lastModified: string | null;
  /** Null: removed. */
  readonly reading: Reading;
  /** Version of the one that read it; 0 when nothing was read. */
  readonly extractor: number;
  readonly sequencer: string;
  readonly revision: string;
  /** The same bytes with what is beside the file; null where no bytes were read. */
  readonly readWith: ((hints: Hints) => Reading) | null;
  /** How it was read with that in the end, by which revision of it; null: nothing is beside it, or it matters nothing. */
  readonly beside?: { readonly reading: Reading; readonly revision: string } | null;
}

/**
 * Changes that left a trace, oldest first for each key. Only of a version that is deleted for good does the trace depend on more
 * than what was delivered: on whether it was read in time. `seen` holds those that were.
 */
export function factsByObject(
  deliveries: readonly Delivery[],
  seen: ReadonlySet<string>,
  answersTo: Answers = () => [NOTHING_DOWN],
): ReadonlyMap<string, readonly Fact[]> {
  const purged = new Set(deliveries.flatMap(({ change }) => (change.kind === 'looked' ? [change.purged] : [])));
  const isPurged = ({ change }: Delivery) => purged.has(change.versionId ?? '');
  const wasSeen = ({ change, revision }: Fact) => seen.has(seenName(change.versionId, revision, change.member));
  const isTraced = (one: Delivery, fact: Fact) => one.object === null || !isPurged(one) || wasSeen(fact);
  const byKey = Map.groupBy([...deliveries].sort(inTime), ({ change }) => shortHash(`${change.key}\0`));
  return new Map(
    [...byKey].flatMap(([objectId, history]) => {
      const left = history.findLast((one) => one.change.kind !== 'looked' && !isPurged(one)) ?? null;
      const facts = history.flatMap((one) => {
        const source = one.change.kind === 'looked' ? left : one;
        const possible = answersTo(one).map(({ isDown }) => factOf(one, source, isDown));
        return told(possible, wasSeen).filter((fact) => isTraced(one, fact));
      });
      const inOrder = facts.sort((a, b) => (a.revision < b.revision ? -1 : 1));
      const newest = inOrder.at(-1)?.change;
      const members = history.flatMap((one) => {
        if (one.change.kind === 'written')
          return memberFacts(one, one, downNow(answersTo(one))).filter((fact) => isTraced(one, fact));
        // What an earlier look has found is in no mark, and no row of today.
        const isNewest = one.change.kind === 'looked' && one.change.sequencer === newest?.sequencer;
        return isNewest && left !== null ? memberFacts(one, left, downNow(answersTo(one))) : [];
      });
      const byMember = Map.groupBy(members, ({ change }) => shortHash(`${change.key}\0${change.member}`));
      const sorted = [...byMember].map(
        ([id, own]) => [id, own.sort((a, b) => (a.revision < b.revision ? -1 : 1))] as const,
      );
      return [[objectId, inOrder] as const, ...sorted];
    }),
  );
}

/** Of members only the last answer is known: no world takes back what it took down of them. */
function downNow(answers: readonly Pick<Down, 'isDown'>[]): Down['isDown'] {
  return answers.at(-1)?.isDown ?? NOTHING_DOWN.isDown;
}

/** Who was asked about a delivery that raced with an undo is seen from what it left; where it left nothing, the last was. */
function told(possible: readonly Fact[], wasSeen: (fact: Fact) => boolean): readonly Fact[] {
  const distinct = [...new Map(possible.map((fact) => [fact.revision, fact])).values()];
  const seen = distinct.filter(wasSeen);
  return seen.length > 0 ? seen : distinct.slice(-1);
}

/** Versions whose reading is in the history of a row, each with the extractor that read it: `v1#0002`. */
export function seenVersions(items: readonly Plain[]): ReadonlySet<string> {
  const entries = items.flatMap((item) =>
    Object.entries(item).flatMap(([name, entry]) => (name.startsWith('rev:') ? [{ item, name, entry }] : [])),
  );
  return new Set(
    entries.flatMap(({ item, name, entry }) => {
      const isRead =
        isPlain(entry) && ['stored', 'container', 'sidecar', 'rejected', 'taken-down'].includes(String(entry['state']));
      return isRead ? [seenName(entry['versionId'], name, item['member'])] : [];
    }),
  );
}

function seenName(versionId: unknown, revision: string, member: unknown): string {
  return `${versionId}#${revision.slice(-4)}#${member ?? ''}`;
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
function factOf({ change, extractor }: Delivery, source: Delivery | null, isDown: Down['isDown']): Fact {
  const isRead = source !== null && source.object !== null;
  const versionId = change.kind === 'looked' && !isRead ? null : (source?.change.versionId ?? null);
  const read = isRead ? readAny({ ...change, versionId }, source, extractor) : null;
  const readWith = isRead ? (hints: Hints) => readBeside({ ...change, versionId }, source, extractor, hints) : null;
  return { ...factOfReading(change, source, read, extractor, isDown), versionId, readWith };
}

function factOfReading(
  change: ObjectChange,
  source: Delivery | null,
  read: Reading,
  extractor: number,
  isDown: Down['isDown'],
): Fact {
  const isHeld = isRecord(read) && isDown(read.id, nameOf(read));
  const reading = isHeld ? new Held(read.id, nameOf(read)) : read;
  const sequencer = change.sequencer + '0'.repeat(40 - change.sequencer.length);
  const readBy = reading === null ? 0 : extractor;
  const revision = `${sequencer}#${isHeld ? `9${digits(readBy).slice(1)}` : digits(readBy)}`;
  const lastModified = source?.object?.lastModified ?? null;
  const fact = { change, versionId: change.versionId, lastModified, reading, extractor: readBy };
  return { ...fact, sequencer, revision, readWith: null };
}

/** One of each member of what the bucket held. */
function memberFacts(delivery: Delivery, source: Delivery, isDown: Down['isDown']): readonly Fact[] {
  return (source.members ?? []).map((member) => {
    const change = { ...delivery.change, member: member.name, versionId: source.change.versionId };
    return factOfReading(
      change,
      source,
      readMember(change, member, source, delivery.extractor),
      delivery.extractor,
      isDown,
    );
  });
}

const digits = (extractor: number) => `000${extractor}`.slice(-4);

export function objectRow(objectId: string, facts: readonly Fact[]): Plain {
  const newest = facts.at(-1);
  if (newest === undefined) throw new Error('an object without changes');
  const { change, versionId, extractor, beside } = newest;
  const { reading, revision } = beside ?? newest;
  const alias = aliasOf(newest);
  const { bucket, key, at } = change;
  // Which members a look finds is not remembered.
  const marked = facts.filter((fact) => fact.change.member === null || fact.change.kind !== 'looked');
  const history = Object.fromEntries(marked.map(historyEntry));
  const common = {
    pk: `obj#${objectId}`,
    sk: 'obj',
    objectId,
    bucket,
    key,
    member: change.member,
    versionId,
    changedAt: at,
    revision,
    extractor,
  };
  const listed = (state: string) => ({
    state,
    feedPk: `state#${state}#${at.slice(0, 10)}`,
    feedSk: `${at}#${objectId}`,
  });
  if (reading === null) return { ...common, ...history, ...listed('removed') };
  if (reading instanceof Held) return { ...common, ...history, ...listed('taken-down'), ...reading };
  if (reading instanceof Contents) return { ...common, ...history, ...listed('container'), ...reading.facts };
  if (reading instanceof Told) return { ...common, ...history, ...listed('sidecar'), ...reading.facts };
  if (!isRecord(reading))
    return { ...common, ...history, ...listed('rejected'), code: reading.code, message: reading.message };
  const { etag, bytes } = reading.source;
  const stored = { state: 'stored', etag, bytes, lastModified: newest.lastModified, ...placeOf(reading) };
  return { ...common, ...history, ...stored, ...readable(reading), ...(alias === null ? {} : { alias }) };
}

/** The article that the bytes alone would make, where what is beside them makes another. */
export function aliasOf({ reading, beside }: Fact): string | null {
  if (!isRecord(reading) || beside == null || !isRecord(beside.reading)) return null;
  return reading.id === beside.reading.id ? null : reading.id;
}

function placeOf(record: ArticleRecord): Plain {
  const packed = packRecord(record);
  if (packed.length <= BODIES_OVER) return { packed };
  return { packedAt: `bodies/${record.id}/${nameOf(record)}/${createHash('sha256').update(packed).digest('hex')}` };
}

function historyEntry({ change, reading, sequencer, revision }: Fact): readonly [string, Plain] {
  const nothing = { articleId: null, contentHash: null, capturedAt: null, text: null };
  const { at, versionId } = change;
  if (change.kind === 'looked') {
    return [`rev:${sequencer}#0000`, { state: 'looked', at, versionId: change.purged, ...nothing }];
  }
  if (reading instanceof Held)
    return [`rev:${revision}`, { ...nothing, state: 'taken-down', at, versionId, ...reading }];
  if (!isRecord(reading)) {
    return [`rev:${revision}`, { state: stateOf(reading), at, versionId, ...nothing }];
  }
  const { id: articleId, capturedAt, fingerprint } = reading;
  const read = { articleId, contentHash: fingerprint.contentHash, capturedAt, text: nameOf(reading) };
  return [`rev:${revision}`, { state: 'stored', at, versionId, ...read }];
}

function stateOf(reading: Reading): string {
  if (reading instanceof Contents) return 'container';
  if (reading instanceof Told) return 'sidecar';
  return reading === null ? 'removed' : 'rejected';
}
