/** What somebody asks for. In: a filter and an article's head. Out: whether it passes, and which list has the fewest to look at. */
import { type ArticleList, agencyList, authorList, isListedIn, outletList, urlList } from './article-lists.ts';
import { passesDate } from './date-doubt.ts';
import type { DayRange } from './day-range.ts';
import { hintIn } from './feed-place.ts';
import type { LiveHead } from './head.ts';
import type { DateFilter } from './tables/date-filters.ts';
import { canonicalUrl } from './url.ts';

/** All that is given must hold. Days are of the sort date, in UTC. */
export interface ArticleFilter extends DayRange {
  /** Name or host name. */
  readonly outlet: string | null;
  readonly author: string | null;
  /** Code or name. */
  readonly agency: string | null;
  readonly url: string | null;
  /** `de` also passes `de-AT`. */
  readonly language: string | null;
  readonly dateStatus: DateFilter | null;
}

export const EVERYTHING: ArticleFilter = {
  ...{ from: null, to: null, outlet: null, author: null, agency: null, url: null, language: null, dateStatus: null },
};

/** The first has the fewest articles, as a rule. */
export function listsAskedFor({ url, author, outlet, agency }: ArticleFilter): readonly ArticleList[] {
  const byUrl = url === null ? null : urlList(url);
  return [
    ...(byUrl === null ? [] : [byUrl]),
    ...(author === null ? [] : [authorList(author)]),
    ...(outlet === null ? [] : [outletList(outlet)]),
    ...(agency === null ? [] : [agencyList(agency)]),
  ];
}

/** Whether some that are on the list with the fewest will not pass. */
export function isSifted(filter: ArticleFilter): boolean {
  return listsAskedFor(filter).length > 1 || filter.language !== null || filter.dateStatus !== null;
}

/** All but the date's status, for which the head alone is not enough. */
export function passesFilter(head: LiveHead, filter: ArticleFilter): boolean {
  const lists = listsAskedFor({ ...filter, url: null });
  return (
    lists.every((list) => isListedIn(head, list)) &&
    (filter.url === null || isAt(head, filter.url)) &&
    (filter.language === null || isInLanguage(head.language, filter.language))
  );
}

export function isAt(head: LiveHead, url: string): boolean {
  const { kind, value } = head.identity;
  const list = urlList(url);
  return (kind === 'url' && value === canonicalUrl(url)) || (list !== null && isListedIn(head, list));
}

/** `undisputed`: it passes unless its copies dispute its date; `disputed`: it passes only when they do. */
export type Foreseen = 'passes' | 'fails' | 'undisputed' | 'disputed' | 'unknown';

/** What a sort key of the feed says already. */
export function foreseen(feedSk: string, { language, dateStatus }: ArticleFilter): Foreseen {
  const hint = hintIn(feedSk);
  if (hint === null) return 'unknown';
  if (language !== null && !isInLanguage(hint.language, language)) return 'fails';
  const [alone, disputed] = [hint.dateStatus, 'disputed' as const].map((status) => passesDate(status, dateStatus));
  if (alone === disputed) return alone ? 'passes' : 'fails';
  return alone ? 'undisputed' : 'disputed';
}

function isInLanguage(tag: string, wanted: string): boolean {
  const [own, asked] = [tag.toLowerCase(), wanted.toLowerCase()];
  return own === asked || own.startsWith(`${asked}-`);
}
