/**
 * What a take-down leaves of an object's row. In: a row and what is held back. Out: what to change, and what is still to be purged.
 * Promise: a row that was written before the take-down ends as one that was held back by it, mark for mark.
 */
import { z } from 'zod';
import {
  type DatedEntry,
  historyName,
  historyOf,
  historyValue,
  ownHistory,
  readBy,
  revisionOf,
  sequencerOf,
  takenDownRevision,
} from './history.ts';
import type { Attributes, Item } from './item.ts';
import { TRACE_PREFIX } from './keys.ts';
import { SCHEMA } from './migrations/schema.ts';
import { listedAs, ObjectRow, ROW_ATTRIBUTES } from './object-row.ts';
import { textOfFacts } from './text-id.ts';
import { holder, type Named, type Tombstones } from './tombstone.ts';

const Trace = z.object({ articleId: z.string(), text: z.string() });

export interface TakenRow {
  /** Marks without content in the place of those that named it. */
  readonly marks: { readonly set: Attributes; readonly remove: readonly string[] };
  /** The row itself, when it is what it shows now; null: it shows something else. */
  readonly row: { readonly set: Attributes; readonly remove: readonly string[]; readonly revision: string } | null;
}

/** Everything in the row that a tombstone may mean. */
export function namedIn(row: Item): readonly Named[] {
  return [
    ...readings(row).map((one) => one.named),
    ...shown(row),
    ...traced(row),
    ...readBefore(row).map((one) => one.named),
  ];
}

/** Null: nothing of the row is meant. */
export function takenRow(row: Item, stones: Tombstones): TakenRow | null {
  const meant = readings(row).filter(({ named }) => holder(named, stones) !== null);
  const isShown = shown(row).some((named) => holder(named, stones) !== null);
  const before = readBefore(row).findLast(({ named }) => holder(named, stones) !== null) ?? null;
  if (meant.length === 0 && !isShown && before === null) return null;
  const set = Object.fromEntries(meant.map(({ entry, named }) => [markName(entry), historyValue(mark(entry, named))]));
  const remove = meant.map(({ entry }) => historyName(entry.revision));
  const object = ObjectRow.parse(row);
  if (!isShown && before !== null)
    return { marks: { set, remove }, row: emptiedAs(object, before.entry, before.named) };
  return { marks: { set, remove }, row: isShown ? emptied(object) : null };
}

/** The row as it is once that was written. */
export function rowWithout(row: Item, { marks, row: own }: TakenRow): Item {
  const gone = new Set([...marks.remove, ...(own?.remove ?? [])]);
  const kept = Object.fromEntries(Object.entries(row).filter(([name]) => !gone.has(name)));
  return { ...kept, ...marks.set, ...own?.set, pk: row.pk, sk: row.sk };
}

/** What the file was last, when that was taken down, also once it is purged; null for any other file. */
export function downAs(row: Item): Named | null {
  const object = ObjectRow.parse(row);
  if (object.state === 'taken-down') return { articleId: object.articleId, text: object.text };
  const last = historyOf(row).findLast(({ state }) => state !== 'looked');
  if (object.state !== 'removed' || last?.state !== 'taken-down' || last.articleId === null) return null;
  return { articleId: last.articleId, text: last.text };
}

/** The names of all that was taken down, or is: its long records stand under them. */
export function downNames(row: Item): readonly Named[] {
  const down = historyOf(row).filter(({ state }) => state === 'taken-down');
  return [...down.flatMap(({ articleId, text }) => (articleId === null ? [] : [{ articleId, text }])), ...traced(row)];
}

/** Versions in the bucket that hold, or held, what was taken down. */
export function downVersions(row: Item): ReadonlySet<string> {
  const down = historyOf(row).filter(({ state }) => state === 'taken-down');
  const object = ObjectRow.parse(row);
  // What a look has found is no mark.
  const found = object.state === 'taken-down' ? [object.versionId] : [];
  return new Set([...down.map(({ versionId }) => versionId), ...found].filter((id) => id !== null));
}

/** Those that are still there, as far as the row knows: a look says that one is gone. */
export function unpurged(row: Item): readonly string[] {
  // The container of a member holds others: it is not the pipeline's to delete.
  if (ObjectRow.parse(row).member !== null) return [];
  const gone = new Set(historyOf(row).flatMap(({ state, versionId }) => (state === 'looked' ? [versionId] : [])));
  return [...downVersions(row)].filter((versionId) => !gone.has(versionId));
}

/** Long records that a look has placed, by the names that a take-down may mean. */
export function traced(row: Item): readonly Named[] {
  const names = Object.keys(row).filter((name) => name.startsWith(TRACE_PREFIX));
  return names.map((name) => Trace.parse(row[name]));
}

function readings(row: Item): readonly { readonly entry: DatedEntry; readonly named: Named }[] {
  return ownHistory(row).flatMap((entry) => {
    const { state, articleId, text } = entry;
    return state === 'stored' && articleId !== null ? [{ entry, named: { articleId, text } }] : [];
  });
}

/**
 * How the bytes that a member's row shows were read by this extractor or an earlier one. An upload of its own is purged when any reading
 * of it was taken down; a member stays in its container, so its row has to say it, whichever extractor has read it since.
 */
function readBefore(row: Item): readonly { readonly entry: DatedEntry; readonly named: Named }[] {
  const object = ObjectRow.parse(row);
  if (object.member === null || object.state !== 'stored') return [];
  const { versionId, extractor } = object;
  return historyOf(row)
    .filter((entry) => entry.versionId === versionId && readBy(entry.revision) <= extractor)
    .flatMap((entry) => {
      const { articleId, text } = entry;
      return articleId === null ? [] : [{ entry, named: { articleId, text } }];
    });
}

/** What a look has found stands in the row only. */
function shown(row: Item): readonly Named[] {
  const object = ObjectRow.parse(row);
  return object.state === 'stored' ? [{ articleId: object.articleId, text: textOfFacts(object) }] : [];
}

function markName({ revision }: DatedEntry): string {
  return historyName(takenDownRevision(revision));
}

function mark({ at, versionId }: DatedEntry, { articleId, text }: Named) {
  return { state: 'taken-down', at, versionId, articleId, text, contentHash: null, capturedAt: null } as const;
}

function emptied(row: ObjectRow): TakenRow['row'] {
  if (row.state !== 'stored') return null;
  const { articleId, revision, extractor } = row;
  return emptyRow(row, { articleId, text: textOfFacts(row) }, takenDownRevision(revision), extractor);
}

function emptiedAs(row: ObjectRow, { revision }: DatedEntry, named: Named): TakenRow['row'] {
  const extractor = readBy(revision);
  return emptyRow(row, named, takenDownRevision(revisionOf(sequencerOf(row.revision), extractor)), extractor);
}

function emptyRow(row: ObjectRow, { articleId, text }: Named, revision: string, extractor: number): TakenRow['row'] {
  const { objectId, bucket, key, member, versionId, changedAt } = row;
  const state = 'taken-down';
  const set = {
    ...{ objectId, bucket, key, member, versionId, changedAt, revision, state, articleId, text },
    ...{ schema: SCHEMA, extractor },
    ...listedAs(state, changedAt, objectId),
  };
  return { set, remove: ROW_ATTRIBUTES.filter((name) => !(name in set)), revision };
}
