/** What a month costs: the sum of its parts, each from a figure that was counted and a price that has a date. */
import { describe, expect, it } from 'vitest';
import { FIGURES, Figures } from '../../shared/core/cost/figures.ts';
import { addedBy, monthlyCost, totalOf, type Workload } from '../../shared/core/cost/monthly-cost.ts';
import { NEWS_HOURS } from '../../shared/core/cost/news-hours.ts';
import { PRICES, Prices, priceOf } from '../../shared/core/cost/prices.ts';
import { readyByHour } from '../../shared/core/cost/ready-units.ts';
import { settlingOf } from '../../shared/core/cost/settling-cost.ts';

const NOTHING = {
  ...{ writeUnits: 0, indexUnits: 0, readUnits: 0, s3Puts: 0, s3Gets: 0, sqsRequests: 0, functions: {}, logBytes: 0 },
} as const;
const ARTICLE = { ...NOTHING, articles: 1, rawBytes: 0, tableBytes: 0 };
const FREE: Figures = {
  ...{ date: '2026-01-02', command: 'node bench', machine: 'one', alarmMetrics: 0, idle: {} },
  ...{ text: ARTICLE, html: ARTICLE, archive: { ...NOTHING, articles: 1, fileBytes: 0 } },
  settle: {
    windows: 1,
    stories: 1,
    readUnitsPerWindow: 0,
    readUnitsPerStory: 0,
    readUnitsPerPlace: 0,
    readUnitsPerArrival: 0,
    writeUnitsPerArrival: 0,
    gibSecondsPerStory: 0,
  },
};
const ROUND: Prices = Prices.parse({
  ...{ region: 'here', date: '2026-01-02', source: 'invented' },
  usdPerMillion: {
    ...{ 'dynamodb write unit': 1, 'dynamodb read unit': 0.5, 's3 put': 5, 's3 get': 1, 'sqs request': 1 },
    ...{ 'lambda request': 2, 'x-ray trace': 10 },
  },
  usdPerUnitHour: { 'dynamodb write unit': 0.001, 'dynamodb read unit': 0.0001 },
  usdPerGibSecond: { 'lambda arm64': 0.0001 },
  usdPerGib: { 'logs ingested': 1 },
  usdPerGibMonth: {
    ...{ 'dynamodb standard': 0.5, 'dynamodb point-in-time recovery': 0.25, 's3 standard': 0.125, 'logs kept': 1 },
  },
  usdPerMonth: { 'alarm metric': 1, 'custom metric': 0, dashboard: 3 },
});
const GIB = 1024 ** 3;

/** A thousand times 30.4 days: 30,400 articles a month. */
function aWorkload(given: Partial<Workload> = {}): Workload {
  return {
    ...{ articlesPerDay: 1_000, htmlShare: 0, monthsKept: 1, archive: false, archiveMinutes: 10 },
    ...{ tracing: false, alarms: false, pointInTimeRecovery: false, provisioned: false, utilization: 0.7, ...given },
  };
}

const partsOf = (figures: Figures, given: Partial<Workload> = {}) =>
  Object.fromEntries(
    monthlyCost(aWorkload(given), figures, ROUND).map(({ part, usdPerMonth }) => [
      part,
      Number(usdPerMonth.toFixed(6)),
    ]),
  );

describe('a month', () => {
  it('costs nothing where nothing is taken', () => {
    expect(partsOf(FREE)).toEqual({});
  });

  it.each([
    ['table writes', { writeUnits: 10 }, 0.304],
    ['table reads on arrival', { readUnits: 20 }, 0.304],
    ['uploads (S3 puts)', { s3Puts: 2 }, 0.304],
    ['S3 reads', { s3Gets: 10 }, 0.304],
    ['queue', { sqsRequests: 1 }, 0.0304],
    ['logs', { logBytes: GIB }, 30_400],
    ['raw files, stored', { rawBytes: GIB }, 3_800],
    ['table, stored', { tableBytes: GIB }, 15_200],
  ])('has %s as counted, at their price', (part, taken, usd) => {
    expect(partsOf({ ...FREE, text: { ...ARTICLE, ...taken } })).toEqual({ [part]: usd });
  });

  it('has calls and seconds of functions', () => {
    const functions = { ingest: { calls: 1, gibSeconds: 0.5 }, group: { calls: 0.5, gibSeconds: 0.5 } };
    expect(partsOf({ ...FREE, text: { ...ARTICLE, functions } })).toEqual({
      'functions: calls': 0.0912,
      'functions: time': 3.04,
    });
  });

  it('mixes texts and pages by their share', () => {
    const figures = { ...FREE, text: { ...ARTICLE, writeUnits: 10 }, html: { ...ARTICLE, writeUnits: 20 } };
    expect(partsOf(figures, { htmlShare: 0.5 })).toEqual({ 'table writes': 0.456 });
  });

  it('pays for what a clock wakes also when nothing arrives, and for the archive by its own clock', () => {
    const idle = { purge: { ...NOTHING, readUnits: 2 }, archive: { ...NOTHING, readUnits: 2 } };
    expect(partsOf({ ...FREE, idle }, { articlesPerDay: 0 })).toEqual({ 'purge, by the clock': 0.004378 });
    const archived = partsOf({ ...FREE, idle }, { articlesPerDay: 0, archive: true, archiveMinutes: 1_440 });
    expect(archived).toEqual({ 'purge, by the clock': 0.004378, 'archive, by the clock': 0.00003 });
  });

  it('settles events daily at most once the store is large: cost grows with the articles and no faster', () => {
    const settle = { ...FREE.settle, readUnitsPerStory: 1 };
    const [small = 0, large = 0, huge = 0] = [10, 100_000, 200_000].map(
      (articlesPerDay) => partsOf({ ...FREE, settle }, { articlesPerDay })['settling events'],
    );
    expect(huge / large).toBeCloseTo(2, 5);
    expect(small).toBeLessThan(1);
  });

  it('reads a day once for all windows that see it when events are settled, and a place for its own window', () => {
    const reads = (settle: Partial<Figures['settle']>) =>
      settlingOf(1_000, { ...FREE, settle: { ...FREE.settle, ...settle } });
    // Of ten days that a window sees, four are its own; two and a half windows see a day.
    expect(reads({}).stories).toBe(13_750);
    expect(reads({ readUnitsPerStory: 1 }).readUnits).toBe(8_500);
    expect(reads({ readUnitsPerPlace: 1 }).readUnits).toBe(5_500);
    expect(reads({ readUnitsPerWindow: 1 }).readUnits).toBe(2.5);
    expect(reads({ readUnitsPerArrival: 1 }).readUnits).toBe(1_000);
    expect(reads({ readUnitsPerStory: 1, readUnitsPerPlace: 1 }).unitsPerWindow).toBe(14_000);
  });

  it('tells what a switch adds, whether it is on or off', () => {
    const figures = { ...FREE, alarmMetrics: 7 };
    for (const alarms of [true, false]) expect(addedBy('alarms', aWorkload({ alarms }), figures, ROUND)).toBe(7);
    expect(addedBy('tracing', aWorkload(), figures, ROUND)).toBeCloseTo(0.304, 9);
    const stored = { ...figures, text: { ...ARTICLE, tableBytes: GIB } };
    expect(addedBy('pointInTimeRecovery', aWorkload(), stored, ROUND)).toBeCloseTo(7_600, 6);
  });

  it('stops at a price that is missing, by its name', () => {
    expect(() => priceOf(ROUND, 'usdPerMillion', 'snowball')).toThrow('prices.json has no price of snowball');
    expect([priceOf(ROUND, 'usdPerMillion', 's3 put'), priceOf(ROUND, 'usdPerMonth', 'dashboard')]).toEqual([
      0.000005, 3,
    ]);
  });
});

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

describe('units of the table that stand ready', () => {
  const load = { unitsPerDay: 86_400_000, articlesPerDay: 1_440 * 10_000, utilization: 0.5, least: 5 };

  it('follow the hours of the news, never under the least, and stay for the hour after', () => {
    const ready = readyByHour(load);
    const fullest = NEWS_HOURS.indexOf(Math.max(...NEWS_HOURS));
    // A thousand a second on average: twice that for half in use, and a fiftieth for minutes that differ.
    expect(ready[fullest]).toBe(Math.ceil(Math.max(...NEWS_HOURS) * 24_000 * 2 * 1.02));
    expect(ready[fullest + 1]).toBe(ready[fullest]);
    expect(Math.min(...readyByHour({ ...load, unitsPerDay: 0 }))).toBe(5);
    expect(NEWS_HOURS.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
  });

  it('are paid by the hour, in the place of each request, for table, index and settling', () => {
    const taken = { writeUnits: 3, indexUnits: 1, readUnits: 2 };
    const figures = {
      ...FREE,
      text: { ...ARTICLE, ...taken },
      archive: { ...NOTHING, ...taken, articles: 1, fileBytes: 0 },
    };
    const settle = { ...FREE.settle, readUnitsPerStory: 1, readUnitsPerPlace: 1 };
    const parts = partsOf({ ...figures, settle }, { archive: true, provisioned: true });
    // Few articles: the least stands ready all day, five units and one of the index.
    expect(parts).toEqual({
      'table writes': 3.648,
      'table writes, index': 0.7296,
      'table reads': 0.3648,
      'table reads, index': 0.07296,
      'alarms of scaling': 16,
      'settling events: reads': 0.1064,
    });
  });

  it('are less than requests where there is news all day, and more where there is little', () => {
    const added = (articlesPerDay: number) =>
      addedBy('provisioned', aWorkload({ articlesPerDay, archive: true }), FIGURES, PRICES);
    expect(added(1_000)).toBeGreaterThan(0);
    expect(added(100_000)).toBeLessThan(0);
  });
});

describe('what comes along', () => {
  it('has every figure and every price that the sum needs, and adds up', () => {
    const workload = aWorkload({
      archive: true,
      tracing: true,
      alarms: true,
      pointInTimeRecovery: true,
      provisioned: true,
      htmlShare: 0.5,
    });
    const parts = monthlyCost(workload, FIGURES, PRICES);
    expect(Figures.parse(FIGURES)).toEqual(FIGURES);
    expect(totalOf(parts)).toBeCloseTo(
      parts.reduce((sum, { usdPerMonth }) => sum + usdPerMonth, 0),
      9,
    );
    expect(parts.every(({ usdPerMonth, basis }) => Number.isFinite(usdPerMonth) && basis !== '')).toBe(true);
    expect(FIGURES.text.functions).toHaveProperty('ingest');
    expect(Object.keys(FIGURES.idle).sort()).toEqual(['archive', 'purge', 'settle']);
  });
});
