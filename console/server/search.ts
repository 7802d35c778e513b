/** Articles by what they have in common. In: a filter. Out: a page of them, or their number over time. Promise: the list is that of `wirefold list`; the chart is of the heads that the ledger has. */
import { type ArticleFilter, listsAskedFor, passesFilter } from '../../shared/core/article-filter.ts';
import { passesDate } from '../../shared/core/date-doubt.ts';
import { isWithin } from '../../shared/core/day-range.ts';
import type { QueryPorts } from '../../shared/pipeline/query.ts';
import { selectArticles } from '../../shared/pipeline/query-articles.ts';
import { bucketsOf } from './buckets.ts';
import { PAGE } from './files.ts';
import { type Ledger, type LedgerHead, nameOfList } from './ledger.ts';
import { storedRow } from './rows.ts';
import type { Chart, Listed } from './shapes.ts';

export async function search(filter: ArticleFilter, cursor: string | null, query: QueryPorts): Promise<Listed> {
  const page = await selectArticles(filter, { limit: PAGE, cursor }, query);
  return { items: page.items.map(storedRow), cursor: page.cursor };
}

export async function chart(filter: ArticleFilter, ledger: Ledger): Promise<Chart> {
  const { heads, complete, cut } = await ledger.look();
  const lists = listsAskedFor({ ...filter, url: null }).map(nameOfList);
  const rest = { ...filter, outlet: null, author: null, agency: null };
  const isListed = (head: LedgerHead) => lists.every((list) => head.lists.includes(list));
  const found = heads.filter((head) => isListed(head) && passes(head, rest));
  const instants = found.map(({ sortDate }) => sortDate.utc);
  return { ...bucketsOf(instants), total: instants.length, complete, cut };
}

/** Whether a copy disputes the date is not in the head: such dates count as what their pages state. */
function passes(head: LedgerHead, filter: ArticleFilter): boolean {
  return (
    isWithin(head.sortDate.utc, filter) &&
    passesDate(head.published.status, filter.dateStatus) &&
    passesFilter(head, filter)
  );
}
