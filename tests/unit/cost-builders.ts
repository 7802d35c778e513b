/** Figures and prices that are round, for tests of what a month costs. */
import type { Figures } from '../../shared/core/cost/figures.ts';
import type { Workload } from '../../shared/core/cost/monthly-cost.ts';
import { Prices } from '../../shared/core/cost/prices.ts';

export const NOTHING = {
  ...{ writeUnits: 0, indexUnits: 0, readUnits: 0, s3Puts: 0, s3Gets: 0, sqsRequests: 0, functions: {}, logBytes: 0 },
} as const;
export const ARTICLE = { ...NOTHING, articles: 1, rawBytes: 0, tableBytes: 0 };
export const FREE: Figures = {
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
export const ROUND: Prices = Prices.parse({
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
export const GIB = 1024 ** 3;

/** A thousand times 30.4 days: 30,400 articles a month. */
export function aWorkload(given: Partial<Workload> = {}): Workload {
  return {
    ...{ articlesPerDay: 1_000, htmlShare: 0, monthsKept: 1, archive: false, archiveMinutes: 10 },
    ...{ tracing: false, alarms: false, pointInTimeRecovery: false, provisioned: false, utilization: 0.7, ...given },
  };
}
