/** What may be shown to others. In: a record or its head, and the time. Out: yes or no. */
import type { ArticleRecord } from './record.ts';

export type Releasable = Pick<ArticleRecord, 'status'> & { readonly embargoedUntil?: string | null };

/** Withheld, canceled and embargoed articles are not. `now`: ISO 8601 instant. */
export function isReleased({ status, embargoedUntil = null }: Releasable, now: string): boolean {
  return status === 'usable' && (embargoedUntil === null || Date.parse(embargoedUntil) <= Date.parse(now));
}
