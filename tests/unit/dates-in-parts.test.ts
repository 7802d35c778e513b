/** Dates in digits, with names of months, as programs print them, and words for a time ago: part by part. */
import { describe, expect, it } from 'vitest';
import { type DateContext, isDay, isMonth, isYear, weekdayOf } from '../../shared/core/read/date-parts.ts';
import { dateTokens } from '../../shared/core/read/date-tokens.ts';
import { inReadingOrder, isoDate, longForm } from '../../shared/core/read/machine-dates.ts';
import { namedDateAt } from '../../shared/core/read/named-date.ts';
import { numericDateAt } from '../../shared/core/read/numeric-date.ts';
import { relativeAt } from '../../shared/core/read/relative.ts';

/** `2026-3-4` where all is known, a `?` behind it where day and month may be the other way round; then how many tokens it took. */
function shown(found: ReturnType<typeof namedDateAt>): string | null {
  if (found === null) return null;
  const { year, month, day, ambiguous } = found.part;
  return `${year ?? '-'}-${month}-${day ?? '-'}${ambiguous ? '?' : ''} ${found.tokens}`;
}

const inDigits = (text: string, context: Partial<DateContext> = {}) =>
  shown(numericDateAt(dateTokens(text), 0, { language: 'de', ...context }));
const named = (text: string) => shown(namedDateAt(dateTokens(text), 0));

describe('a date in digits', () => {
  it.each([
    ['2023-10-18', '2023-10-18 5'],
    ['2023/1/8', '2023-1-8 5'],
    ['18.10.2023', '2023-10-18 5'],
    ['18.10.2023.', '2023-10-18 6'],
    ['18/10/2023', '2023-10-18 5'],
    ['20231018', '2023-10-18 1'],
    ['19000101', '1900-1-1 1'],
    ['18.10.23', '2023-10-18 5'],
    ['18.10.69', '2069-10-18 5'],
    ['18.10.70', '1970-10-18 5'],
    ['31.8.19', '2019-8-31 5'],
    ['4.4.2023', '2023-4-4 5'],
    ['29/02/2023', '2023-2-29 5'],
    ['1600-01-01', '1600-1-1 5'],
  ])('is read from %s', (text, expected) => {
    expect(inDigits(text)).toBe(expected);
  });

  it.each([
    '18991231',
    '20231318',
    '20230231',
    '2023-10-180',
    '2023-13-01',
    '2023-12-32',
    '2023-0-1',
    '2023-1-0',
    '1599-01-01',
    '2100-01-01',
    '180.10.2023',
    '18.100.2023',
    '1.2.24',
    '12.3.24',
    '18/3/24',
    '18.10.3',
    '18.10/2023',
    '18 10 2023',
    '31.04.2023',
    '18.10',
    'a.10.2023',
    '18.b.2023',
    '18.10.c',
  ])('is not read from %s', (text) => {
    expect(inDigits(text)).toBe(null);
  });

  it.each([
    [{ language: 'de' }, '2023-4-3 5'],
    [{ language: 'en-GB' }, '2023-4-3 5'],
    [{ language: 'en-US' }, '2023-3-4 5'],
    [{ language: 'en' }, '2023-3-4? 5'],
    [{ language: null }, '2023-3-4? 5'],
    [{ language: 'en-US', prefer: 'dmy' as const }, '2023-4-3 5'],
    [{ language: 'de', prefer: 'mdy' as const }, '2023-3-4 5'],
  ])('has its order by language and habit: %j', (context, expected) => {
    expect(inDigits('03/04/2023', context)).toBe(expected);
  });

  it('has the day first with dots, whatever the language, and is plain where only one order can be', () => {
    expect(inDigits('03.04.2023', { language: 'en-US' })).toBe('2023-4-3 5');
    expect(inDigits('13/04/2023', { language: null })).toBe('2023-4-13 5');
    expect(inDigits('04/13/2023', { language: 'de' })).toBe('2023-4-13 5');
    expect(inDigits('04/04/2023', { language: null })).toBe('2023-4-4 5');
  });

  it('has the year first in languages that write it so, also with two digits', () => {
    for (const language of ['ja', 'ja-JP', 'ko', 'zh', 'hu', 'lt', 'mn'])
      expect(inDigits('23/10/18', { language })).toBe('2023-10-18 5');
    expect(inDigits('23/10/18', { language: 'de' })).toBe('2018-10-23 5');
    expect(inDigits('18/10/23', { language: 'ja' })).toBe('2018-10-23 5');
  });
});

describe('a date with the name of its month', () => {
  it.each([
    ['4 May 2021', '2021-5-4 3'],
    ['4. Mai 2021', '2021-5-4 4'],
    ['4-May-2021', '2021-5-4 5'],
    ['4th May 2021', '2021-5-4 4'],
    ['1er mars 2023', '2023-3-1 4'],
    ['18 de octubre de 2023', '2023-10-18 5'],
    ["18 Oct '23", '2023-10-18 4'],
    ['4 May', '--5-4 2'],
    ['4th of May', '--5-4 4'],
    ['May 4, 2021', '2021-5-4 4'],
    ['May 4th, 2021', '2021-5-4 5'],
    ['May 4', '--5-4 2'],
    ['May 2021', '2021-5-- 2'],
    ['May, 2021', '2021-5-- 3'],
    ['2023. október 18', '2023-10-18 4'],
    ['2023-Oct-18', '2023-10-18 5'],
    ['2021年5月4日', '2021-5-4 6'],
    ['5月4日', '--5-4 4'],
    ['2021年5月', '2021-5-- 4'],
    ['令和5年10月18日', '2023-10-18 7'],
    ['平成31年4月30日', '2019-4-30 7'],
    ['10월 18일', '--10-18 4'],
  ])('is read from %s', (text, expected) => {
    expect(named(text)).toBe(expected);
  });

  it.each([
    '32 May 2021',
    '31 June 2021',
    '0 May 2021',
    '104 May 2021',
    'May',
    'May 1599',
    'maj 18/10/2023',
    'maj 18.10.2023',
    '2021 May',
    '2021年',
    '2021年13月4日',
    '5月32日',
    'Monday',
    '',
  ])('is not read from %s', (text) => {
    expect(named(text)).toBe(null);
  });
});

describe('a date as programs print it', () => {
  it.each([
    ['2023-10-16T08:59:00+01:00', '2023-10-16 8:59:0 60'],
    ['2023-10-16T08:59:30.123Z', '2023-10-16 8:59:30 0'],
    ['2023-10-16 08:59', '2023-10-16 8:59:- -'],
    ['2023-10-16T08:59-0530', '2023-10-16 8:59:- -330'],
    ['20250303T120000+0000', '2025-3-3 12:0:0 0'],
    ['20250303T1200', '2025-3-3 12:0:0 -'],
    ['1990-12-31', '1990-12-31'],
  ])('is read from %s', (text, expected) => {
    const found = isoDate(text);
    const { time, zone } = found ?? { time: null, zone: null };
    const clock = time === null ? '' : ` ${time.hour}:${time.minute}:${time.second ?? '-'}`;
    const offset = time === null ? '' : ` ${zone?.kind === 'offset' ? zone.minutes : '-'}`;
    expect(`${found?.year}-${found?.month}-${found?.day}${clock}${offset}`).toBe(expected);
    expect(found).toMatchObject({ ambiguous: false, weekday: null });
  });

  it.each([
    '1989-12-31',
    '2023-00-10',
    '2023-13-10',
    '2023-10-00',
    '2023-10-32',
    '2023-10-16T24:00Z',
    '2023-10-16T23:60Z',
    'x2023-10-16',
    '2023-10-16x',
    '2023-10',
  ])('is not read from %s', (text) => {
    expect(isoDate(text)).toBe(null);
  });

  it('comes in the order in which people write, where Java prints the year behind the zone', () => {
    expect(inReadingOrder('Fri Apr 28 19:20:36 CEST 2023')).toBe('28 Apr 2023 19:20:36 CEST');
    expect(inReadingOrder('Fri, Apr  8 19:20 +0200 2023')).toBe('8 Apr 2023 19:20 +0200');
    for (const other of [
      'Fri Apr 28 19:20:36 2023',
      'x Fri Apr 28 19:20:36 CEST 2023',
      'Fri Apr 28 19:20:36 CEST 2023 x',
    ])
      expect(inReadingOrder(other)).toBe(other);
  });

  it('is long again where agencies print it short', () => {
    expect(longForm('20250303T120005+0100')).toBe('2025-03-03T12:00:05+01:00');
    expect(longForm('20250303T1200-05:00')).toBe('2025-03-03T12:00:00-05:00');
    expect(longForm('20250303T1200Z')).toBe('2025-03-03T12:00:00Z');
    expect(longForm('2025-03-03')).toBe('2025-03-03');
  });
});

describe('the parts of a date', () => {
  it('are such as a calendar has', () => {
    expect([0, 1, 12, 13].map(isMonth)).toEqual([false, true, true, false]);
    expect([1599, 1600, 2099, 2100].map(isYear)).toEqual([false, true, true, false]);
    expect([0, 1, 29, 30].map((day) => isDay(day, 2))).toEqual([false, true, true, false]);
    const longest = Array.from({ length: 12 }, (_, at) => [31, 30, 29].find((day) => isDay(day, at + 1)));
    expect(longest).toEqual([31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
    expect(isDay(1, 13)).toBe(false);
    expect([1, 2, 3, 4, 5, 6, 7].map((day) => weekdayOf(2024, 1, day))).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});

describe('words for a time ago', () => {
  const taken = (text: string) => relativeAt(dateTokens(text), 0);

  it.each([
    ['2 hours ago', 3],
    ['2 hours 30 minutes ago', 5],
    ['an hour ago', 3],
    ['vor 3 Std.', 4],
    ['hace 2 horas', 3],
    ['yesterday', 1],
  ])('are %s, as a whole', (text, tokens) => {
    expect(taken(text)).toBe(tokens);
  });

  it.each(['2 hours', 'ago', 'hours', '2 harbours ago', 'the quay', ''])('are not %s', (text) => {
    expect(taken(text)).toBe(0);
  });
});
