/** What may be shown to others. In: a record or its head, and the time. Out: yes or no. */
import type { ArticleRecord } from './record.ts';

export type Releasable = Pick<ArticleRecord, 'status'> & { readonly embargoedUntil?: string | null };

/** Why others may not see it. */
export type HeldBack = 'withheld' | 'canceled' | 'embargoed';

/** Null: it may be shown. `now`: ISO 8601 instant. */
export function heldBack({ status, embargoedUntil = null }: Releasable, now: string): HeldBack | null {
  if (status !== 'usable') return status;
  return embargoedUntil === null || Date.parse(embargoedUntil) <= Date.parse(now) ? null : 'embargoed';
}

/** Withheld, canceled and embargoed articles are not. */
export function isReleased(article: Releasable, now: string): boolean {
  return heldBack(article, now) === null;
}
