/** What a month costs, part by part, with what each was counted from. */
import { describe, expect, it } from 'vitest';
import type { Figures } from '../../shared/core/cost/figures.ts';
import { monthlyCost, type Workload } from '../../shared/core/cost/monthly-cost.ts';
import { aWorkload, FREE, GIB, NOTHING, ROUND } from './cost-builders.ts';

describe('a month, part by part', () => {
  const taken = {
    ...{ writeUnits: 10, indexUnits: 1, readUnits: 20, s3Puts: 2, s3Gets: 10, sqsRequests: 1, logBytes: 1024 },
    functions: { ingest: { calls: 1, gibSeconds: 0.5 }, group: { calls: 0.5, gibSeconds: 0.5 } },
  };
  const article = { ...taken, articles: 1, rawBytes: GIB / 1_000, tableBytes: GIB / 2_000 };
  const figures: Figures = {
    ...{ ...FREE, alarmMetrics: 7, text: article, html: article },
    archive: { ...NOTHING, readUnits: 4, s3Puts: 1, articles: 1, fileBytes: GIB / 4_000 },
    idle: { purge: { ...NOTHING, readUnits: 2 }, archive: { ...NOTHING, readUnits: 2 } },
    settle: { ...FREE.settle, readUnitsPerWindow: 3, readUnitsPerStory: 1, gibSecondsPerStory: 0.01 },
  };
  const prices = { ...ROUND, usdPerMonth: { ...ROUND.usdPerMonth, 'custom metric': 0.5 } };
  const all = { ...{ monthsKept: 2, archive: true, archiveMinutes: 20 }, tracing: true, alarms: true } as const;
  const lines = (given: Partial<Workload>) =>
    monthlyCost(aWorkload({ ...all, pointInTimeRecovery: true, ...given }), figures, prices).map(
      ({ part, usdPerMonth, basis }) => `${part} | ${usdPerMonth.toFixed(6)} | ${basis}`,
    );

  it('says of each what it costs, and what it was counted from', () => {
    expect(lines({})).toEqual([
      'table writes | 0.304000 | 10.00 an article',
      'table reads on arrival | 0.304000 | 20.00 an article',
      'uploads (S3 puts) | 0.304000 | 2.00 an article',
      'S3 reads | 0.304000 | 10.00 an article',
      'queue | 0.030400 | 1.00 an article',
      'functions: calls | 0.091200 | 1.50 each',
      'functions: time | 3.040000 | 1.0000 GiB seconds each, on the machine that measured',
      'logs | 0.028992 | 1024 bytes an article',
      // 4,377.6 calls of two units.
      'purge, by the clock | 0.004378 | every 10 minutes, with nothing to do',
      'archive, by the clock | 0.002189 | every 20 minutes, with nothing to do',
      // Each of 13,750 stories a second of ten MiB, each of 8,500 that are read a unit; 2.5 windows of three units; once in 19.25 hours.
      'settling events | 0.682366 | 13750 stories every 19 hours, as if each text were a story',
      'table, stored | 15.200000 | 30.40 GiB: 2 months of articles',
      'raw files, stored | 7.600000 | 60.80 GiB: 2 months of articles',
      'point-in-time recovery | 7.600000 | 30.40 GiB: 2 months of articles',
      'archive: reading and writing | 0.212800 | 4.0 read units an article; a file for each run and day that changed',
      'archive, stored | 1.900000 | 15.20 GiB: 2 months of articles',
      'own metrics | 7.500000 | 15 metrics, while anything arrives',
      'alarms | 7.000000 | 7 metrics looked at',
      'tracing (X-Ray) | 0.304000 | 30400 traces, as Lambda samples them',
    ]);
  });

  it('settles a small store at every call of the clock, and says how often any is', () => {
    const often = (articlesPerDay: number) =>
      lines({ articlesPerDay })
        .find((line) => line.startsWith('settling'))
        ?.replace(/.*\| /, '');
    expect([1, 100, 105, 1_400].map(often)).toEqual([
      '14 stories every 10 minutes, as if each text were a story',
      '1375 stories every 115 minutes, as if each text were a story',
      '1444 stories every 2 hours, as if each text were a story',
      '19250 stories every 24 hours, as if each text were a story',
    ]);
  });

  it('of nothing that arrives has the clock and the alarms alone', () => {
    const names = lines({ articlesPerDay: 0 }).map((line) => line.replace(/ \|.*/, ''));
    expect(names).toEqual(['purge, by the clock', 'archive, by the clock', 'alarms']);
  });

  it('has no archive, alarms, traces or backups where they are switched off', () => {
    const off = { archive: false, alarms: false, tracing: false, pointInTimeRecovery: false };
    const gone = lines({}).filter((line) => !lines(off).includes(line));
    expect(gone.map((line) => line.replace(/ \|.*/, ''))).toEqual([
      ...['archive, by the clock', 'point-in-time recovery', 'archive: reading and writing', 'archive, stored'],
      ...['alarms', 'tracing (X-Ray)'],
    ]);
  });

  it('has traces of the first call of each second, and of one of twenty of the rest', () => {
    const traces = (articlesPerDay: number) => lines({ articlesPerDay }).at(-1)?.replace(/.*\| /, '');
    expect(traces(86_400)).toBe('2626560 traces, as Lambda samples them');
    expect(traces(1_000_000)).toBe(`${Math.round((86_400 + 50_000) * 30.4)} traces, as Lambda samples them`);
  });

  it('mixes everything that texts and pages take, functions that only one of them wakes included', () => {
    const other = { ...taken, functions: { split: { calls: 4, gibSeconds: 2 } } };
    const html = { ...other, articles: 3, rawBytes: 0, tableBytes: 0, readUnits: 0, s3Puts: 0, s3Gets: 0 };
    const mixed = monthlyCost(aWorkload({ htmlShare: 0.25 }), { ...FREE, text: article, html }, ROUND);
    expect(mixed.map(({ part, basis }) => `${part} | ${basis}`)).toEqual([
      'table writes | 10.00 an article',
      'table reads on arrival | 15.00 an article',
      'uploads (S3 puts) | 1.50 an article',
      'S3 reads | 7.50 an article',
      'queue | 1.00 an article',
      'functions: calls | 2.13 each',
      'functions: time | 1.2500 GiB seconds each, on the machine that measured',
      'logs | 1024 bytes an article',
      'table, stored | 11.40 GiB: 1 months of articles',
      'raw files, stored | 22.80 GiB: 1 months of articles',
    ]);
  });
});
