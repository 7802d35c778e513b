/** Articles by what they have in common. In: a filter. Out: a page of them, or their number over time. Promise: the list is that of `wirefold list`; the chart is of the heads that the ledger has. */
import { type ArticleFilter, listsAskedFor, passesFilter } from '../../shared/core/article-filter.ts';
import { passesDate } from '../../shared/core/date-doubt.ts';
import { isWithin } from '../../shared/core/day-range.ts';
import { type Moment, trustedMoment } from '../../shared/core/moment.ts';
import { isDisputed } from '../../shared/core/story.ts';
import type { QueryPorts } from '../../shared/pipeline/query.ts';
import { selectArticles } from '../../shared/pipeline/query-articles.ts';
import { bucketsOf } from './buckets.ts';
import { PAGE } from './files.ts';
import { type Ledger, type LedgerHead, nameOfList } from './ledger.ts';
import { storedRow } from './rows.ts';
import type { Chart, Listed } from './shapes.ts';

type Firsts = ReadonlyMap<string, Moment>;
const NOBODY: Firsts = new Map();

/** `at`: now. */
export async function search(
  filter: ArticleFilter,
  cursor: string | null,
  query: QueryPorts,
  at: string,
): Promise<Listed> {
  const page = await selectArticles(filter, { limit: PAGE, cursor }, query);
  return { items: page.items.map((record) => storedRow(record, at)), cursor: page.cursor };
}

export async function chart(filter: ArticleFilter, ledger: Ledger): Promise<Chart> {
  const { heads, complete, cut } = await ledger.look();
  const lists = listsAskedFor({ ...filter, url: null }).map(nameOfList);
  const rest = { ...filter, outlet: null, author: null, agency: null };
  const isListed = (head: LedgerHead) => lists.every((list) => head.lists.includes(list));
  const firsts = filter.dateStatus === null ? NOBODY : firstsOf(heads);
  const found = heads.filter((head) => isListed(head) && passes(head, rest, firsts));
  const instants = found.map(({ sortDate }) => sortDate.utc);
  return { ...bucketsOf(instants), total: instants.length, complete, cut };
}

/** When each text was published first: as its node has it, as far as heads are counted. */
function firstsOf(heads: readonly LedgerHead[]): Firsts {
  const firsts = new Map<string, Moment>();
  for (const { text, published } of heads) {
    const own = trustedMoment(published);
    const known = firsts.get(text);
    if (own !== null && (known === undefined || isEarlier(own, known))) firsts.set(text, own);
  }
  return firsts;
}

/** A day without a time may have been its evening. */
function isEarlier(a: Moment, b: Moment): boolean {
  return a.latest === b.latest ? a.utc < b.utc : a.latest < b.latest;
}

function passes(head: LedgerHead, filter: ArticleFilter, firsts: Firsts): boolean {
  const disputed = isDisputed(trustedMoment(head.published), firsts.get(head.text) ?? null);
  return (
    isWithin(head.sortDate.utc, filter) &&
    passesDate(disputed ? 'disputed' : head.published.status, filter.dateStatus) &&
    passesFilter(head, filter)
  );
}
