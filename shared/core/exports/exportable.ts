/** What may leave. In: a record and the time. Out: whether it is exported. Promise: nothing withheld, canceled or under embargo ever is. */
import type { ArticleRecord } from '../record.ts';

/** `now`: ISO 8601 instant. */
export function isExportable({ status, embargoedUntil }: ArticleRecord, now: string): boolean {
  if (status !== 'usable') return false;
  return embargoedUntil === null || Date.parse(embargoedUntil) <= Date.parse(now);
}
