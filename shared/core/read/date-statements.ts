/**
 * Date items joined to statements. In: the items of a line. Out: one statement per day named, with the time, zone, weekday
 * and label that belong to it. Promise: words that are no part of a date end a statement, so a time further on stays away.
 */
import type { DateItem } from './date-items.ts';
import type { DateValue, TimePart, ZonePart } from './date-parts.ts';
import type { DateRole } from './vocabulary.ts';

export interface DateStatement {
  readonly role: DateRole;
  readonly value: DateValue;
  /** As printed, without the label. */
  readonly raw: string;
  /** Place in the line. */
  readonly start: number;
  readonly end: number;
}

interface Draft {
  role: DateRole;
  value: DateValue;
  start: number;
  end: number;
}

/** What stood before a day and waits for it: `07:15 BST, Tuesday 4 May`. */
interface Waiting {
  time: TimePart | null;
  zone: ZonePart | null;
  weekday: number | null;
  start: number | null;
}

const NOTHING: Waiting = { time: null, zone: null, weekday: null, start: null };

export function statementsOf(items: readonly DateItem[], text: string): readonly DateStatement[] {
  const drafts: Draft[] = [];
  let role: DateRole = 'unlabelled';
  let open: Draft | null = null;
  let waiting: Waiting = { ...NOTHING };
  for (const [index, item] of items.entries()) {
    if (item.kind === 'day') {
      open = begin(item, role, waiting);
      waiting = { ...NOTHING };
      drafts.push(open);
    } else if (item.kind === 'label') {
      const trailing = !items
        .slice(index + 1)
        .some((later) => later.kind === 'day' || later.kind === 'time' || later.kind === 'relative');
      if (trailing && open?.role === 'unlabelled') open.role = item.role;
      role = item.role;
      open = null;
    } else if (item.kind === 'other') {
      open = null;
      waiting = { ...NOTHING };
      role = 'unlabelled';
    } else if (open === null || !attach(open, item)) wait(waiting, item);
  }
  return drafts.map((draft) => finished(draft, text));
}

function begin(item: DateItem & { readonly kind: 'day' }, role: DateRole, waiting: Waiting): Draft {
  const { time, zone, weekday } = waiting;
  return { role, value: { ...item.day, time, zone, weekday }, start: waiting.start ?? item.start, end: item.end };
}

/** True when the item found its place in the statement. */
function attach(draft: Draft, item: DateItem): boolean {
  const { value } = draft;
  if (item.kind === 'time' && value.time === null) draft.value = { ...value, time: item.time };
  else if (item.kind === 'zone' && value.zone === null) draft.value = { ...value, zone: item.zone };
  else if (item.kind === 'weekday' && value.weekday === null) draft.value = { ...value, weekday: item.weekday };
  else return false;
  draft.end = item.end;
  return true;
}

function wait(waiting: Waiting, item: DateItem): void {
  if (item.kind === 'time') waiting.time = item.time;
  else if (item.kind === 'zone') waiting.zone = item.zone;
  else if (item.kind === 'weekday') waiting.weekday = item.weekday;
  else return;
  waiting.start ??= item.start;
}

/** The clock tells the calendar: `9/8/2015 12:15 PM PT` is American, `06/01/2026 - 13:55 GMT+1` is not. */
function ordered(value: DateValue): DateValue {
  const { zone, month, day } = value;
  if (!value.ambiguous || day === null || zone === null) return value;
  if (zone.kind === 'name' && AMERICAN.has(zone.name)) return { ...value, ambiguous: false };
  const east = zone.kind === 'name' || zone.minutes > 0;
  return east ? { ...value, month: day, day: month, ambiguous: false } : value;
}

const AMERICAN: ReadonlySet<string> = new Set('et ct mt pt est edt cst cdt mst mdt pst pdt akst akdt hst'.split(' '));

function finished(draft: Draft, text: string): DateStatement {
  let { end } = draft;
  const inside = text.slice(draft.start, end);
  if (inside.includes('(') && !inside.includes(')') && text[end] === ')') end += 1;
  const raw = text.slice(draft.start, end).trim();
  const value = ordered(draft.value);
  return { role: draft.role, value, raw, start: draft.start, end };
}
