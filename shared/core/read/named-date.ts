/**
 * Dates with a month's name or with signs for year, month and day: `4 May 2021`, `May 4, 2021`, `2021年5月4日`,
 * `18 de octubre de 2023`, `18 tháng 10, 2023`. In: tokens and a place. Out: the date that starts there.
 */
import { type DayPart, isDay, isMonth, isYear, type Taken } from './date-parts.ts';
import { phraseAt } from './phrases.ts';
import type { Token } from './tokens.ts';
import { DAY_SIGNS, MONTH_NAMES, MONTH_SIGNS, YEAR_SIGNS } from './vocabulary.ts';

/** What may stand between a day, a month and a year. */
export const DATE_LINKS: ReadonlySet<string> = new Set([
  '.',
  ',',
  '-',
  '–',
  '/',
  'de',
  'of',
  'del',
  'd',
  "d'",
  'ta',
  'ம',
  '،',
  '،',
  'ngay',
  'nam',
  'ב',
  'the',
]);
export const ORDINALS: ReadonlySet<string> = new Set([
  'st',
  'nd',
  'rd',
  'th',
  'er',
  'o',
  'º',
  'ª',
  '°',
  'го',
  'е',
  'η',
  'ste',
  'e',
  ':e',
  'a',
]);
/** Eras that Japanese pages count in, with the year before their first. */
export const ERAS: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988 };

export function namedDateAt(tokens: readonly Token[], at: number): Taken<DayPart> | null {
  return signedDate(tokens, at) ?? dayFirst(tokens, at) ?? monthFirst(tokens, at) ?? yearFirst(tokens, at);
}

/** `2021年5月4日`, `10월 18일`, `令和5年10月18日`. */
function signedDate(tokens: readonly Token[], at: number): Taken<DayPart> | null {
  const first = tokens[at];
  const era = first?.kind === 'word' ? ERAS[first.key] : undefined;
  let next = era === undefined ? at : at + 1;
  let year: number | null = null;
  if (signed(tokens, next, YEAR_SIGNS)) {
    year = (tokens[next]?.value ?? 0) + (era ?? 0);
    next += 2;
  }
  if (!signed(tokens, next, MONTH_SIGNS)) return null;
  const month = tokens[next]?.value ?? 0;
  const hasDay = signed(tokens, next + 2, DAY_SIGNS);
  const day = hasDay ? (tokens[next + 2]?.value ?? 0) : null;
  return dated(year, month, day, next + (hasDay ? 4 : 2) - at);
}

function signed(tokens: readonly Token[], at: number, signs: ReadonlySet<string>): boolean {
  return tokens[at]?.kind === 'number' && signs.has(tokens[at + 1]?.key ?? '');
}

/** `4 May 2021`, `4. května 2021`, `4-May-2021`, `1er mars 2023`, `4 May`. */
function dayFirst(tokens: readonly Token[], at: number): Taken<DayPart> | null {
  const day = tokens[at];
  if (day?.kind !== 'number' || day.digits > 2) return null;
  let next = at + 1;
  if (ORDINALS.has(tokens[next]?.key ?? '') && tokens[next]?.spaced === false) next += 1;
  else if (tokens[next]?.key === '-' && ORDINALS.has(tokens[next + 1]?.key ?? '')) next += 2;
  next = skipLinks(tokens, next, 2);
  const month = phraseAt(MONTH_NAMES, tokens, next);
  if (month === null) return null;
  return withYear(tokens, at, next + month.tokens, month.meaning, day.value);
}

/** `May 4, 2021`, `Sept. 4th 2021`, `May 4`, `May 2021`. */
function monthFirst(tokens: readonly Token[], at: number): Taken<DayPart> | null {
  const month = phraseAt(MONTH_NAMES, tokens, at);
  if (month === null) return null;
  const next = skipLinks(tokens, at + month.tokens, 1);
  const day = tokens[next];
  if (day?.kind === 'number' && day.digits <= 2) {
    // `maj 18/10/2023` is a label before digits, not the eighteenth of May.
    if (tokens[next + 1]?.key === '/' || (tokens[next + 1]?.key === '.' && tokens[next + 2]?.spaced === false))
      return null;
    const ordinal = ORDINALS.has(tokens[next + 1]?.key ?? '') && tokens[next + 1]?.spaced === false;
    return withYear(tokens, at, next + (ordinal ? 2 : 1), month.meaning, day.value);
  }
  const yearAt = skipLinks(tokens, next, 1);
  const year = yearOf(tokens, yearAt);
  return year === null ? null : dated(year, month.meaning, null, yearAt + 1 - at);
}

/** `2023. október 18.`, `2023-Oct-18`, `2023 m. spalio 18 d.` */
function yearFirst(tokens: readonly Token[], at: number): Taken<DayPart> | null {
  const year = yearOf(tokens, at);
  if (year === null) return null;
  let next = skipLinks(tokens, at + 1, 1);
  if (tokens[next]?.key === 'm' && tokens[next + 1]?.key === '.') next += 2;
  const month = phraseAt(MONTH_NAMES, tokens, next);
  if (month === null) return null;
  next = skipLinks(tokens, next + month.tokens, 1);
  const day = tokens[next];
  if (day?.kind !== 'number' || day.digits > 2) return null;
  return dated(year, month.meaning, day.value, next + 1 - at);
}

function withYear(
  tokens: readonly Token[],
  from: number,
  after: number,
  month: number,
  day: number,
): Taken<DayPart> | null {
  const yearAt = skipLinks(tokens, after, 2);
  const year = yearOf(tokens, yearAt) ?? shortYear(tokens, yearAt);
  if (year !== null) return dated(year, month, day, yearAt + (tokens[yearAt]?.kind === 'sign' ? 2 : 1) - from);
  return dated(null, month, day, after - from);
}

function yearOf(tokens: readonly Token[], at: number): number | null {
  const token = tokens[at];
  return token?.kind === 'number' && token.digits === 4 && isYear(token.value) ? token.value : null;
}

/** `18 Oct '23` */
function shortYear(tokens: readonly Token[], at: number): number | null {
  const [sign, year] = [tokens[at], tokens[at + 1]];
  return (sign?.key === "'" || sign?.key === '’') && year?.digits === 2 ? 2000 + year.value : null;
}

function skipLinks(tokens: readonly Token[], at: number, most: number): number {
  let next = at;
  while (next < at + most && DATE_LINKS.has(tokens[next]?.key ?? '')) next += 1;
  return next;
}

function dated(year: number | null, month: number, day: number | null, tokens: number): Taken<DayPart> | null {
  if (!isMonth(month) || (day !== null && !isDay(day, month)) || (year !== null && !isYear(year))) return null;
  return { part: { year, month, day, ambiguous: false }, tokens };
}
