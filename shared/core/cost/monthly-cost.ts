/**
 * What a month costs. In: figures, prices, and what arrives. Out: parts that add up, what each switch would add, and what is left out.
 * Promise: pure arithmetic over counted figures; a part that nobody measured is named as not counted, and never guessed.
 */
import type { CostPart } from './cost-part.ts';
import type { ArticleFigures, Figures, Taken } from './figures.ts';
import { type Prices, priceOf } from './prices.ts';
import { settlingOf } from './settling-cost.ts';
import { readyParts, readyToSettle, unitParts } from './table-cost.ts';

export interface Workload {
  readonly articlesPerDay: number;
  /** Of 0 to 1. */
  readonly htmlShare: number;
  /** Months of articles that are kept. */
  readonly monthsKept: number;
  readonly archive: boolean;
  readonly archiveMinutes: number;
  readonly tracing: boolean;
  readonly alarms: boolean;
  readonly pointInTimeRecovery: boolean;
  /** Units of the table stand ready and are paid by the hour, instead of each request. */
  readonly provisioned: boolean;
  /** Of those units, of 0 to 1. */
  readonly utilization: number;
}

export const DAYS_PER_MONTH = 30.4;
const MINUTES_PER_DAY = 24 * 60;
/** `settle` and `purge`. */
const CLOCK_MINUTES = 10;
const GIB = 1024 ** 3;
/** The state of each outcome by function, the codes that are usual, the wait from upload to row, and articles that changed, copies, gone. */
const CUSTOM_METRICS = 15;
/** Lambda's own sampling: the first of each second, and one of twenty of the rest. */
const TRACED_SHARE = 0.05;
const SECONDS_PER_DAY = 86_400;

export function monthlyCost(workload: Workload, figures: Figures, prices: Prices): readonly CostPart[] {
  const article = mixed(figures.text, figures.html, workload.htmlShare);
  const articles = workload.articlesPerDay * DAYS_PER_MONTH;
  return [
    ...tableParts(article, workload, figures, prices),
    ...requestParts(article, articles, prices),
    ...clockParts(workload, figures, prices),
    ...settleParts(workload, figures, prices),
    ...storageParts(article, workload, prices),
    ...(workload.archive ? archiveParts(workload, figures, prices) : []),
    ...watchParts(workload, figures, prices),
  ].filter(({ usdPerMonth }) => usdPerMonth > 0);
}

export function totalOf(parts: readonly CostPart[]): number {
  return parts.reduce((sum, { usdPerMonth }) => sum + usdPerMonth, 0);
}

/** What the month would cost more with the switch on than off, whatever it is now. */
export function addedBy(
  name: 'archive' | 'tracing' | 'alarms' | 'pointInTimeRecovery' | 'provisioned',
  workload: Workload,
  figures: Figures,
  prices: Prices,
): number {
  const [on, off] = [true, false].map((value) => totalOf(monthlyCost({ ...workload, [name]: value }, figures, prices)));
  return (on ?? 0) - (off ?? 0);
}

function mixed(text: ArticleFigures, html: ArticleFigures, htmlShare: number): ArticleFigures {
  const mix = (a: number, b: number) => a * (1 - htmlShare) + b * htmlShare;
  const names = [...new Set([...Object.keys(text.functions), ...Object.keys(html.functions)])];
  const run = (name: string, of: 'calls' | 'gibSeconds') =>
    mix(text.functions[name]?.[of] ?? 0, html.functions[name]?.[of] ?? 0);
  return {
    articles: text.articles + html.articles,
    writeUnits: mix(text.writeUnits, html.writeUnits),
    indexUnits: mix(text.indexUnits, html.indexUnits),
    readUnits: mix(text.readUnits, html.readUnits),
    s3Puts: mix(text.s3Puts, html.s3Puts),
    s3Gets: mix(text.s3Gets, html.s3Gets),
    sqsRequests: mix(text.sqsRequests, html.sqsRequests),
    logBytes: mix(text.logBytes, html.logBytes),
    rawBytes: mix(text.rawBytes, html.rawBytes),
    tableBytes: mix(text.tableBytes, html.tableBytes),
    functions: Object.fromEntries(
      names.map((name) => [name, { calls: run(name, 'calls'), gibSeconds: run(name, 'gibSeconds') }]),
    ),
  };
}

function tableParts(
  article: Taken,
  workload: Workload,
  { archive, settle }: Figures,
  prices: Prices,
): readonly CostPart[] {
  const { articlesPerDay, provisioned, utilization } = workload;
  if (!provisioned) return unitParts(article, articlesPerDay * DAYS_PER_MONTH, prices);
  const day = (of: 'writeUnits' | 'indexUnits' | 'readUnits') =>
    (article[of] + (workload.archive ? archive[of] : 0)) * articlesPerDay;
  const settled = settle.writeUnitsPerArrival * articlesPerDay;
  const taken = { writeUnits: day('writeUnits') + settled, indexUnits: day('indexUnits'), readUnits: day('readUnits') };
  return readyParts({ ...taken, articlesPerDay, utilization }, prices, DAYS_PER_MONTH);
}

function requestParts(article: Taken, articles: number, prices: Prices): readonly CostPart[] {
  const row = (part: string, count: number, name: string) => ({
    part,
    usdPerMonth: count * articles * priceOf(prices, 'usdPerMillion', name),
    basis: `${count.toFixed(2)} an article`,
  });
  return [
    row('uploads (S3 puts)', article.s3Puts, 's3 put'),
    row('S3 reads', article.s3Gets, 's3 get'),
    row('queue', article.sqsRequests, 'sqs request'),
    ...functionParts('functions', article, articles, prices),
    {
      part: 'logs',
      usdPerMonth: ((article.logBytes * articles) / GIB) * priceOf(prices, 'usdPerGib', 'logs ingested'),
      basis: `${article.logBytes.toFixed(0)} bytes an article`,
    },
  ];
}

function functionParts(part: string, { functions }: Taken, times: number, prices: Prices): readonly CostPart[] {
  const runs = Object.values(functions);
  const sum = (of: 'calls' | 'gibSeconds') => runs.reduce((total, run) => total + run[of], 0);
  return [
    {
      part: `${part}: calls`,
      usdPerMonth: sum('calls') * times * priceOf(prices, 'usdPerMillion', 'lambda request'),
      basis: `${sum('calls').toFixed(2)} each`,
    },
    {
      part: `${part}: time`,
      usdPerMonth: sum('gibSeconds') * times * priceOf(prices, 'usdPerGibSecond', 'lambda arm64'),
      basis: `${sum('gibSeconds').toFixed(4)} GiB seconds each, on the machine that measured`,
    },
  ];
}

/** What a clock wakes costs also when nothing arrives. */
function clockParts(
  { archive, archiveMinutes, provisioned }: Workload,
  { idle }: Figures,
  prices: Prices,
): readonly CostPart[] {
  const woken = Object.entries(idle).filter(([name]) => archive || name !== 'archive');
  return woken.map(([name, taken]) => {
    const minutes = name === 'archive' ? archiveMinutes : CLOCK_MINUTES;
    const calls = (MINUTES_PER_DAY / minutes) * DAYS_PER_MONTH;
    // Units that stand ready take its few reads along.
    const units = provisioned ? [] : unitParts(taken, calls, prices);
    const usdPerMonth = totalOf([...units, ...requestParts(taken, calls, prices)]);
    return { part: `${name}, by the clock`, usdPerMonth, basis: `every ${minutes} minutes, with nothing to do` };
  });
}

/** A day is settled as often as its pace allows, or once in its hour; each time all stories of the windows that see it are read. */
function settleParts(workload: Workload, figures: Figures, prices: Prices): readonly CostPart[] {
  const { articlesPerDay, provisioned } = workload;
  if (articlesPerDay === 0) return [];
  const settling = settlingOf(articlesPerDay, figures);
  const waitMinutes = provisioned ? MINUTES_PER_DAY : settling.waitMinutes;
  const times = (MINUTES_PER_DAY / waitMinutes) * DAYS_PER_MONTH;
  const often = waitMinutes < 120 ? `${Math.round(waitMinutes)} minutes` : `${Math.round(waitMinutes / 60)} hours`;
  const time = settling.gibSeconds * priceOf(prices, 'usdPerGibSecond', 'lambda arm64');
  // Of a new story, once; where units stand ready they are among the day's.
  const written = figures.settle.writeUnitsPerArrival * articlesPerDay * DAYS_PER_MONTH;
  const writes = provisioned ? 0 : written * priceOf(prices, 'usdPerMillion', 'dynamodb write unit');
  const reads = provisioned ? 0 : settling.readUnits * priceOf(prices, 'usdPerMillion', 'dynamodb read unit');
  const part = {
    part: 'settling events',
    usdPerMonth: (reads + time) * times + writes,
    basis: `${Math.round(settling.stories)} stories every ${often}, as if each text were a story`,
  };
  return provisioned ? [part, readyToSettle(settling, prices, DAYS_PER_MONTH)] : [part];
}

function storageParts(article: ArticleFigures, workload: Workload, prices: Prices): readonly CostPart[] {
  const kept = workload.articlesPerDay * DAYS_PER_MONTH * workload.monthsKept;
  const gib = (bytes: number) => (bytes * kept) / GIB;
  const basis = (bytes: number) => `${gib(bytes).toFixed(2)} GiB: ${workload.monthsKept} months of articles`;
  const { tableBytes, rawBytes } = article;
  const month = (name: string) => priceOf(prices, 'usdPerGibMonth', name);
  const table = {
    part: 'table, stored',
    usdPerMonth: gib(tableBytes) * month('dynamodb standard'),
    basis: basis(tableBytes),
  };
  const raw = { part: 'raw files, stored', usdPerMonth: gib(rawBytes) * month('s3 standard'), basis: basis(rawBytes) };
  const backup = {
    part: 'point-in-time recovery',
    usdPerMonth: gib(tableBytes) * month('dynamodb point-in-time recovery'),
    basis: basis(tableBytes),
  };
  return workload.pointInTimeRecovery ? [table, raw, backup] : [table, raw];
}

function archiveParts(workload: Workload, { archive }: Figures, prices: Prices): readonly CostPart[] {
  const articles = workload.articlesPerDay * DAYS_PER_MONTH;
  const gib = (archive.fileBytes * articles * workload.monthsKept) / GIB;
  return [
    {
      part: 'archive: reading and writing',
      usdPerMonth: totalOf([
        ...(workload.provisioned ? [] : unitParts(archive, articles, prices)),
        ...requestParts(archive, articles, prices),
      ]),
      basis: `${archive.readUnits.toFixed(1)} read units an article; a file for each run and day that changed`,
    },
    {
      part: 'archive, stored',
      usdPerMonth: gib * priceOf(prices, 'usdPerGibMonth', 's3 standard'),
      basis: `${gib.toFixed(2)} GiB: ${workload.monthsKept} months of articles`,
    },
  ];
}

function watchParts(workload: Workload, { alarmMetrics }: Figures, prices: Prices): readonly CostPart[] {
  const { articlesPerDay, alarms, tracing } = workload;
  const traces = Math.min(articlesPerDay, SECONDS_PER_DAY + TRACED_SHARE * articlesPerDay) * DAYS_PER_MONTH;
  const month = (name: string) => priceOf(prices, 'usdPerMonth', name);
  const own = {
    part: 'own metrics',
    usdPerMonth: articlesPerDay === 0 ? 0 : CUSTOM_METRICS * month('custom metric'),
    basis: `${CUSTOM_METRICS} metrics, while anything arrives`,
  };
  const watched = {
    part: 'alarms',
    usdPerMonth: alarmMetrics * month('alarm metric'),
    basis: `${alarmMetrics} metrics looked at`,
  };
  const traced = {
    part: 'tracing (X-Ray)',
    usdPerMonth: traces * priceOf(prices, 'usdPerMillion', 'x-ray trace'),
    basis: `${Math.round(traces)} traces, as Lambda samples them`,
  };
  return [own, ...(alarms ? [watched] : []), ...(tracing ? [traced] : [])];
}
