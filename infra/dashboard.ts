/** One page of graphs for a deployment: what came in, what waits, what fails, how long it takes. Promise: graphs only, nothing is stored by it. */
import { Duration, Stack } from 'aws-cdk-lib';
import { Dashboard, GraphWidget, type IMetric, type IWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { articles, items, putToRow, sumOf, tableUnits } from './metrics.ts';
import type { Queues } from './queues.ts';
import { FEED_INDEX } from './table.ts';

const PERIOD = Duration.minutes(5);
/** Half of the page. */
const WIDTH = 12;
const STATES = ['stored', 'rejected', 'removed', 'failed', 'unfinished'];

export interface Shown {
  readonly queues: Queues;
  readonly table: Table;
  readonly functions: readonly LambdaFunction[];
  readonly fromStream: readonly LambdaFunction[];
}

export function addDashboard(scope: Construct, { queues, table, functions, fromStream }: Shown): void {
  const { incoming, incomingDead, streamDead } = queues;
  const most = { period: PERIOD, statistic: 'Maximum' };
  const widgets = [
    graph(
      'Files by outcome',
      STATES.map((state) => items(scope, 'ingest', state, PERIOD)),
    ),
    graph(
      'Milliseconds from upload to row',
      ['p50', 'p95'].map((statistic) => putToRow(scope, statistic, PERIOD)),
    ),
    graph(
      'Articles that changed, and copies among them',
      (['changed', 'copies', 'gone'] as const).map((what) => articles(scope, what, PERIOD)),
    ),
    graph('Units of the table, as billed', tableUnits(table, FEED_INDEX, PERIOD)),
    graph('Waiting', [incoming.metricApproximateNumberOfMessagesVisible(most)]),
    graph('Seconds that the oldest waits', [incoming.metricApproximateAgeOfOldestMessage(most)]),
    graph(
      'Dead letters',
      [incomingDead, streamDead].map((queue) => queue.metricApproximateNumberOfMessagesVisible(most)),
    ),
    graph(
      'Milliseconds behind the stream',
      fromStream.map((one) => one.metric('IteratorAge', most)),
    ),
    graph('Errors and throttles', [sumOf(functions, 'Errors', PERIOD), sumOf(functions, 'Throttles', PERIOD)]),
    graph(
      'Milliseconds of work, p95',
      functions.map((one) => one.metricDuration({ period: PERIOD, statistic: 'p95' })),
    ),
  ];
  new Dashboard(scope, 'Dashboard', { dashboardName: Stack.of(scope).stackName, widgets: rows(widgets) });
}

function graph(title: string, left: readonly IMetric[]): IWidget {
  return new GraphWidget({ title, left: [...left], width: WIDTH });
}

function rows(widgets: readonly IWidget[]): IWidget[][] {
  return widgets.flatMap((_, at) => (at % 2 === 0 ? [widgets.slice(at, at + 2)] : [])).map((row) => [...row]);
}
