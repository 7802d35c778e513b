/** What stands in each column of a row, what is asked of the archive, and the times that come back, letter by letter. */
import { describe, expect, it } from 'vitest';
import { ARCHIVE_COLUMNS } from '../../../shared/core/archive/columns.ts';
import { dayFolder, dayOfFile, fileName, firstDayOf, partitionDay } from '../../../shared/core/archive/day.ts';
import { instantText } from '../../../shared/core/archive/instant.ts';
import { archivedKey, COMPACTION_KEY, CURSOR_KEY, PURGES_PK, purgeKey } from '../../../shared/core/archive/keys.ts';
import { schemaOf } from '../../../shared/core/archive/parquet.ts';
import { articleRow, batchOf, goneRow, markOf, weightOf } from '../../../shared/core/archive/row.ts';
import {
  outletsQuestion,
  readOnlyProblem,
  type Search,
  searchQuestion,
  textLiteral,
  VIEW_SQL,
} from '../../../shared/core/archive/sql.ts';
import { BARE, FULL } from '../exports/whole-records.ts';

const CHANGED = '2026-05-01T00:00:00.000Z';
const AT = new Date('2026-01-01T00:00:00.000Z');

describe('a row of the archive', () => {
  it('has of an article whatever the record says of it', () => {
    const { day, row } = articleRow(FULL, 7, CHANGED);
    expect([day, row.id, row.gone, row.gen]).toEqual(['2026-01-01', 'art_full', false, 7]);
    expect(row.cells).toEqual({
      ...{ version: 2, status: 'usable', identity_kind: 'guid', language: 'en-GB' },
      ...{ url: 'https://herald.example/harbour', canonical_url: 'https://other.example/harbour' },
      ...{ publisher: 'The Herald', domain: 'herald.example', provider: 'Reuters', credit_line: 'Reuters, London' },
      ...{ headline: 'Harbour <opens>', deck: 'After *ten* years', byline: 'Ada Quill and Reuters' },
      ...{ authors: ['Ada Quill', 'Sea Desk'], dateline: 'PORT HASK, March 12', section: 'World', genre: 'analysis' },
      ...{ keywords: ['ships', 'ports'], quality: ['body-short', 'body-truncated'], date_status: 'stated' },
      ...{ published_utc: new Date('2024-03-12T16:05:00Z'), published_local: '2024-03-12T17:05:00+01:00' },
      ...{ modified_utc: new Date('2024-03-13T09:10:00Z'), sort_utc: AT, sort_basis: 'stored', effective_utc: AT },
      ...{ captured_utc: null, ingested_utc: AT, embargoed_utc: new Date('2024-03-12T16:00:00.000Z') },
      ...{ changed_utc: new Date(CHANGED), word_count: 14, summary: 'It opened.' },
      body: 'The harbour opened.\n\nWhat comes\n\nShips & men\n\nMore ships\n\nAt last\n\nAlone\n\nThe end.',
      search_text:
        'harbour <opens>\nafter *ten* years\nthe harbour opened.\nwhat comes\nships & men\nmore ships\nat last\nalone\nthe end.',
      ...{ story_id: 'sty_one', event_id: 'evt_one', copy_of: 'art_first', copy_relation: 'abridged' },
      ...{ content_hash: FULL.fingerprint.contentHash, source_key: 'incoming/article.txt', source_version: 'v1' },
      extractor: FULL.extractor.version,
    });
  });

  it('has nothing where the record knows nothing, and every column that there is', () => {
    const { cells } = articleRow(BARE, 1, CHANGED).row;
    const known = Object.entries(cells).filter(([, cell]) => cell !== null);
    expect(Object.fromEntries(known)).toEqual({
      ...{ version: 1, status: 'usable', identity_kind: 'key', language: 'und', date_status: 'missing' },
      ...{ authors: [], keywords: [], quality: [], word_count: 0, body: '', search_text: '' },
      ...{ sort_utc: AT, sort_basis: 'stored', effective_utc: AT, ingested_utc: AT, changed_utc: new Date(CHANGED) },
      ...{ content_hash: BARE.fingerprint.contentHash, source_key: 'incoming/article.txt', source_version: 'v1' },
      extractor: BARE.extractor.version,
    });
    const names = [...Object.keys(cells), 'id', 'mark', 'gone'];
    expect(names.sort()).toEqual(ARCHIVE_COLUMNS.map(({ name }) => name).sort());
  });

  it('weighs what its texts have, and a little for the rest', () => {
    expect(weightOf(goneRow('a', 1))).toBe(1_000);
    expect(weightOf({ ...goneRow('a', 1), cells: { body: 'four', search_text: 'six___', headline: 'x' } })).toBe(1_010);
  });

  it('has a mark of its generation and its file', () => {
    expect(markOf(12, 'abc')).toBe('0000000012-abc');
    expect(batchOf([])).toBe(batchOf([]));
    expect(batchOf([goneRow('a', 1), goneRow('b', 1)])).not.toBe(batchOf([goneRow('b', 1), goneRow('a', 1)]));
  });
});

describe('a file of the archive', () => {
  it('has a type for each kind of column, and only who it is about must be there', () => {
    const said = { says: '' };
    const elements = schemaOf([
      { name: 'id', type: 'text', ...said },
      { name: 'gone', type: 'flag', ...said },
      { name: 'at', type: 'instant', ...said },
      { name: 'count', type: 'whole', ...said },
      { name: 'names', type: 'texts', ...said },
    ]);
    expect(elements).toEqual([
      { name: 'root', num_children: 5 },
      { name: 'id', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' },
      { name: 'gone', type: 'BOOLEAN', repetition_type: 'REQUIRED' },
      { name: 'at', type: 'INT64', converted_type: 'TIMESTAMP_MILLIS', repetition_type: 'OPTIONAL' },
      { name: 'count', type: 'INT32', repetition_type: 'OPTIONAL' },
      { name: 'names', converted_type: 'LIST', repetition_type: 'OPTIONAL', num_children: 1 },
      { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
      { name: 'element', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' },
    ]);
  });

  it('is in the folder of its day, under a name that nothing else has', () => {
    const batch = 'a1'.repeat(13);
    const name = 'articles/day=2026-01-02/a1a1a1a1a1a1a1a1a1a1a1a1a1.parquet';
    expect([dayFolder('2026-01-02'), fileName('2026-01-02', batch)]).toEqual(['articles/day=2026-01-02/', name]);
    expect(dayOfFile(name)).toBe('2026-01-02');
    for (const other of [
      `x${name}`,
      `${name}x`,
      name.replace('a1', ''),
      name.replace('a1', 'A1'),
      name.replace('02', '2'),
    ])
      expect([other, dayOfFile(other)]).toEqual([other, null]);
  });

  it('is of the day after at most, and of the first day at least', () => {
    const tomorrow = '2026-05-02T00:00:00.000Z';
    expect(partitionDay(tomorrow, CHANGED)).toBe('2026-05-02');
    expect(partitionDay('2026-05-02T00:00:00.001Z', CHANGED)).toBe('2026-05-02');
    expect(partitionDay('2026-05-03T00:00:00.000Z', CHANGED)).toBe('2026-05-02');
    expect([firstDayOf('2014-12-31T23:59:59Z'), firstDayOf('2015-01-01'), firstDayOf('2015-01-02')]).toEqual([
      '2015-01-01',
      '2015-01-01',
      '2015-01-02',
    ]);
  });

  it('is remembered under keys that say no more than an id and an instant', () => {
    expect([archivedKey('art_a'), CURSOR_KEY, COMPACTION_KEY, purgeKey(CHANGED, 'art_a')]).toEqual([
      { pk: 'archive#art_a', sk: 'days' },
      { pk: 'archive#state', sk: 'cursor' },
      { pk: 'archive#state', sk: 'compaction' },
      { pk: PURGES_PK, sk: `${CHANGED}#art_a` },
    ]);
    expect(PURGES_PK).toBe('archive#purges');
  });
});

describe('a time that an engine prints', () => {
  it.each([
    ['2026-01-02 03:04:05', '2026-01-02T03:04:05.000Z'],
    ['2026-01-02 03:04:05.6', '2026-01-02T03:04:05.600Z'],
    ['2026-01-02 03:04:05.678912', '2026-01-02T03:04:05.678Z'],
    ['2026-01-02 03:04', '2026-01-02 03:04'],
    ['at 2026-01-02 03:04:05', 'at 2026-01-02 03:04:05'],
    ['2026-01-02 03:04:05 UTC', '2026-01-02 03:04:05 UTC'],
    ['2026-01-02 03:04:05.1234567890123', '2026-01-02 03:04:05.1234567890123'],
  ])('%s is %s', (printed, instant) => {
    expect(instantText(printed)).toBe(instant);
  });
});

describe('what is asked of the archive', () => {
  const search: Search = { phrase: 'Café ', from: null, to: null, outlet: null, limit: 5.9 };
  const TOP = `SELECT sort_utc, publisher, headline, id, url,
  substr(search_text, greatest(1, strpos(search_text, ?) - 60), 200) AS passage
FROM articles
WHERE strpos(search_text, ?) > 0`;
  const END = '\nORDER BY sort_utc DESC, id\nLIMIT 5';

  it('is a phrase, folded, in all days of all outlets', () => {
    expect(searchQuestion(search)).toEqual({ sql: `${TOP}${END}`, parameters: ['cafe', 'cafe'] });
  });

  it('is bounded by the days of partitions and by the dates in them', () => {
    expect(searchQuestion({ ...search, from: '1990-01-01', to: '2026-01-02' })).toEqual({
      sql: `${TOP}
  AND day >= ?
  AND sort_utc >= CAST(? AS timestamp)
  AND day <= ?
  AND sort_utc <= CAST(? AS timestamp)${END}`,
      parameters: ['cafe', 'cafe', '2015-01-01', '1990-01-01 00:00:00', '2026-01-02', '2026-01-02 23:59:59.999'],
    });
  });

  it.each([
    [{ publishers: ['A', 'B'], domains: [] }, '(publisher IN (?, ?))', ['A', 'B']],
    [{ publishers: [], domains: ['c.example'] }, '(domain IN (?))', ['c.example']],
    [{ publishers: ['A'], domains: ['c.example'] }, '(publisher IN (?) OR domain IN (?))', ['A', 'c.example']],
    [{ publishers: [], domains: [] }, 'FALSE', []],
  ])('is of the spellings of an outlet: %j', (outlet, condition, parameters) => {
    expect(searchQuestion({ ...search, outlet })).toEqual({
      sql: `${TOP}\n  AND ${condition}${END}`,
      parameters: ['cafe', 'cafe', ...parameters],
    });
  });

  it('is who published in some days, or ever', () => {
    const sql = 'SELECT DISTINCT publisher, domain FROM article_rows';
    expect(outletsQuestion({ from: null, to: null })).toEqual({ sql, parameters: [] });
    expect(outletsQuestion({ from: '1990-01-01', to: null })).toEqual({
      sql: `${sql} WHERE day >= ?`,
      parameters: ['2015-01-01'],
    });
    expect(outletsQuestion({ from: '2026-01-01', to: '2026-01-02' })).toEqual({
      sql: `${sql} WHERE day >= ? AND day <= ?`,
      parameters: ['2026-01-01', '2026-01-02'],
    });
  });

  it('is what holds now of what others may see', () => {
    expect(VIEW_SQL.replaceAll(/\s+/g, ' ')).toMatch(
      /^SELECT r\.day, r\.id, r\.version, .* FROM article_rows r JOIN \(SELECT day, id, max\(mark\) AS mark FROM article_rows GROUP BY day, id\) n ON r\.day = n\.day AND r\.id = n\.id AND r\.mark = n\.mark WHERE NOT r\.gone AND r\.status = 'usable' AND \(r\.embargoed_utc IS NULL OR r\.embargoed_utc <= CAST\(current_timestamp AS timestamp\)\)$/,
    );
  });

  it('by a person may only read, and is told so', () => {
    for (const word of ['select', 'WITH x', ' ( values', '\n((from', 'Describe', 'show'])
      expect([word, readOnlyProblem(`${word} 1`)]).toEqual([word, null]);
    expect(readOnlyProblem('delete from articles')).toBe(
      'Only reading is allowed: DELETE is refused. Begin with SELECT or WITH',
    );
    expect(readOnlyProblem('; select 1')).toBe('That is no SQL statement. For example: select count(*) from articles');
    expect(textLiteral("it's ''")).toBe("'it''s '''''");
  });
});
