/** What a month costs: the sum of its parts, each from a figure that was counted and a price that has a date. */
import { describe, expect, it } from 'vitest';
import { FIGURES, Figures } from '../../shared/core/cost/figures.ts';
import { addedBy, monthlyCost, totalOf, type Workload } from '../../shared/core/cost/monthly-cost.ts';
import { NEWS_HOURS } from '../../shared/core/cost/news-hours.ts';
import { PRICES, priceOf } from '../../shared/core/cost/prices.ts';
import { readyByHour } from '../../shared/core/cost/ready-units.ts';
import { settlingOf } from '../../shared/core/cost/settling-cost.ts';
import { ARTICLE, aWorkload, FREE, GIB, NOTHING, ROUND } from './cost-builders.ts';

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
