/**
 * Articles by what they have in common, newest first. In: a filter and a page request. Out: records, and where the next page begins.
 * Promise: no scan; each article once, as the set of all articles says; the reads of a page are bounded, so a page of a filter that
 * passes few articles may come back short, or empty, with a cursor.
 */
import { type ArticleFilter, listsAskedFor, passesFilter } from '../core/article-filter.ts';
import { passesDate } from '../core/date-doubt.ts';
import { isWithin } from '../core/day-range.ts';
import { Head, type LiveHead } from '../core/head.ts';
import { DAY_PREFIX } from '../core/keys.ts';
import type { ArticleRecord } from '../core/record.ts';
import { isReleased } from '../core/released.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import { cursorOf } from './cursor.ts';
import { dateStatuses } from './date-statuses.ts';
import { dayEntries, type ReadSlice } from './day-entries.ts';
import { limitOf, type PageRequest, startOf } from './feed-page.ts';
import { joinAll } from './join-heads.ts';
import { listEntries } from './list-entries.ts';
import type { FeedEntry } from './ports.ts';
import type { Page, QueryPorts } from './query.ts';
import { urlEntries } from './url-entries.ts';

/** A record and its place in the list. */
interface Found {
  readonly place: string;
  readonly record: ArticleRecord;
}

export async function selectArticles(
  filter: ArticleFilter,
  request: PageRequest,
  ports: QueryPorts,
): Promise<Page<ArticleRecord>> {
  const name = JSON.stringify(Object.entries(filter).sort());
  const limit = limitOf(request);
  const walk = headWalk(filter, startOf(request, name, filter), limit, ports);
  const found: Found[] = [];
  for (let isMore = true; isMore; ) {
    const wanted = limit - found.length;
    const heads = await walk.take(wanted);
    found.push(...(await withRecords(heads, ports)));
    const end = endOfPage(found, limit);
    if (end !== null)
      return { items: recordsOf(found.slice(0, end)), cursor: cursorOf(name, found[end - 1]?.place ?? '') };
    // A record that changes while it is read is left out; one more is taken in its place.
    isMore = heads.length === wanted;
  }
  const below = walk.below();
  return { items: recordsOf(found), cursor: below === null ? null : cursorOf(name, below) };
}

interface HeadWalk {
  /** The next that pass, so many; fewer where there are no more, or no more may be looked at for one page. */
  take(count: number): Promise<readonly LiveHead[]>;
  /** Where to go on once all that were found are taken; null: there is nothing. */
  below(): string | null;
}

/** Heads until there are enough, and only then their records: they are the larger part, and take three reads one after the other. */
function headWalk(filter: ArticleFilter, start: string | null, limit: number, ports: QueryPorts): HeadWalk {
  const read = sliceReader(filter, ports);
  const waiting: LiveHead[] = [];
  let [below, isEnd, chunk, examined] = [start, false, limit, 0];
  return {
    async take(count) {
      while (waiting.length < count && !isEnd && examined < STORE_LIMITS.pageExamined) {
        const slice = await read(below, chunk);
        const passed = await passing(slice.entries, filter, ports);
        waiting.push(...passed);
        below = slice.below;
        isEnd = below === null;
        examined += chunk;
        chunk = nextChunk(chunk, passed.length, count - waiting.length);
      }
      return waiting.splice(0, count);
    },
    below: () => below,
  };
}

/** One that is missing because it is gone must not cost as many reads again as the page; a filter that passes few must not cost many rounds. */
function nextChunk(last: number, passed: number, missing: number): number {
  const wanted = passed === 0 ? last * 2 : Math.ceil((missing * last) / passed);
  return Math.min(STORE_LIMITS.listItems, Math.max(FEWEST, wanted));
}

const FEWEST = 8;

function sliceReader(filter: ArticleFilter, ports: QueryPorts): ReadSlice {
  const [list] = listsAskedFor(filter);
  if (filter.url !== null) return urlEntries(filter.url, filter, ports);
  return list === undefined ? dayEntries(DAY_PREFIX, filter, ports) : listEntries(list, filter, ports.table);
}

/** In the order of the entries. An entry by which the article is listed no more is one of another date or name, and is passed over. */
async function passing(
  entries: readonly FeedEntry[],
  filter: ArticleFilter,
  ports: QueryPorts,
): Promise<readonly LiveHead[]> {
  const items = await ports.feeds.getMany(entries.map(({ key }) => key));
  const byPlace = new Map(items.map((item) => Head.parse(item)).flatMap(placed));
  const { shownAt } = ports;
  const listed = entries.flatMap(({ feedSk }) => byPlace.get(feedSk) ?? []);
  // The page is filled up with others: a gap in it would tell of them.
  const open = shownAt === undefined ? listed : listed.filter((head) => isReleased(head, shownAt));
  return headsThatPass(open, filter, ports);
}

async function withRecords(heads: readonly LiveHead[], ports: QueryPorts): Promise<readonly Found[]> {
  if (heads.length === 0) return [];
  const records = new Map((await joinAll(heads, ports)).map((record) => [record.id, record]));
  return heads.flatMap((head) => {
    const record = records.get(head.articleId);
    return record === undefined ? [] : [{ place: placeOfHead(head), record }];
  });
}

function placed(head: Head): readonly (readonly [string, LiveHead])[] {
  return head.live ? [[placeOfHead(head), head]] : [];
}

function placeOfHead({ sortDate, articleId }: LiveHead): string {
  return `${sortDate.utc}#${articleId}`;
}

/** Before the records are read: they are the larger part. */
export async function headsThatPass(
  heads: readonly LiveHead[],
  filter: ArticleFilter,
  ports: Pick<QueryPorts, 'feeds'>,
): Promise<readonly LiveHead[]> {
  const passing = heads.filter((head) => isWithin(head.sortDate.utc, filter) && passesFilter(head, filter));
  return filter.dateStatus === null ? passing : ofDateStatus(passing, filter, ports);
}

async function ofDateStatus(
  heads: readonly LiveHead[],
  { dateStatus }: ArticleFilter,
  { feeds }: Pick<QueryPorts, 'feeds'>,
): Promise<readonly LiveHead[]> {
  const statuses = await dateStatuses(heads, feeds);
  return heads.filter(({ articleId, published }) =>
    passesDate(statuses.get(articleId) ?? published.status, dateStatus),
  );
}

/** How many make the page full, by number or by size; null: more may come. One record always fits. */
function endOfPage(found: readonly Found[], limit: number): number | null {
  let bytes = 0;
  for (const [at, { record }] of found.entries()) {
    bytes += Buffer.byteLength(JSON.stringify(record));
    if (bytes > STORE_LIMITS.pageBytes && at > 0) return at;
    if (at + 1 >= limit) return at + 1;
  }
  return null;
}

function recordsOf(found: readonly Found[]): readonly ArticleRecord[] {
  return found.map(({ record }) => record);
}
