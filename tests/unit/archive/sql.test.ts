import { describe, expect, it } from 'vitest';
import { ARCHIVE_COLUMNS } from '../../../shared/core/archive/columns.ts';
import { goneRow } from '../../../shared/core/archive/row.ts';
import { searchQuestion, VIEW_COLUMNS } from '../../../shared/core/archive/sql.ts';
import { EVER } from '../../../shared/core/day-range.ts';
import { outletInArchive } from '../../../shared/pipeline/archive-outlets.ts';

import { asked, at, D1, D2, headlines, row, rowsFor } from './asked.ts';

describe('the view', () => {
  it('shows the latest row of an article in a day, once, however often and in whatever file it stands', async () => {
    const engine = await asked(
      [D1, [row('a', 2, at(D1), 'second'), row('b', 1, at(D1), 'other')]],
      [D1, [row('a', 1, at(D1), 'first')]],
      [D1, [row('a', 2, at(D1), 'second')]],
    );
    expect(await rowsFor('select headline from articles order by 1', engine)).toEqual([['other'], ['second']]);
  });

  it('shows nothing that is gone, in this day only, and again what has come back', async () => {
    const engine = await asked(
      [D1, [row('a', 1, at(D1), 'left'), row('b', 1, at(D1), 'came back')]],
      [D1, [goneRow('a', 2), goneRow('b', 2)]],
      [D2, [row('a', 2, at(D2), 'moved')]],
      [D1, [row('b', 3, at(D1), 'is back')]],
    );
    expect(await rowsFor('select day, headline from articles order by 1, 2', engine)).toEqual([
      [D1, 'is back'],
      [D2, 'moved'],
    ]);
  });

  it('shows nothing that is withheld, or embargoed still', async () => {
    const soon = { embargoed_utc: new Date(Date.now() + 3_600_000) };
    const past = { embargoed_utc: new Date(Date.now() - 3_600_000) };
    const engine = await asked([
      D1,
      [
        row('a', 1, at(D1), 'withheld', { status: 'withheld' }),
        row('b', 1, at(D1), 'embargoed', soon),
        row('c', 1, at(D1), 'free since', past),
      ],
    ]);
    expect(await rowsFor('select headline from articles', engine)).toEqual([['free since']]);
  });

  it('has all columns, with their types, also when there are no files', async () => {
    const wide = await asked([D1, [row('a', 1, at(D1), 'x', { authors: ['A', 'B'], word_count: 3 })]]);
    const none = await asked();
    const types =
      "select column_name, data_type from information_schema.columns where table_name = 'articles' order by 1";
    expect(await rowsFor(types, none)).toEqual(await rowsFor(types, wide));
    expect(await rowsFor(types, none)).toHaveLength(VIEW_COLUMNS.length);
    expect(VIEW_COLUMNS).toHaveLength(ARCHIVE_COLUMNS.length - 1);
    expect(await rowsFor('select authors, word_count, sort_utc, count(*) over () from articles', wide)).toEqual([
      [['A', 'B'], 3, at(D1), 1],
    ]);
    expect(await rowsFor('select count(*) from articles', none)).toEqual([[0]]);
  });
});

describe('a search', () => {
  const files = [
    [D1, [row('a', 1, at(D1), 'Fire at the quarry', { publisher: 'The Herald', domain: 'herald.example' })]],
    [D2, [row('b', 1, at(D2), 'The quarry 100% burnt_out', { publisher: 'Courier', domain: 'courier.example' })]],
  ] as const;

  it('finds a phrase as it is, newest first, whatever its case', async () => {
    const engine = await asked(...files);
    expect(await headlines({ phrase: 'QUARRY' }, engine)).toEqual(['The quarry 100% burnt_out', 'Fire at the quarry']);
    expect(await headlines({ phrase: 'at the  Quarry' }, engine)).toEqual(['Fire at the quarry']);
    expect(await headlines({ phrase: 'quarry at the' }, engine)).toEqual([]);
  });

  it('takes no sign for another: neither wildcards nor quotes nor comments', async () => {
    const engine = await asked(...files);
    expect(await headlines({ phrase: '100% b' }, engine)).toHaveLength(1);
    for (const phrase of ['f%y', 'q_arry', "x' OR '1'='1", '; drop view articles; --', '?', '/*'])
      expect(await headlines({ phrase }, engine)).toEqual([]);
    const outlet = { publishers: ["' or 1=1 --"], domains: ["' or 1=1 --"] };
    expect(await headlines({ phrase: 'quarry', outlet }, engine)).toEqual([]);
  });

  it('is bounded by days, both included, and by outlet', async () => {
    const engine = await asked(...files);
    const phrase = 'quarry';
    expect(await headlines({ phrase, from: D2 }, engine)).toEqual(['The quarry 100% burnt_out']);
    expect(await headlines({ phrase, to: D1 }, engine)).toEqual(['Fire at the quarry']);
    expect(await headlines({ phrase, from: D1, to: D2 }, engine)).toHaveLength(2);
    const named = async (name: string) => {
      const outlet = await outletInArchive(name, EVER, engine);
      return headlines({ phrase, outlet: outlet.spellings }, engine);
    };
    expect(await named('the herald')).toEqual(['Fire at the quarry']);
    expect(await named('Courier.example')).toEqual(['The quarry 100% burnt_out']);
    expect(await named('nobody')).toEqual([]);
  });

  it('takes spellings of an outlet for the same that lists take for the same', async () => {
    const names = ['El Médano', 'EL MEDANO', 'el-medano!', 'El Medan'];
    const engine = await asked([
      D1,
      names.map((publisher, at) => row(String(at), 1, `${D1}T0${at}:00:00.000Z`, `quarry ${publisher}`, { publisher })),
    ]);
    const { spellings } = await outletInArchive('el médano', { from: D1, to: D1 }, engine);
    expect([...spellings.publishers].sort()).toEqual(['EL MEDANO', 'El Médano', 'el-medano!']);
    expect(await headlines({ phrase: 'quarry', outlet: spellings }, engine)).toHaveLength(3);
    const elsewhere = await outletInArchive('el médano', { from: D2, to: D2 }, engine);
    expect(elsewhere.spellings).toEqual({ publishers: [], domains: [] });
  });

  it('is of what may be shown; the rows have the rest', async () => {
    const engine = await asked([D1, [row('a', 1, at(D1), 'quarry', { status: 'withheld' })]]);
    expect(await headlines({ phrase: 'quarry' }, engine)).toEqual([]);
    expect(await rowsFor('select headline from article_rows', engine)).toEqual([['quarry']]);
  });

  it('finds what is older than the first partition', async () => {
    const engine = await asked(['2015-01-01', [row('a', 1, at('1987-06-05'), 'Old quarry')]]);
    expect(await headlines({ phrase: 'quarry', from: '1987-01-01', to: '1987-12-31' }, engine)).toEqual(['Old quarry']);
    expect(await headlines({ phrase: 'quarry', from: '1990-01-01', to: '1999-12-31' }, engine)).toEqual([]);
  });

  it('puts nothing typed into the text of the query', () => {
    const outlet = { publishers: ['P2'], domains: ['P3', 'P4'] };
    const typed = { phrase: 'P1', from: '2026-01-01', to: '2026-01-02', outlet };
    const { sql, parameters } = searchQuestion({ ...typed, limit: 5 });
    expect(sql).not.toMatch(/P[1-4]|2026|p[1-4]/);
    expect(sql.split('?')).toHaveLength(parameters.length + 1);
  });
});
