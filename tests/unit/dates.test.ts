/** Date lines as pages print them, in the languages of the tables. All examples are made up. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DateValue } from '../../shared/core/read/date-parts.ts';
import { findDates, readDate } from '../../shared/core/read/dates.ts';

function shown(value: DateValue | null): string | null {
  if (value === null) return null;
  const two = (number: number): string => String(number).padStart(2, '0');
  const day = value.day === null ? '' : `-${two(value.day)}`;
  const time = value.time === null ? '' : ` ${two(value.time.hour)}:${two(value.time.minute)}`;
  const zone = value.zone === null ? '' : value.zone.kind === 'name' ? ` ${value.zone.name}` : ` ${value.zone.minutes}`;
  return `${value.year}-${two(value.month)}${day}${time}${zone}`;
}

const LINES: readonly (readonly [string | null, string, string])[] = [
  ['en', 'Tuesday 4 May 2021 07:15 BST', '2021-05-04 07:15 bst'],
  ['en', 'Date:2021-05-04 07:15:32', '2021-05-04 07:15'],
  ['en', '4 May 2021 - 07:15', '2021-05-04 07:15'],
  ['en', 'May 4, 2021, 7:15 p.m. ET', '2021-05-04 19:15 et'],
  ['en', 'Published 7:15 PM EDT, Tue May 4, 2021', '2021-05-04 19:15 edt'],
  ['en', '12:05 AM, May 4th 2021', '2021-05-04 00:05'],
  ['en', 'May 4, 2021 · 3 min read', '2021-05-04'],
  ['en', 'Last modified on Tue 4 May 2021 12.27 EDT', '2021-05-04 12:27 edt'],
  ['en', 'May 2021', '2021-05'],
  [null, 'Tue, 04 May 2021 07:15:00 +0200', '2021-05-04 07:15 120'],
  [null, '2021-05-04T07:15:32.000+02:00', '2021-05-04 07:15 120'],
  [null, '2021-05-04T07:15:32Z', '2021-05-04 07:15 0'],
  [null, '20210504', '2021-05-04'],
  ['de', '4.5.2021, 17:15 Uhr', '2021-05-04 17:15'],
  ['de', '31.8.19', '2019-08-31'],
  ['de', 'veröffentlicht am 04.05.21', '2021-05-04'],
  ['de', 'Erstellt am 04.05.2021', '2021-05-04'],
  ['de', 'am 4. Mai 2021 um 17.15 Uhr', '2021-05-04 17:15'],
  ['fr', 'Publié le 4 mai 2021 à 17h15', '2021-05-04 17:15'],
  ['fr', 'mar. 4 mai 2021', '2021-05-04'],
  ['fr', '1er mars 2021', '2021-03-01'],
  ['es', '4 de mayo de 2021 17:15 h', '2021-05-04 17:15'],
  ['it', 'Martedì 4 maggio 2021, ore 17:15', '2021-05-04 17:15'],
  ['pt', 'terça-feira, 4 de maio de 2021 às 17h15', '2021-05-04 17:15'],
  ['nl', 'dinsdag 4 mei 2021 om 17:15 uur', '2021-05-04 17:15'],
  ['pl', '4 maja 2021, 17:15', '2021-05-04 17:15'],
  ['ru', '4 мая 2021, 17:15', '2021-05-04 17:15'],
  ['tr', '4 Mayıs 2021 Salı 17:15', '2021-05-04 17:15'],
  ['ja', '2021年5月4日（火）17時15分', '2021-05-04 17:15'],
  ['ja', '2021.05.04 17:15 公開', '2021-05-04 17:15'],
  ['ja', '令和3年5月4日', '2021-05-04'],
  ['ko', '입력 2021.05.04. 오후 5:15', '2021-05-04 17:15'],
  ['ko', '2021년 5월 4일 오후 5시 15분', '2021-05-04 17:15'],
  ['zh', '发布时间：2021-05-04 17:15', '2021-05-04 17:15'],
  ['zh', '2021年5月4日 下午5:15', '2021-05-04 17:15'],
  ['ar', '٤ مايو ٢٠٢١', '2021-05-04'],
  ['hu', '2021. május 4. 17:15', '2021-05-04 17:15'],
  ['fi', 'tiistai 4. toukokuuta 2021 klo 17.15', '2021-05-04 17:15'],
  ['cs', '4. května 2021 17:15', '2021-05-04 17:15'],
  ['vi', 'Thứ ba, 4/5/2021, 17:15 (GMT+7)', '2021-05-04 17:15 420'],
  ['he', 'יום שלישי, 4 במאי 2021', '2021-05-04'],
  ['hi', '4 मई 2021, 05:15 PM IST', '2021-05-04 17:15 ist'],
  ['el', '4 Μαΐου 2021 17:15', '2021-05-04 17:15'],
  ['sv', 'Publicerad den 4 maj 2021 kl. 17.15', '2021-05-04 17:15'],
];

describe('a date line', () => {
  it.each(LINES)('in %s: %s', (language, line, expected) => {
    const reading = readDate(line, { language });
    expect(reading?.kind).toBe('absolute');
    expect(shown(reading?.value ?? null)).toBe(expected);
  });

  it('gives the date as printed, without its label', () => {
    expect(readDate('Date:2021-05-04 07:15:32', { language: 'en' })?.raw).toBe('2021-05-04 07:15:32');
    expect(readDate('• Published: 4 May 2021 (07:15 GMT)', { language: 'en' })?.raw).toBe('4 May 2021 (07:15 GMT)');
  });

  it('tells publication from change by its words', () => {
    const reading = readDate('Published: 4 May 2021 | Updated: 5 May 2021 10:00 GMT', { language: 'en' });
    expect(reading?.statements.map(({ role }) => role)).toEqual(['published', 'modified']);
    expect(readDate('Stand: 04.05.2021 17:15 Uhr', { language: 'de' })?.role).toBe('modified');
    expect(readDate('2021.05.04 수정', { language: 'ko' })?.role).toBe('modified');
  });

  it('keeps the weekday that is named, right or wrong', () => {
    expect(readDate('Sunday 4 May 2021', { language: 'en' })?.value?.weekday).toBe(7);
  });

  it.each([
    ['en', '2 hours ago'],
    ['en', 'Updated 3h ago'],
    ['de', 'vor 2 Stunden'],
    ['es', 'hace 2 horas'],
    ['fr', 'il y a 3 jours'],
    ['ko', '2시간 전'],
    ['zh', '昨天 17:15'],
  ])('in %s that counts from the reader gives no date: %s', (language, line) => {
    const reading = readDate(line, { language });
    expect(reading?.kind).toBe('relative');
    expect(reading?.value).toBeNull();
  });

  it('may have lost its value', () => {
    expect(readDate('  • Published', { language: 'en' })).toMatchObject({
      kind: 'bare',
      role: 'published',
      raw: 'Published',
    });
  });

  it.each([
    'In March, sales rose 3 percent',
    'The council met on 4 May 2021 in Harbour Hall',
    '3 min read',
    'Related topics',
    '2021-W42',
    'May',
    'Team news: 4-4-2',
  ])('is not: %s', (line) => {
    expect(readDate(line, { language: 'en' })).toBeNull();
  });
});

describe('the order of day and month in digits', () => {
  it('is unknown in English without a country', () => {
    expect(readDate('03/04/2021', { language: 'en' })?.value?.ambiguous).toBe(true);
  });

  it.each([
    ['en-GB', null, '2021-04-03'],
    ['en-US', null, '2021-03-04'],
    ['fr', null, '2021-04-03'],
    ['en', 'dmy', '2021-04-03'],
    ['en', 'mdy', '2021-03-04'],
  ] as const)('follows language %s and habit %s', (language, prefer, expected) => {
    expect(shown(readDate('03/04/2021', { language, prefer })?.value ?? null)).toBe(expected);
  });

  it('is plain where only one order is possible, or where the zone is American', () => {
    expect(shown(readDate('03/24/2021', { language: 'en' })?.value ?? null)).toBe('2021-03-24');
    expect(readDate('9/8/2021 12:15 PM PT', { language: 'en' })?.value).toMatchObject({
      month: 9,
      day: 8,
      ambiguous: false,
    });
  });
});

describe('dates inside a text', () => {
  it('are found with their places', () => {
    const [date] = findDates('The bridge opened on May 4 2021. Picture: Jo Li', { language: 'en' });
    expect(date).toMatchObject({ raw: 'May 4 2021', start: 21 });
  });

  it('may lack the year', () => {
    const [date] = findDates('crowds in the square on Tuesday, 4 May', { language: 'en' });
    expect(date?.value).toMatchObject({ year: null, month: 5, day: 4, weekday: 2 });
  });

  it('end where something else ends: what is behind the time is from when to when, and no clock', () => {
    const zones = (text: string) => findDates(text, { language: 'de' }).map(({ value }) => value.zone?.kind ?? null);
    expect(zones('19.1.23, 10:00-11:30')).toEqual([null]);
    expect(zones('19.1.23, 09:00–12:00')).toEqual([null]);
    expect(zones('19.1.23, 19:00-05:00')).toEqual(['offset']);
    expect(zones('19.1.23, 10:00 +05:17')).toEqual([null]);
  });

  it('never take a time from beyond other words', () => {
    const [date] = findDates('4 May 2021 saw the harbour close at 17:15', { language: 'en' });
    expect(date?.value.time).toBeNull();
  });
});

it('reads any text without failing, and finds what it says where it says', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (text) => {
      for (const date of findDates(text, { language: null }))
        expect(text.slice(date.start, date.end)).toContain(date.raw);
      readDate(text, { language: 'en' });
    }),
  );
});

describe('how long a film runs', () => {
  it('is no time of day', () => {
    const [found] = findDates('Film 12:45 min – 31.08.19', { language: 'de' });
    expect(shown(found?.value ?? null)).toBe('2019-08-31');
  });
});
