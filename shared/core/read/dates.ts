/**
 * Dates as pages state them. In: one line of text. Out: what it says about when, with the words that said so.
 * Promise: nothing is made up; a line with other words in it is no date line, and `2 hours ago` gives no date.
 */
import { LIMITS } from '../limits.ts';
import { mayBeOnlyDate } from './date-gate.ts';
import { type DateItem, dateItems } from './date-items.ts';
import type { DateContext, DateValue } from './date-parts.ts';
import { type DateStatement, statementsOf } from './date-statements.ts';
import { dateTokens } from './date-tokens.ts';
import type { DateRole } from './vocabulary.ts';

export type { DateContext, DateValue } from './date-parts.ts';
export type { DateStatement } from './date-statements.ts';

export interface DateReading {
  /** `bare`: a label whose value is lost (`Published`). `relative`: `2 hours ago`, or a time without a day. */
  readonly kind: 'absolute' | 'relative' | 'bare';
  readonly role: DateRole;
  /** The date as printed, without its label; the label itself when nothing else is there. */
  readonly raw: string;
  /** Null unless absolute. */
  readonly value: DateValue | null;
  /** Every dated statement of the line, `Published …, Updated …`; the first is the one above. */
  readonly statements: readonly DateStatement[];
}

/** A date statement that makes up a line is shorter than this: a label, a date and a time, twice. */
const LINE_CHARS = 200;
/** A line without a digit can only be a label or a word such as "yesterday". */
const WORDS_ONLY_CHARS = 60;
const DIGIT = /\p{Nd}/u;

export function readDate(text: string, context: DateContext): DateReading | null {
  if (text.length > LINE_CHARS || (text.length > WORDS_ONLY_CHARS && !DIGIT.test(text))) return null;
  if (!mayBeOnlyDate(text)) return null;
  const items = dateItems(dateTokens(text), context, true);
  if (items.length === 0 || items.some((item) => item.kind === 'other')) return null;
  const statements = statementsOf(items, text);
  const [first] = statements;
  if (first !== undefined)
    return { kind: 'absolute', role: first.role, raw: first.raw, value: first.value, statements };
  return withoutDay(items, text);
}

/** `Updated 2 hours ago`, `Published`, `Updated 14:05`. */
function withoutDay(items: readonly DateItem[], text: string): DateReading | null {
  const label = items.find((item) => item.kind === 'label');
  const role = label?.kind === 'label' ? label.role : 'unlabelled';
  const relative =
    items.find((item) => item.kind === 'relative') ?? (label && items.find((item) => item.kind === 'time'));
  if (relative !== undefined) {
    return { kind: 'relative', role, raw: text.slice(relative.start, relative.end), value: null, statements: [] };
  }
  if (
    label === undefined ||
    role === 'unlabelled' ||
    items.some((item) => item.kind === 'weekday' || item.kind === 'zone')
  )
    return null;
  return { kind: 'bare', role, raw: text.slice(label.start, label.end), value: null, statements: [] };
}

/** Every date inside a text, in order; days without a year included. Looks at the first `LIMITS.metadataLineChars` characters. */
export function findDates(text: string, context: DateContext): readonly DateStatement[] {
  if (!DIGIT.test(text)) return [];
  const slice = text.slice(0, LIMITS.metadataLineChars);
  return statementsOf(dateItems(dateTokens(slice), context, false), slice);
}
