/** Dates written in digits alone: `2023-10-18`, `18.10.2023`, `03/04/23`, `20231018`. In: tokens and a place. Out: the date that starts there. */
import { type DateContext, type DayPart, isDay, isMonth, isYear, type Taken } from './date-parts.ts';
import type { Token } from './tokens.ts';

const SEPARATORS: ReadonlySet<string> = new Set(['-', '/', '.', '‐', '–', '−']);
const MONTHS = 12;
/** Two-digit years up to this one belong to this century. */
const PIVOT_YEAR = 69;
const YEAR_FIRST: ReadonlySet<string> = new Set(['ja', 'ko', 'zh', 'hu', 'lt', 'mn']);
const MONTH_FIRST: ReadonlySet<string> = new Set([
  'en-US',
  'en-PH',
  'en-FM',
  'en-PR',
  'en-GU',
  'es-US',
  'es-PR',
  'fil-PH',
]);

export function numericDateAt(tokens: readonly Token[], at: number, context: DateContext): Taken<DayPart> | null {
  const first = tokens[at];
  if (first?.kind !== 'number') return null;
  if (first.digits === 8) return compactDate(first);
  const [sign, second, sign2, third] = [tokens[at + 1], tokens[at + 2], tokens[at + 3], tokens[at + 4]];
  if (sign?.kind !== 'sign' || !SEPARATORS.has(sign.key) || sign2?.key !== sign.key) return null;
  if (second?.kind !== 'number' || third?.kind !== 'number' || second.digits > 2) return null;
  const day = read(first, second, third, sign.key, context);
  return day === null ? null : { part: day, tokens: tokens[at + 5]?.key === '.' && sign.key === '.' ? 6 : 5 };
}

function compactDate(token: Token): Taken<DayPart> | null {
  const year = Math.floor(token.value / 10_000);
  const date = plain(year, Math.floor(token.value / 100) % 100, token.value % 100);
  return date === null || year < 1900 ? null : { part: date, tokens: 1 };
}

function read(first: Token, second: Token, third: Token, sign: string, context: DateContext): DayPart | null {
  if (first.digits === 4) return third.digits > 2 ? null : plain(first.value, second.value, third.value);
  if (first.digits > 2) return null;
  if (third.digits === 4) return dayAndMonth(first.value, second.value, third.value, sign, context);
  // `1.2.24` is a version as often as a day; `31.8.19` is a day.
  const isClear = second.digits === 2 || (sign === '.' && first.value > MONTHS);
  if (third.digits !== 2 || !isClear) return null;
  if (YEAR_FIRST.has(primary(context))) return plain(century(first.value), second.value, third.value);
  return dayAndMonth(first.value, second.value, century(third.value), sign, context);
}

function dayAndMonth(a: number, b: number, year: number, sign: string, context: DateContext): DayPart | null {
  const dayFirst = plain(year, b, a);
  const monthFirst = plain(year, a, b);
  if (dayFirst === null || monthFirst === null || a === b) return dayFirst ?? monthFirst;
  const order = orderOf(sign, context);
  if (order === null) return { ...monthFirst, ambiguous: true };
  return order === 'dmy' ? dayFirst : monthFirst;
}

/** Dots and languages other than English put the day first; English needs a region to be read. */
function orderOf(sign: string, context: DateContext): 'dmy' | 'mdy' | null {
  if (context.prefer) return context.prefer;
  if (sign === '.') return 'dmy';
  if (context.language === null) return null;
  if (MONTH_FIRST.has(context.language)) return 'mdy';
  return primary(context) === 'en' && !context.language.includes('-') ? null : 'dmy';
}

function plain(year: number, month: number, day: number): DayPart | null {
  return isYear(year) && isMonth(month) && isDay(day, month) ? { year, month, day, ambiguous: false } : null;
}

function century(year: number): number {
  return year <= PIVOT_YEAR ? 2000 + year : 1900 + year;
}

function primary(context: DateContext): string {
  return context.language?.split('-')[0] ?? '';
}
