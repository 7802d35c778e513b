/**
 * Articles by what they have in common, newest first. In: a filter and a page request. Out: records, and where the next page begins.
 * Promise: no scan; each article once, as the set of all articles says; the reads of a page are bounded, so a page of a filter that
 * passes few articles may come back short, or empty, with a cursor.
 */
import { type ArticleFilter, isSifted, listsAskedFor, passesFilter } from '../core/article-filter.ts';
import { passesAlone, passesDate } from '../core/date-doubt.ts';
import { isWithin } from '../core/day-range.ts';
import { placeOf, withoutHint, withoutName } from '../core/feed-place.ts';
import { Head, type LiveHead } from '../core/head.ts';
import { DAY_PREFIX } from '../core/keys.ts';
import type { ArticleRecord } from '../core/record.ts';
import { isReleased } from '../core/released.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import type { DateFilter } from '../core/tables/date-filters.ts';
import { cursorOf } from './cursor.ts';
import { dateStatuses } from './date-statuses.ts';
import { dayWalk } from './day-walk.ts';
import type { EntryWalk } from './entry-walk.ts';
import { limitOf, type PageRequest, startOf } from './feed-page.ts';
import { joinAll } from './join-heads.ts';
import { LOOKED_AT_ONCE, likelyWalk } from './likely-walk.ts';
import { listWalk } from './list-walk.ts';
import type { FeedEntry } from './ports.ts';
import type { Page, QueryPorts } from './query.ts';
import { readOnce } from './read-once.ts';
import { urlWalk } from './url-walk.ts';

/** A record and its place in the list. */
interface Found {
  readonly place: string;
  readonly record: ArticleRecord;
}

export async function selectArticles(
  filter: ArticleFilter,
  request: PageRequest,
  reads: QueryPorts,
): Promise<Page<ArticleRecord>> {
  const ports = { ...reads, feeds: readOnce(reads.feeds) };
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
  if (below === null) return { items: recordsOf(found), cursor: null };
  const isTold = ports.shownAt === undefined || below === found.at(-1)?.place;
  return { items: recordsOf(found), cursor: cursorOf(name, isTold ? below : withoutName(below)) };
}

interface HeadWalk {
  /** The next that pass, so many; fewer where there are no more, or no more may be looked at for one page. */
  take(count: number): Promise<readonly LiveHead[]>;
  /** Where to go on once all that were found are taken; null: there is nothing. */
  below(): string | null;
}

/** Heads until there are enough, and only then their records: they are the larger part, and take three reads one after the other. */
function headWalk(filter: ArticleFilter, start: string | null, limit: number, ports: QueryPorts): HeadWalk {
  const walk = walkOf(filter, start, ports);
  const waiting: LiveHead[] = [];
  let [below, isOver, examined, asked, all] = [start, false, 0, 0, 0];
  let chunk = limit;
  return {
    async take(count) {
      while (waiting.length < count && !isOver && examined < STORE_LIMITS.pageExamined) {
        const slice = await walk.next(chunk);
        const passed = await passing(slice.entries, filter, ports);
        waiting.push(...passed);
        ({ below, isOver } = slice);
        examined += slice.entries.length;
        asked += chunk;
        all += passed.length;
        chunk = nextChunk(chunk, all / asked, count - waiting.length);
      }
      return waiting.splice(0, count);
    },
    below: () => below,
  };
}

/**
 * One that is missing because it is gone must not cost as many reads again as the page; a filter that passes few must not cost many rounds, so that
 * a few more are looked at than the share that passed so far asks for. `share`: of one.
 */
function nextChunk(last: number, share: number, missing: number): number {
  const wanted = share === 0 ? last * 2 : Math.ceil((missing * MARGIN) / share);
  return Math.min(STORE_LIMITS.listItems, Math.max(FEWEST, wanted));
}

const FEWEST = 8;
const MARGIN = 1.25;

function walkOf(filter: ArticleFilter, start: string | null, ports: QueryPorts): EntryWalk {
  const [list] = listsAskedFor(filter);
  const isPart = isSifted(filter);
  if (filter.url !== null) return urlWalk(filter.url, filter, start, ports);
  const walk =
    list === undefined
      ? dayWalk(DAY_PREFIX, filter, { below: start, fewest: isPart ? LOOKED_AT_ONCE : 1 }, ports)
      : listWalk(list, filter, start, ports.table);
  return isPart ? likelyWalk(walk, filter) : walk;
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
  const listed = entries.flatMap(({ feedSk }) => byPlace.get(withoutHint(feedSk)) ?? []);
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
  return placeOf(sortDate.utc, articleId);
}

/** Before the records are read: they are the larger part. */
export async function headsThatPass(
  heads: readonly LiveHead[],
  filter: ArticleFilter,
  ports: Pick<QueryPorts, 'feeds'>,
): Promise<readonly LiveHead[]> {
  const passing = heads.filter((head) => isWithin(head.sortDate.utc, filter) && passesFilter(head, filter));
  return filter.dateStatus === null ? passing : ofDateStatus(passing, filter.dateStatus, ports);
}

/** Copies are read only of those of which they can change the answer. */
async function ofDateStatus(
  heads: readonly LiveHead[],
  wanted: DateFilter,
  { feeds }: Pick<QueryPorts, 'feeds'>,
): Promise<readonly LiveHead[]> {
  const alone = new Map(heads.map((head) => [head, passesAlone(head.published, wanted)]));
  const statuses = await dateStatuses(
    heads.filter((head) => alone.get(head) === null),
    feeds,
  );
  return heads.filter((head) => {
    const { articleId, published } = head;
    return alone.get(head) ?? passesDate(statuses.get(articleId) ?? published.status, wanted);
  });
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
