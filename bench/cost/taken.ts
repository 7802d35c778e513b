/** What a stretch of the local run took. In: usage before and after. Out: requests, units and seconds of one article or call, by service and function. */
import type { Usage } from '../../infra/local/meter.ts';
import type { Taken } from '../../shared/core/cost/figures.ts';

export interface Moment {
  readonly usage: Usage;
  readonly logged: number;
}

/** `of`: articles, or calls, that the stretch is shared among. */
export function takenBetween(before: Moment, after: Moment, of: number): Taken {
  const calls = Object.entries(after.usage.calls).map(([name, call]) => {
    const was = before.usage.calls[name] ?? { count: 0, units: 0 };
    return { name, count: call.count - was.count, units: call.units - was.units };
  });
  const sum = (names: RegExp, what: 'count' | 'units') =>
    calls.reduce((total, call) => total + (names.test(call.name) ? call[what] : 0), 0);
  const each = (total: number) => rounded(total / of);
  return {
    writeUnits: each(sum(/^dynamodb (?:PutItem|UpdateItem|index)/, 'units')),
    indexUnits: each(sum(/^dynamodb index/, 'units')),
    readUnits: each(sum(/^dynamodb (?:GetItem|Query|BatchGetItem)/, 'units')),
    s3Puts: each(sum(/^s3 (?:PUT|POST)/, 'count')),
    s3Gets: each(sum(/^s3 (?:GET|HEAD)/, 'count')),
    sqsRequests: each(sum(/^sqs message/, 'count') + 2 * sum(/^sqs batch/, 'count')),
    functions: functionsBetween(before.usage, after.usage, of),
    logBytes: each(after.logged - before.logged),
  };
}

function functionsBetween(before: Usage, after: Usage, of: number): Taken['functions'] {
  const runs = Object.entries(after.functions).map(([name, run]) => {
    const was = before.functions[name] ?? { count: 0, gibSeconds: 0 };
    const gibSeconds = rounded((run.gibSeconds - was.gibSeconds) / of);
    return [shortName(name), { calls: rounded((run.count - was.count) / of), gibSeconds }] as const;
  });
  return Object.fromEntries(runs.filter(([, { calls }]) => calls > 0));
}

const NAMES = ['ingest', 'group', 'gather', 'settle', 'archive', 'purge', 'query'] as const;

/** `Wirefold-Ingest4A…` //=> `ingest` */
function shortName(name: string): string {
  return NAMES.find((short) => name.toLowerCase().includes(short)) ?? name;
}

function rounded(value: number): number {
  return Number(value.toFixed(5));
}
