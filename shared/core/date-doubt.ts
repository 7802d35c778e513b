/** What is known of an article's date, also by its copies. In: its head, its text and its story. Out: a status. */
import type { LiveHead } from './head.ts';
import { trustedMoment } from './moment.ts';
import { type CopiesOf, olderCopy } from './older-copy.ts';
import type { Published as RecordedDate } from './record.ts';
import type { DateFilter } from './tables/date-filters.ts';

type DateStatus = RecordedDate['status'];
type Published = LiveHead['published'];

/** As the joined record says it: an identical copy that is much older disputes a date. */
export function dateStatusOf({ published }: Pick<LiveHead, 'published'>, copies: CopiesOf): DateStatus {
  return olderCopy(trustedMoment(published), copies) === null ? published.status : 'disputed';
}

/** Whether it passes, whatever its copies say; null: they decide. */
export function passesAlone(published: Published, filter: DateFilter): boolean | null {
  const [alone, disputed] = [passesDate(published.status, filter), passesDate('disputed', filter)];
  return alone === disputed || trustedMoment(published) === null ? alone : null;
}

export function passesDate(status: DateStatus, filter: DateFilter | null): boolean {
  if (filter === null) return true;
  return filter === 'doubtful' ? status !== 'stated' : status === filter;
}
