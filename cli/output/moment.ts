/** Dates of an article for a table. Promise: shows what is known and no more; a doubt is marked. */
import type { Published } from '../../shared/core/record.ts';

/** `2024-03-12 16:05`, with `?` when the date is disputed or its zone assumed; `-` when there is none. */
export function shortMoment(published: Published): string {
  const moment = published.utc ?? published.local ?? published.estimate?.earliest ?? null;
  if (moment === null) return '-';
  const text = moment.slice(0, 16).replace('T', ' ');
  return published.status === 'stated' ? text : `${text} ?`;
}
