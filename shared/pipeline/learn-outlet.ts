/**
 * What an outlet prints on page after page, learned from its newest articles. In: its name. Out: repeated lines and the profile that drops
 * them. Promise: raw files are read again and nothing is written; what can no longer be read is counted, not fatal.
 */
import { EVERYTHING } from '../core/article-filter.ts';
import type { OutletProfile } from '../core/document.ts';
import type { Explanation } from '../core/explain.ts';
import type { ArticleRecord } from '../core/record.ts';
import { profileOf, type ReadPage, type RepeatedLine, repeatedLines } from '../core/repeated-lines.ts';
import type { QueryPorts } from './query.ts';
import { articlesBy } from './select-articles.ts';

/** Pages that are read: enough that a line on a tenth of them is no chance, few enough to wait for. */
export const LEARN_FROM = 40;

export interface LearnedOutlet {
  /** Articles read again, of how many stories. */
  readonly articles: number;
  readonly stories: number;
  readonly unreadable: number;
  readonly lines: readonly RepeatedLine[];
  readonly profile: OutletProfile;
}

export interface LearnPorts {
  readonly query: QueryPorts;
  /** Every line of the article's raw file; rejects when it cannot be read. */
  explain(record: ArticleRecord): Promise<Explanation>;
}

export async function learnOutlet(outlet: string, most: number, ports: LearnPorts): Promise<LearnedOutlet> {
  const pages: ReadPage[] = [];
  let unreadable = 0;
  for await (const record of articlesBy({ ...EVERYTHING, outlet }, ports.query)) {
    if (pages.length + unreadable >= most) break;
    try {
      const { lines } = await ports.explain(record);
      pages.push({ story: record.storyId ?? record.id, lines });
    } catch {
      unreadable += 1;
    }
  }
  const lines = repeatedLines(pages);
  const stories = new Set(pages.map(({ story }) => story)).size;
  return { articles: pages.length, stories, unreadable, lines, profile: profileOf(lines) };
}
