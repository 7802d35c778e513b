/** What `list` and `export` are asked for. In: options as typed. Out: a filter and days. Promise: what cannot go together is said in words. */
import { type ArticleFilter, EVERYTHING } from '../shared/core/article-filter.ts';
import { type DayRange, DaysError, daysAsked } from '../shared/core/day-range.ts';
import type { DateFilter } from '../shared/core/tables/date-filters.ts';
import { EXIT, Stop } from './exit.ts';

export interface SelectionOptions {
  readonly day?: string | undefined;
  readonly month?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly outlet?: string | undefined;
  readonly author?: string | undefined;
  readonly agency?: string | undefined;
  readonly url?: string | undefined;
  readonly language?: string | undefined;
  readonly dateStatus?: DateFilter | undefined;
}

/** `--day` and `--month` are short for both ends of a range. */
export function daysOf(options: SelectionOptions): DayRange {
  try {
    return daysAsked(options);
  } catch (error) {
    if (!(error instanceof DaysError)) throw error;
    throw new Stop(EXIT.usage, inOptions(error, options), { cause: error });
  }
}

/** In the words of who typed it. */
function inOptions({ code, message }: DaysError, { from, to }: SelectionOptions): string {
  if (code === 'days.named-twice') return 'Name the days once: with --day, with --month, or with --from and --to';
  return code === 'days.reversed' ? `--from ${from} is after --to ${to}` : message;
}

export function filterOf(options: SelectionOptions): ArticleFilter {
  const { outlet, author, agency, url, language, dateStatus } = options;
  return {
    ...EVERYTHING,
    ...daysOf(options),
    outlet: outlet ?? null,
    author: author ?? null,
    agency: agency ?? null,
    url: url ?? null,
    language: language ?? null,
    dateStatus: dateStatus ?? null,
  };
}

/** What is given, by name, in a fixed order; empty when all articles are meant. */
export function givenFilters(options: SelectionOptions): readonly (readonly [string, string])[] {
  const names = ['day', 'month', 'from', 'to', ...OF_ARTICLES] as const;
  return names.flatMap((name) => {
    const value = options[name];
    return value === undefined ? [] : [[name, value] as const];
  });
}

const OF_ARTICLES = ['outlet', 'author', 'agency', 'url', 'language', 'dateStatus'] as const;

/** Files that are no articles have days, and nothing else to go by. */
export function refuseArticleFilters(options: SelectionOptions, state: string): void {
  const [wrong] = OF_ARTICLES.filter((name) => options[name] !== undefined);
  const flag = wrong === 'dateStatus' ? 'date-status' : wrong;
  if (flag !== undefined) throw new Stop(EXIT.usage, `--${flag} asks about articles: what is ${state} has only days`);
}
