/** What is known of an article's date, also by its copies. In: its head and its text's node. Out: a status. */
import type { LiveHead } from './head.ts';
import { trustedMoment } from './moment.ts';
import type { Published } from './record.ts';
import { isDisputed } from './story.ts';
import type { DateFilter } from './tables/date-filters.ts';
import type { TextNode } from './text-node.ts';

type DateStatus = Published['status'];

/** As the joined record says it: an identical copy that is much older disputes a date. */
export function dateStatusOf({ published }: Pick<LiveHead, 'published'>, node: TextNode | null): DateStatus {
  return isDisputed(trustedMoment(published), node?.tally.first ?? null) ? 'disputed' : published.status;
}

export function passesDate(status: DateStatus, filter: DateFilter | null): boolean {
  if (filter === null) return true;
  return filter === 'doubtful' ? status !== 'stated' : status === filter;
}
