/**
 * An article as the archive keeps it. In: a record and the generation of the head that it was read by. Out: a flat row. Promise: a
 * row says what holds of one article in one partition as of one generation, so rows may come twice, late and in any order.
 */
import type { ArticleRecord } from '../record.ts';
import { shortHash } from '../short-hash.ts';
import { partitionDay } from './day.ts';
import { searchText } from './search-text.ts';

export type Cell = string | number | boolean | Date | readonly string[] | null;

/** A row, by column. What a column of a row does not say is null. */
export interface ArchiveRow {
  readonly id: string;
  readonly gone: boolean;
  /** Generation of the article's head; grows with every change of it. */
  readonly gen: number;
  readonly cells: Readonly<Record<string, Cell>>;
}

export interface PlacedRow {
  readonly day: string;
  readonly row: ArchiveRow;
}

export function articleRow(record: ArticleRecord, gen: number, changedAt: string): PlacedRow {
  const { id, sortDate } = record;
  const cells = { ...said(record), ...dated(record, changedAt), ...written(record), ...derived(record) };
  return { day: partitionDay(sortDate.utc, changedAt), row: { id, gone: false, gen, cells } };
}

/** Hides every older row of the article in its partition. */
export function goneRow(id: string, gen: number): ArchiveRow {
  return { id, gone: true, gen, cells: {} };
}

function said(record: ArticleRecord): Readonly<Record<string, Cell>> {
  return {
    version: record.version,
    status: record.status,
    identity_kind: record.identity.kind,
    url: record.url,
    canonical_url: record.canonicalUrl,
    publisher: record.publisher?.name ?? null,
    domain: record.publisher?.domain ?? null,
    headline: record.headline,
    deck: record.deck,
    byline: record.byline,
    authors: record.authors.map((author) => author.name),
    provider: record.provider?.code ?? null,
    credit_line: record.creditLine,
    dateline: record.dateline?.raw ?? null,
    language: record.language,
    section: record.section,
    genre: record.genre,
    keywords: record.keywords,
    quality: record.quality,
  };
}

function dated(record: ArticleRecord, changedAt: string): Readonly<Record<string, Cell>> {
  return {
    published_utc: instant(record.published.utc),
    published_local: record.published.local,
    date_status: record.published.status,
    modified_utc: instant(record.modified?.utc ?? null),
    sort_utc: instant(record.sortDate.utc),
    sort_basis: record.sortDate.basis,
    effective_utc: instant(record.effectiveDate.utc),
    captured_utc: instant(record.capturedAt),
    ingested_utc: instant(record.ingestedAt),
    embargoed_utc: instant(record.embargoedUntil),
    changed_utc: instant(changedAt),
  };
}

function written(record: ArticleRecord): Readonly<Record<string, Cell>> {
  const paragraphs = record.body.map((part) => part.text);
  return {
    word_count: record.wordCount,
    summary: record.summary,
    body: paragraphs.join('\n\n'),
    search_text: searchText([record.headline, record.deck, ...paragraphs]),
  };
}

function derived(record: ArticleRecord): Readonly<Record<string, Cell>> {
  return {
    story_id: record.storyId,
    event_id: record.eventId,
    copy_of: record.copyOf?.id ?? null,
    copy_relation: record.copyOf?.relation ?? null,
    content_hash: record.fingerprint.contentHash,
    source_key: record.source.key,
    source_version: record.source.versionId,
    extractor: record.extractor.version,
  };
}

function instant(utc: string | null): Date | null {
  return utc === null ? null : new Date(utc);
}

const GEN_DIGITS = 10;

/** Greater for a later generation; different in every file, so that of two equal rows one is chosen. */
export function markOf(gen: number, batch: string): string {
  return `${String(gen).padStart(GEN_DIGITS, '0')}-${batch}`;
}

/** `0000000012-…` //=> 12 */
export function genOfMark(mark: string): number {
  return Number(mark.slice(0, GEN_DIGITS));
}

/** Characters that a row takes in memory, roughly: the text twice, and its other cells. */
export function weightOf({ cells }: ArchiveRow): number {
  const length = (cell: Cell | undefined) => (typeof cell === 'string' ? cell.length : 0);
  return ROW_CHARS + length(cells['body']) + length(cells['search_text']);
}

const ROW_CHARS = 1_000;

/** Names a set of rows by what they say. */
export function batchOf(rows: readonly ArchiveRow[]): string {
  return shortHash(rows.map((row) => shortHash(JSON.stringify([row.id, row.gone, row.gen, row.cells]))).join());
}
