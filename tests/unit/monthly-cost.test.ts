/** What a month costs: the sum of its parts, each from a figure that was counted and a price that has a date. */
import { describe, expect, it } from 'vitest';
import { FIGURES, Figures } from '../../shared/core/cost/figures.ts';
import { addedBy, monthlyCost, totalOf, type Workload } from '../../shared/core/cost/monthly-cost.ts';
import { PRICES, Prices, priceOf } from '../../shared/core/cost/prices.ts';

const NOTHING = {
  ...{ writeUnits: 0, readUnits: 0, s3Puts: 0, s3Gets: 0, sqsRequests: 0, functions: {}, logBytes: 0 },
} as const;
const ARTICLE = { ...NOTHING, articles: 1, rawBytes: 0, tableBytes: 0 };
const FREE: Figures = {
  ...{ date: '2026-01-02', command: 'node bench', machine: 'one', alarmMetrics: 0, idle: {} },
  ...{ text: ARTICLE, html: ARTICLE, archive: { ...NOTHING, articles: 1, fileBytes: 0 } },
  settle: { windows: 1, stories: 1, readUnitsPerWindow: 0, readUnitsPerStory: 0, gibSecondsPerStory: 0 },
};
const ROUND: Prices = Prices.parse({
  ...{ region: 'here', date: '2026-01-02', source: 'invented' },
  usdPerMillion: {
    ...{ 'dynamodb write unit': 1, 'dynamodb read unit': 0.5, 's3 put': 5, 's3 get': 1, 'sqs request': 1 },
    ...{ 'lambda request': 2, 'x-ray trace': 10 },
  },
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
    ...{ tracing: false, alarms: false, pointInTimeRecovery: false, ...given },
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

  it('tells what a switch adds, whether it is on or off', () => {
    const figures = { ...FREE, alarmMetrics: 7 };
    for (const alarms of [true, false]) expect(addedBy('alarms', aWorkload({ alarms }), figures, ROUND)).toBe(7);
    expect(addedBy('tracing', aWorkload(), figures, ROUND)).toBeCloseTo(0.304, 9);
    const stored = { ...figures, text: { ...ARTICLE, tableBytes: GIB } };
    expect(addedBy('pointInTimeRecovery', aWorkload(), stored, ROUND)).toBeCloseTo(7_600, 6);
  });

  it('stops at a price that is missing, by its name', () => {
    expect(() => priceOf(ROUND, 'usdPerMillion', 'snowball')).toThrow('snowball');
  });
});

describe('what comes along', () => {
  it('has every figure and every price that the sum needs, and adds up', () => {
    const workload = aWorkload({
      archive: true,
      tracing: true,
      alarms: true,
      pointInTimeRecovery: true,
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
