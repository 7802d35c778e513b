/** The table of fields is what the exports do. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { EXPORT_FORMATS, type ExportFormatName } from '../../../shared/core/exports/formats.ts';
import { ArticleRecord } from '../../../shared/core/record.ts';
import { aRecord } from '../../../shared/testing/a-record.ts';
import { aDate } from '../../../shared/testing/builders.ts';
import { exported } from './exported.ts';

const FILE = path.resolve(import.meta.dirname, '../../../shared/core/exports/mapping.md');
const COLUMNS: readonly ExportFormatName[] = ['ninjs', 'jsonld', 'jsonfeed', 'rss', 'atom', 'csv', 'text', 'markdown'];

/** A word for each field that stands nowhere else. */
const MARKS: Readonly<Record<string, string>> = {
  id: 'art_00000000000000000000000042',
  identity: 'mark-identity',
  version: '4711',
  slugline: 'mark-slug',
  replaces: 'mark-older',
  advisory: 'mark-advisory',
  headline: 'mark-headline',
  deck: 'mark-deck',
  byline: 'mark-byline',
  bylineRaw: 'mark-raw-byline',
  authors: 'mark-author',
  provider: 'mark-provider',
  creditLine: 'mark-credit-line',
  publisher: 'mark-publisher',
  dateline: 'mark-dateline',
  'dateline.places': 'mark-place',
  'published.utc': '2024-03-12T16:05',
  'published.local': '2024-03-12T18:05',
  'published.raw': 'mark-raw-date',
  'modified.utc': '2024-03-13T09:10',
  sortDate: '2024-04-01T',
  effectiveDate: '2024-04-02T',
  capturedAt: '2024-04-03T',
  expires: '2034-04-04T',
  embargoedUntil: '2024-04-05T',
  url: 'https://news.example/mark-url',
  language: 'de-AT',
  languageConfidence: '0.12345',
  section: 'mark-section',
  keywords: 'mark-keyword',
  genre: 'mark-genre',
  'media.caption': 'mark-caption',
  'media.alt': 'mark-alternative',
  'media.credit': 'mark-photographer',
  'media.href': 'https://news.example/mark-picture',
  body: 'mark-body',
  summary: 'mark-summary',
  wordCount: '60421',
  charCount: '604219',
  paragraphCount: '60427',
  'rights.holder': 'mark-holder',
  'rights.notice': 'mark-notice',
  'rights.terms': 'mark-terms',
  'rights.tdm': 'mark-tdm',
  evidence: 'mark-evidence',
  fingerprint: '4182694fe2f21fd59938ac81cc76d1590a1b245ef6f0107dcb3b848717918d33',
  storyId: 'sty_mark',
  eventId: 'evt_mark',
  copyOf: 'art_copied',
  source: 'mark-source',
};

const of = (name: string) => MARKS[name] ?? '';
const spelled = (text: string) => text.replaceAll('\\', '');

function fullRecord(): ArticleRecord {
  const instant = (name: string) => `${of(name)}00:00:00.000Z`;
  const record = aRecord();
  return {
    ...record,
    id: of('id'),
    identity: { kind: 'guid', value: of('identity') },
    version: Number(of('version')),
    slugline: of('slugline'),
    replaces: of('replaces'),
    advisory: { kind: 'update', note: of('advisory') },
    headline: of('headline'),
    deck: of('deck'),
    byline: of('byline'),
    bylineRaw: of('bylineRaw'),
    authors: [{ name: of('authors'), kind: 'person' }],
    provider: { name: of('provider'), code: 'MP' },
    creditLine: of('creditLine'),
    publisher: { name: of('publisher'), domain: 'news.example' },
    dateline: { raw: of('dateline'), places: [of('dateline.places')], agency: null, date: null },
    published: aDate(`${of('published.utc')}:00Z`, {
      local: `${of('published.local')}:00+02:00`,
      raw: of('published.raw'),
    }),
    modified: aDate(`${of('modified.utc')}:00Z`),
    sortDate: { utc: instant('sortDate'), basis: 'published' },
    effectiveDate: { utc: instant('effectiveDate'), basis: 'published' },
    capturedAt: instant('capturedAt'),
    expires: instant('expires'),
    embargoedUntil: instant('embargoedUntil'),
    url: of('url'),
    language: of('language'),
    languageConfidence: Number(of('languageConfidence')),
    section: of('section'),
    keywords: [of('keywords')],
    genre: of('genre'),
    media: [
      {
        kind: 'image',
        caption: of('media.caption'),
        alt: of('media.alt'),
        credit: of('media.credit'),
        href: of('media.href'),
      },
    ],
    body: [{ text: of('body'), role: 'p' }],
    summary: of('summary'),
    wordCount: Number(of('wordCount')),
    charCount: Number(of('charCount')),
    paragraphCount: Number(of('paragraphCount')),
    rights: {
      holder: of('rights.holder'),
      notice: of('rights.notice'),
      terms: of('rights.terms'),
      tdm: of('rights.tdm'),
    },
    evidence: { headline: { where: of('evidence'), rule: 'x', raw: null } },
    fingerprint: { contentHash: of('fingerprint'), version: 1 },
    storyId: of('storyId'),
    eventId: of('eventId'),
    copyOf: {
      id: of('copyOf'),
      provider: null,
      relation: 'identical',
      coverage: 1,
      coverageOfOther: 1,
      direction: 'stated',
    },
    source: { ...record.source, key: of('source') },
  };
}

const rows = readFileSync(FILE, 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, field = '', ...cells]) => ({ field: field.replaceAll('`', ''), cells: cells.slice(0, COLUMNS.length) }));

describe('the table of exported fields', () => {
  it('has every field of the record', () => {
    const listed = new Set(rows.map(({ field }) => field.split('.')[0]));
    expect([...listed].sort()).toEqual(Object.keys(ArticleRecord.shape).sort());
  });

  it.each(COLUMNS)('says what %s holds and leaves out', (name) => {
    const text = spelled(exported(name, [fullRecord()]));
    const isThere = (mark: string) => text.includes(mark);
    for (const { field, cells } of rows) {
      const mark = field === 'published.utc' && name === 'rss' ? 'Tue, 12 Mar 2024 16:05:00 GMT' : MARKS[field];
      const cell = cells[COLUMNS.indexOf(name)] ?? '';
      if (mark === undefined || cell.includes(', without `utc`')) continue;
      expect({ field, isThere: isThere(mark) }).toEqual({ field, isThere: cell !== '—' });
    }
  });

  it('leaves nothing out of JSON Lines', () => {
    expect(JSON.parse(exported('jsonl', [fullRecord()]))).toEqual(fullRecord());
  });

  it('knows every format', () => {
    expect([...COLUMNS, 'jsonl'].sort()).toEqual(Object.keys(EXPORT_FORMATS).sort());
  });
});
