/** What the owner of a store is told of articles that others may not see yet, or no more. In: a record. Out: marks and sentences. */
import { type HeldBack, heldBack, type Releasable } from '../../shared/core/released.ts';

/** `marked('Budget speech', 'embargoed')` //=> `[embargoed] Budget speech` */
export function marked(headline: string, held: HeldBack | null): string {
  return held === null ? headline : `[${held}] ${headline}`;
}

const ELSEWHERE = 'exports, search, the view articles of sql, and the HTTP API leave it out';

/** Empty for what may be shown. */
export function heldBackSentence(record: Releasable, now: string): string {
  const held = heldBack(record, now);
  if (held === null) return '';
  if (held === 'embargoed') return `under embargo until ${record.embargoedUntil ?? '?'}; ${ELSEWHERE}`;
  return `${held} by who published it; ${ELSEWHERE}`;
}

export function heldBackNote(count: number): string {
  const these = count === 1 ? '1 of these is' : `${count} of these are`;
  return `${these} withheld, canceled or under embargo: not to be published. Exports, search, the view articles of sql, and the HTTP API leave them out.`;
}
