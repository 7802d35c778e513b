/**
 * Pages, texts and dates that nobody wrote: pieces of what newsrooms write, in any order, with anything between them. Each is read or
 * refused with a code. `WIREFOLD_FUZZ_RUNS=10000` (`npm run fuzz`) is the long form.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_HINTS, NO_PROFILE, type RawDocument } from '../../shared/core/document.ts';
import { htmlPage } from '../../shared/core/html/page.ts';
import { findDates, readDate } from '../../shared/core/read/dates.ts';
import { readPage } from '../../shared/core/read-page.ts';
import { readScrape } from '../../shared/core/read-scrape.ts';
import { Rejection } from '../../shared/core/rejection.ts';

const numRuns = Number(process.env['WIREFOLD_FUZZ_RUNS'] ?? 1_000);
/** A watchdog: a text takes some milliseconds. */
const WATCHDOG_MS = 60_000 + numRuns * 60;

const anything = fc.string({ unit: 'binary', maxLength: 60 });
const words = fc.constantFrom(
  ...['MOSCOW (AP) —', 'LONDON, Oct 16 (Reuters) -', 'Von Anna Müller', 'byJosh Smith and Ida Holm', 'Published:'],
  ...['18.10.2023, 17:27 Uhr', '2023年10月18日', '3 hours ago', 'Read more', '© 2031 The Post', 'Photo: Ida Holm/AFP'],
  ...['The bridge reopened on Monday, the council said, after a year of repairs that cost three million.', '=cmd()'],
  ...[
    '\u202Ereversed',
    '\u0000',
    '\uFEFF',
    '\u00AD\u00AD',
    'Â£â‚¬',
    '&amp;&#x1F600;',
    '\u001b[2J',
    '|',
    '* * *',
    '‹ ›',
  ],
);
const line = fc
  .array(fc.oneof({ weight: 3, arbitrary: words }, anything), { maxLength: 6 })
  .map((all) => all.join(' '));
const text = fc.array(line, { maxLength: 40 }).map((lines) => lines.join('\n'));
const tag = fc.constantFrom(
  ...['<p>', '</p>', '<h1>', '</h1>', '<article>', '<div class="byline">', '</div>', '<time datetime="2031-13-45">'],
  ...['<table><tr><td>', '<script type="application/ld+json">{"@type":["NewsArticle"],"author":{"name":[1]}}</script>'],
  ...['<meta property="article:published_time" content="yesterday">', '<!--', '<a href="javascript:x()">', '<![CDATA['],
);
const html = fc.array(fc.oneof(tag, line), { maxLength: 60 }).map((pieces) => pieces.join(''));

const documentOf = (format: RawDocument['format'], content: string): RawDocument => ({
  ...{ format, text: content.toWellFormed(), mediaType: format === 'html' ? 'text/html' : 'text/plain' },
  ...{ charset: 'utf-8', charsetBasis: 'utf-8-valid', bytes: content.length },
});

/** What is read says nothing that a table or a terminal would choke on. */
function isSound(read: () => { readonly article: unknown }): boolean {
  try {
    return JSON.stringify(read().article).isWellFormed();
  } catch (error) {
    return error instanceof Rejection;
  }
}

describe('what nobody wrote', () => {
  it('is, as text, an article or a refusal', { timeout: WATCHDOG_MS }, () => {
    const property = fc.property(text, (content) =>
      isSound(() => readScrape(documentOf('text', content), NO_HINTS, NO_PROFILE)),
    );
    fc.assert(property, { numRuns });
  });

  it('is, as a page, an article or a refusal', { timeout: WATCHDOG_MS }, () => {
    const property = fc.property(html, (content) =>
      isSound(() => readPage(htmlPage(documentOf('html', content), { opinion: false }), NO_HINTS, NO_PROFILE)),
    );
    fc.assert(property, { numRuns });
  });

  it('is, as a date, a day of the calendar or none', { timeout: WATCHDOG_MS }, () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '12',
        '31',
        '0',
        '99',
        '2031',
        '1',
        '00',
        '24',
        '60',
        'May',
        'mai',
        'Mai',
        'мая',
        '5月',
        'am',
        'Uhr',
      ),
      fc.constantFrom(
        'Monday',
        'lundi',
        'Z',
        'BST',
        '+05:30',
        '-99:99',
        'T',
        ':',
        '/',
        '.',
        '-',
        ',',
        ' ',
        '年',
        '日',
        'Published',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    );
    const dates = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));
    const languages = fc.constantFrom(null, 'en', 'en-GB', 'en-US', 'de', 'fr', 'ru', 'ja', 'ar', 'und');
    const property = fc.property(dates, languages, (content, language) => {
      const read = readDate(content, { language })?.value ?? null;
      const all = [read, ...findDates(content, { language }).map(({ value }) => value)].filter((one) => one !== null);
      for (const { year, month, day } of all) {
        const [m, d] = [month ?? 1, day ?? 1];
        const date = new Date(Date.UTC(2000, m - 1, d));
        date.setUTCFullYear(year ?? 2000, m - 1, d);
        expect([date.getUTCMonth() + 1, date.getUTCDate()]).toEqual([m, d]);
      }
    });
    fc.assert(property, { numRuns: numRuns * 5 });
  });
});
