/**
 * Dates for formats that cannot say how sure one is. In: a date of the record. Out: what its page states, or null. Promise: nothing
 * estimated, disputed or completed by us comes out as a date.
 */
import type { Published } from '../record.ts';

function isStated({ status }: Published): boolean {
  return status === 'stated' || status === 'stated-zone-assumed';
}

/** `2024-03-12T16:05:00Z`; null when the page gives no offset, or no time. */
export function statedInstant(date: Published | null): string | null {
  if (date === null || !isStated(date)) return null;
  return date.precision === 'second' || date.precision === 'minute' ? date.utc : null;
}

/** As printed, in as much detail as printed: `2024-03-12T17:05:00+01:00`, `2024-03-12T17:05:00`, `2024-03-12`. */
export function statedLocal(date: Published | null): string | null {
  return date === null || !isStated(date) ? null : (date.local ?? date.utc);
}
