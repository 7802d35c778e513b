/**
 * `wirefold/client`: a store from a program of yours. In: which store. Out: what it knows, lists as async iterators. Promise: reads only;
 * pages and cursors are followed for you, a hundred records are in memory.
 */
import { z } from 'zod';
import { ArchiveError } from '../archive/archive-error.ts';
import type { OpenArchive } from '../archive/open.ts';
import { type ArticleFilter, EVERYTHING } from '../core/article-filter.ts';
import { CursorError } from '../core/change-log.ts';
import { DaysError, daysAsked } from '../core/day-range.ts';
import { readInstant, readLanguage } from '../core/metadata-hints.ts';
import type { ArticleRecord } from '../core/record.ts';
import { DATE_FILTERS } from '../core/tables/date-filters.ts';
import { canonicalUrl } from '../core/url.ts';
import { eachPage } from '../pipeline/each-page.ts';
import { type RelatedCopy, relatedCopies, type StoryCopy, storyCopies } from '../pipeline/explained-story.ts';
import type { RawObjects, Reader } from '../pipeline/ports.ts';
import {
  findArticle,
  findObject,
  listRejected,
  type ObjectState,
  type QueryPorts,
  type RejectedObject,
} from '../pipeline/query.ts';
import { selectArticles } from '../pipeline/query-articles.ts';
import { type Change, type ChangesPage, changesSince, cursorAt } from '../pipeline/query-changes.ts';
import { type DayStory, storiesOfDay } from '../pipeline/query-day.ts';
import { type EventView, findEvent } from '../pipeline/query-event.ts';
import { type ArticleVersion, listVersions } from '../pipeline/query-versions.ts';
import { articlesBy, articlesOf, idsOfEvent, idsOfStory } from '../pipeline/select-articles.ts';
import { SqlError } from '../pipeline/sql-engine.ts';
import {
  type ArchiveAnswer,
  type ArchiveRow,
  askedArchive,
  type SearchAnswer,
  type SearchWanted,
} from './asked-archive.ts';
import { type Difference, differenceOf, VersionError } from './difference.ts';
import { findStore, type StoreAddress } from './find-store.ts';
import { inProcess } from './in-process.ts';

export type {
  ArchiveAnswer,
  ArchiveRow,
  ArticleFilter,
  ArticleRecord,
  ArticleVersion,
  Change,
  ChangesPage,
  DayStory,
  Difference,
  EventView,
  ObjectState,
  RejectedObject,
  RelatedCopy,
  SearchAnswer,
  SearchWanted,
  StoreAddress,
  StoryCopy,
};
export { ArchiveError, CursorError, DaysError, SqlError, VersionError };

/** Days are of the sort date, in UTC: `2026-01-02`. */
export interface ArticlesWanted extends Partial<ArticleFilter> {
  /** Short for both ends. */
  readonly day?: string;
  /** Short for its first and last day: `2026-01`. */
  readonly month?: string;
}

export interface StoreClient {
  /** By its id; null when there is none (any more). */
  article(id: string): Promise<ArticleRecord | null>;
  /** The newest at an address, tracking parameters or not, as by `wirefold list --url`; null when there is none. */
  articleAt(url: string): Promise<ArticleRecord | null>;
  /** What became of an upload, by its key in the bucket; null when nothing is known of it. */
  object(key: string): Promise<ObjectState | null>;
  /** Newest first; all that is given must hold, as by `wirefold list`. Throws `DaysError`, with a `code`, for days that are none, and `TypeError` for what is no filter. */
  articles(wanted?: ArticlesWanted): AsyncIterable<ArticleRecord>;
  /** Uploads that were refused, and why; latest first. */
  rejected(): AsyncIterable<RejectedObject>;
  /** The articles of a story in time order, by its id or that of an article in it; none when nothing is known of it. */
  story(id: string): AsyncIterable<ArticleRecord>;
  /** The other articles of its story in time order; none when it stands alone. */
  copies(id: string): AsyncIterable<ArticleRecord>;
  /**
   * Who carries a story, by its id or that of an article in it: for each what it is of the one that was first, how much of the text each has,
   * whose text it is, and how it is known which way it went. A story of up to 1,000 articles comes in time order.
   */
  carriers(id: string): AsyncIterable<StoryCopy>;
  /** The other articles of its story beside this one: what it is of each, how much of it each has, whose text it is, and who had it first. */
  relations(id: string): AsyncIterable<RelatedCopy>;
  /** When its publisher changed it, oldest first, and which file held it; none when no article of that id was ever there. */
  versions(id: string): Promise<readonly ArticleVersion[]>;
  /** An event and its stories, by its id or that of a story or article in it; null when nothing is known of it. */
  event(id: string): Promise<EventView | null>;
  /** The articles of an event, story by story. */
  articlesOfEvent(id: string): AsyncIterable<ArticleRecord>;
  /** The stories of a day in time order. */
  stories(day: string): Promise<readonly DayStory[]>;
  /**
   * What changed after a cursor, or since a moment (a date, or text with its offset: `2026-01-02T00:00:00Z`); all there is, for null.
   * Keep the cursor of the answer for the next call. Throws `CursorError` for what is neither.
   */
  changes(since: string | Date | null, limit?: number): Promise<ChangesPage>;
  /**
   * What a revision changed, word by word, and its class: the last one, or between two versions, from 1. Null when there are no two. Reads
   * both again from the bucket, in your own thread unless you give a `reader`. Throws `VersionError` with a `code`, and `Rejection`.
   */
  diff(id: string, from?: number, to?: number): Promise<Difference | null>;
  /**
   * Every archived article that says a phrase, newest first: rows with `sort_utc`, `publisher`, `headline`, `id`, `url`, `passage`. Needs the
   * archive: a local run wants `@duckdb/node-api` installed, a deployed one bills Athena by `scannedBytes`. Throws `ArchiveError` with a `code`.
   */
  search(phrase: string, wanted?: SearchWanted): Promise<SearchAnswer>;
  /** One statement that selects, about the view `articles`; 1,000 rows at most unless told. Needs the archive. Throws `SqlError` for what is none. */
  sql(statement: string, limit?: number): Promise<ArchiveAnswer>;
  /** Lets go of the archive, where it was asked. */
  close(): Promise<void>;
}

/** `await openStore({ stack: 'Wirefold', region: 'eu-central-1' })`, or `{ local: 'path/of/the/local/run' }`. */
export async function openStore(address: StoreAddress, { reader }: OpenOptions = {}): Promise<StoreClient> {
  const { store, facts } = await findStore(address);
  return storeClient(store.query, {
    objects: store.objects,
    ...(reader === undefined ? {} : { reader }),
    archive: async () => {
      const { openArchiveOf } = await import('../archive/open.ts');
      return openArchiveOf(facts);
    },
  });
}

export interface OpenOptions {
  /** Reads versions in threads that can be stopped (`openReader` of `wirefold`). */
  readonly reader?: Reader;
}

/** What some questions need beside the table. */
export interface ClientPorts extends OpenOptions {
  /** Raw uploads, for `diff`. */
  readonly objects?: RawObjects;
  /** For `search` and `sql`. */
  readonly archive?: () => Promise<OpenArchive>;
}

const CHANGES = 100;

/** The same over any ports: those of `memoryStore` in `wirefold/testing`, for your tests. */
export function storeClient(
  ports: QueryPorts,
  { objects, reader = inProcess, archive }: ClientPorts = {},
): StoreClient {
  const { search, sql, close } = askedArchive(archive ?? noArchive);
  return {
    ...{ search, sql, close },
    async diff(id, from, to) {
      if (objects === undefined) throw new Error('diff reads raw uploads: give storeClient the bucket as `objects`.');
      return differenceOf(id, { from, to }, { table: ports.table, objects, reader });
    },
    article: (id) => findArticle(id, ports),
    async articleAt(url) {
      const { items } = await selectArticles({ ...EVERYTHING, url }, { limit: 1, cursor: null }, ports);
      return items[0] ?? null;
    },
    object: (key) => findObject(key, ports),
    articles: (wanted = {}) => articlesBy(filterOf(wanted), ports),
    rejected: () => eachPage((request) => listRejected(request, ports)),
    story: (id) => later(() => idsOfStory(id, ports), ports),
    copies: (id) => later(async () => (await idsOfStory(id, ports))?.filter((other) => other !== id) ?? null, ports),
    carriers: (id) => storyCopies(id, ports),
    relations: (id) => relatedCopies(id, ports),
    versions: (id) => listVersions(id, ports.table),
    event: (id) => findEvent(id, ports),
    articlesOfEvent: (id) => later(() => idsOfEvent(id, ports), ports),
    stories: (day) => storiesOfDay(day, ports),
    async changes(since, limit = CHANGES) {
      const cursor = typeof since === 'string' ? since : null;
      const moment = since instanceof Date ? since.toISOString() : readInstant(cursor ?? '');
      return changesSince(moment === null ? cursor : await cursorAt(moment, ports), limit, ports);
    },
  };
}

async function noArchive(): Promise<OpenArchive> {
  throw new ArchiveError('archive.none', 'This store has no archive: give storeClient one as `archive`.');
}

const name = z.string().refine((text) => text.trim() !== '', 'It is empty.');
const dayText = z.string().nullish();
const Wanted = z.strictObject({
  ...{ day: dayText, month: dayText, from: dayText, to: dayText },
  ...{ outlet: name.nullish(), author: name.nullish(), agency: name.nullish() },
  url: z
    .string()
    .refine((text) => canonicalUrl(text) !== null, 'It begins with http:// or https://.')
    .nullish(),
  language: z
    .string()
    .refine((text) => readLanguage(text) !== null, 'It is a language tag, such as en, de-AT or ja.')
    .nullish(),
  dateStatus: z.enum(DATE_FILTERS).nullish(),
});

/** What is undefined is not given: it bounds nothing. A filter that is none would find nothing, or all there is. */
function filterOf(asked: ArticlesWanted): ArticleFilter {
  const checked = Wanted.safeParse(asked);
  if (!checked.success) throw new TypeError(`No filter of articles: ${z.prettifyError(checked.error)}`);
  const { day, month, from, to, ...wanted } = asked;
  const given = Object.entries(wanted).filter(([, value]) => value !== undefined);
  return { ...EVERYTHING, ...Object.fromEntries(given), ...daysAsked({ day, month, from, to }) };
}

async function* later(ids: () => Promise<readonly string[] | null>, ports: QueryPorts): AsyncGenerator<ArticleRecord> {
  yield* articlesOf((await ids()) ?? [], ports);
}
