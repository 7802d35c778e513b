/** What the functions and services count, as CloudWatch knows it. Promise: the names are those that `functions/batch.ts` writes. */
import { type Duration, Stack } from 'aws-cdk-lib';
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';

/** Own metrics of each stack apart: two stages in one account must not add up. `Wirefold`, `Wirefold-test` */
export const metricsNamespace = (scope: Construct): string => Stack.of(scope).stackName;

/** Items of `service` that ended as `state`: `items.stored`, `items.rejected`, `items.failed` … */
export function items(scope: Construct, service: string, state: string, period: Duration): Metric {
  return new Metric({
    namespace: metricsNamespace(scope),
    metricName: `items.${state}`,
    dimensionsMap: { service },
    statistic: 'Sum',
    period,
  });
}

/** Watched outlets that have published nothing for longer than they may. */
export function silentOutlets(scope: Construct, period: Duration): Metric {
  const at = { namespace: metricsNamespace(scope), metricName: 'outlets.silent', dimensionsMap: { service: 'settle' } };
  return new Metric({ ...at, statistic: 'Maximum', period });
}

/** Milliseconds from the upload to its row. */
export function putToRow(scope: Construct, statistic: string, period: Duration): Metric {
  const at = { namespace: metricsNamespace(scope), metricName: 'put-to-row', dimensionsMap: { service: 'ingest' } };
  return new Metric({ ...at, statistic, period });
}

/** One figure for several functions, so that one alarm is paid for and not seven. */
export function sumOf(
  functions: readonly LambdaFunction[],
  what: 'Errors' | 'Throttles',
  period: Duration,
): MathExpression {
  const parts = functions.map(
    (one, at) => [`${what.toLowerCase()}${at}`, one.metric(what, { period, statistic: 'Sum' })] as const,
  );
  const expression = parts.map(([name]) => `FILL(${name}, 0)`).join(' + ');
  return new MathExpression({ expression, usingMetrics: Object.fromEntries(parts), period, label: what });
}

/** Reads and writes that the table, or its index, could not take in time. */
export function tableThrottles(table: Table, index: string, period: Duration): MathExpression {
  const events = (metricName: string, more: Readonly<Record<string, string>> = {}) =>
    new Metric({
      ...{ namespace: 'AWS/DynamoDB', metricName, statistic: 'Sum', period },
      dimensionsMap: { TableName: table.tableName, ...more },
    });
  const usingMetrics = {
    reads: events('ReadThrottleEvents'),
    writes: events('WriteThrottleEvents'),
    indexed: events('WriteThrottleEvents', { GlobalSecondaryIndexName: index }),
  };
  const expression = 'FILL(reads, 0) + FILL(writes, 0) + FILL(indexed, 0)';
  return new MathExpression({ expression, usingMetrics, period, label: 'throttled requests' });
}

/** What the table takes, as it is billed: AWS counts it, and asks nothing for that. */
export function tableUnits(table: Table, index: string, period: Duration): readonly Metric[] {
  const units = (metricName: string, label: string, more: Readonly<Record<string, string>> = {}) =>
    new Metric({
      ...{ namespace: 'AWS/DynamoDB', metricName, label, statistic: 'Sum', period },
      dimensionsMap: { TableName: table.tableName, ...more },
    });
  return [
    units('ConsumedWriteCapacityUnits', 'write units'),
    units('ConsumedWriteCapacityUnits', 'write units of the index', { GlobalSecondaryIndexName: index }),
    units('ConsumedReadCapacityUnits', 'read units'),
  ];
}

/** Articles that `group` has told of: `changed`, `copies` (of these, in a story with others), `gone`. */
export function articles(scope: Construct, what: 'changed' | 'copies' | 'gone', period: Duration): Metric {
  const at = { namespace: metricsNamespace(scope), dimensionsMap: { service: 'group' } };
  return new Metric({ ...at, metricName: `articles.${what}`, statistic: 'Sum', period });
}

/** Per cent of files that were refused; nothing where fewer than `least` ended, since one of two is no rate. */
export function rejectedPercent(scope: Construct, least: number, period: Duration): MathExpression {
  const [stored, rejected] = [items(scope, 'ingest', 'stored', period), items(scope, 'ingest', 'rejected', period)];
  return new MathExpression({
    expression: `IF(FILL(stored, 0) + FILL(rejected, 0) >= ${least}, 100 * FILL(rejected, 0) / (FILL(stored, 0) + FILL(rejected, 0)), 0)`,
    usingMetrics: { stored, rejected },
    period,
    label: 'refused, per cent',
  });
}
