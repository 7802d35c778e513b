/**
 * What is remembered of every change of an object, also of one that came too late to be the row. In: a row. Out: entries in
 * S3's order. Promise: a function of the set of changes seen, so that versions are the same in every order of arrival.
 */
import { z } from 'zod';
import { SEQUENCER_WIDTH } from './change.ts';
import type { Attributes, Value } from './item.ts';
import { HISTORY_PREFIX } from './keys.ts';
import { STORE_LIMITS } from './store-limits.ts';

/** `container`: it holds documents, each of which has a row of its own. `sidecar`: it says of another file what its bytes cannot say. */
export const OBJECT_STATES = ['stored', 'container', 'sidecar', 'rejected', 'removed', 'taken-down'] as const;
export type ObjectState = (typeof OBJECT_STATES)[number];

/**
 * What a look found is not remembered: it depends on when it was looked, and nobody published anything. So each look leaves the
 * same mark whatever it found, and `version` does not grow by looking.
 */
const ENTRY_STATES = [...OBJECT_STATES, 'looked'] as const;

export const HistoryEntry = z.object({
  state: z.enum(ENTRY_STATES),
  /** When S3 recorded the change. */
  at: z.string(),
  /** Of a look: the version that was deleted for good. */
  versionId: z.string().nullable(),
  articleId: z.string().nullable(),
  contentHash: z.string().nullable(),
  capturedAt: z.string().nullable(),
  /** The distinct text that it was; rows of before this was kept have none. */
  text: z.string().nullable().default(null),
});

export type HistoryEntry = z.infer<typeof HistoryEntry>;
export type DatedEntry = HistoryEntry & { readonly revision: string };

/** An attribute of its own for each: two workers that add different changes never overwrite each other. */
export function historyName(revision: string): string {
  return `${HISTORY_PREFIX}${revision}`;
}

export const EXTRACTOR_DIGITS = 4;

/** Revisions are comparable as text: `padded sequencer#extractor`, and what was beside the file (beside.ts). */
export function revisionOf(paddedSequencer: string, extractorVersion: number): string {
  return `${paddedSequencer}#${String(extractorVersion).padStart(EXTRACTOR_DIGITS, '0')}`;
}

/** Added to an extractor's version, so that no reading of the same upload ever wins over the take-down of one. */
const TAKEN_DOWN = 9_000;

/** The revision of a reading that was taken down; it is its own when that was done already. */
export function takenDownRevision(revision: string): string {
  const extractor = extractorOf(revision);
  return extractor >= TAKEN_DOWN ? revision : revisionOf(sequencerOf(revision), TAKEN_DOWN + extractor);
}

/** `…#9003` and `…#0003` //=> 3: the extractor that read it, whether that was taken down or not. */
export function readBy(revision: string): number {
  const extractor = extractorOf(revision);
  return extractor >= TAKEN_DOWN ? extractor - TAKEN_DOWN : extractor;
}

export function extractorOf(revision: string): number {
  return Number(revision.slice(SEQUENCER_WIDTH + 1, SEQUENCER_WIDTH + 1 + EXTRACTOR_DIGITS));
}

export function sequencerOf(revision: string): string {
  return revision.slice(0, SEQUENCER_WIDTH);
}

/** A row is asked for its history several times while it is worked on, and is never changed. */
const HISTORIES = new WeakMap<Attributes, readonly DatedEntry[]>();

export function historyOf(row: Attributes): readonly DatedEntry[] {
  const known = HISTORIES.get(row);
  if (known !== undefined) return known;
  const history = historyNames(row).map((name) => ({
    ...HistoryEntry.parse(row[name]),
    revision: name.slice(HISTORY_PREFIX.length),
  }));
  HISTORIES.set(row, history);
  return history;
}

/** Marks are of readings without what is beside the file: what it published under its other name belongs to the article that it is. */
export function ownHistory(row: Attributes): readonly DatedEntry[] {
  const { alias, articleId } = row;
  if (typeof alias !== 'string' || typeof articleId !== 'string') return historyOf(row);
  return historyOf(row).map((entry) => (entry.articleId === alias ? { ...entry, articleId } : entry));
}

/**
 * Names of entries beyond the newest 200. Whoever sees too many removes the oldest, itself included: what is removed from a
 * part of the set is never among the newest of the whole, so all orders end with the same entries.
 */
export function surplusHistory(row: Attributes): readonly string[] {
  const names = historyNames(row);
  return names.slice(0, Math.max(0, names.length - STORE_LIMITS.history));
}

/** No other change of it is remembered. */
export function isFirstChange(row: Attributes): boolean {
  return historyNames(row).length === 1;
}

const NAMES = new WeakMap<Attributes, readonly string[]>();

function historyNames(row: Attributes): readonly string[] {
  const known = NAMES.get(row);
  if (known !== undefined) return known;
  const names = Object.keys(row)
    .filter((name) => name.startsWith(HISTORY_PREFIX))
    .sort();
  NAMES.set(row, names);
  return names;
}

export function historyValue(entry: HistoryEntry): Value {
  return { ...entry };
}
