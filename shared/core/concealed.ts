/**
 * A record that may be shown, without what it says of one that may not. In: a record, and which articles are hidden. Out: the record.
 * Promise: that somebody had the text before stays known; who and when does not.
 */
import type { ArticleRecord } from './record.ts';

/** As `join.ts` ends what it says of an older copy. */
const NAMED = /\((art_[0-9a-z]{26})\)$/;
const UNNAMED = 'same text already published, by an article that may not be shown';

/** Other articles that a record names. */
export function namedIn({ copyOf, published }: ArticleRecord): readonly string[] {
  const said = published.contradicts.flatMap((statement) => NAMED.exec(statement)?.[1] ?? []);
  return [...new Set([...(copyOf?.id ? [copyOf.id] : []), ...said])];
}

export function concealed(record: ArticleRecord, hidden: ReadonlySet<string>): ArticleRecord {
  if (!namedIn(record).some((id) => hidden.has(id))) return record;
  const { copyOf, provider, published, effectiveDate, sortDate } = record;
  const tells = (statement: string) => hidden.has(NAMED.exec(statement)?.[1] ?? '');
  const contradicts = published.contradicts.map((statement) => (tells(statement) ? UNNAMED : statement));
  // The date of that copy is not to be known either.
  const isItsDate = effectiveDate.basis === 'earliest-copy' && published.contradicts.some(tells);
  return {
    ...record,
    copyOf: copyOf?.id && hidden.has(copyOf.id) ? { ...copyOf, id: null, provider: provider?.name ?? null } : copyOf,
    published: { ...published, contradicts },
    effectiveDate: isItsDate ? sortDate : effectiveDate,
  };
}
