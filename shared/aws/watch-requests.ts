/** Questions to CloudWatch as plain data. In: a stack's outputs. Out: one question for all figures of its functions, one for its queue. */
import type { GetMetricDataCommandInput, MetricDataQuery } from '@aws-sdk/client-cloudwatch';

export interface Asked {
  readonly queries: MetricDataQuery[];
  readonly lastS: number;
}

interface Named {
  /** `Ingest`, `Group` … */
  readonly role: string;
  readonly name: string;
}

const HOUR_S = 3_600;
const QUARTER_S = 900;
const SECOND_MS = 1_000;
const OUTPUT = /^(\w+)FunctionName$/;

/** `errors0`, `throttles0`, `most0` (milliseconds behind the stream) and so on, in the order of `functions`. */
export function functionQueries(
  outputs: Readonly<Record<string, string>>,
): Asked & { readonly functions: readonly Named[] } {
  const functions = Object.entries(outputs).flatMap(([output, name]) => {
    const role = OUTPUT.exec(output)?.[1];
    return role === undefined ? [] : [{ role, name }];
  });
  const queries = functions.flatMap(({ name }, at) => {
    const of = (MetricName: string, Id: string, Stat: string) =>
      query(Id, 'AWS/Lambda', MetricName, { Name: 'FunctionName', Value: name }, Stat, HOUR_S);
    return [
      of('Errors', `errors${at}`, 'Sum'),
      of('Throttles', `throttles${at}`, 'Sum'),
      of('IteratorAge', `most${at}`, 'Maximum'),
    ];
  });
  return { functions, queries, lastS: HOUR_S };
}

/** Its answer is called `most0`. */
export function oldestQuery({ QueueUrl = '' }: Readonly<Record<string, string>>): Asked {
  const queue = { Name: 'QueueName', Value: QueueUrl.split('/').at(-1) ?? '' };
  const metric = query('most0', 'AWS/SQS', 'ApproximateAgeOfOldestMessage', queue, 'Maximum', QUARTER_S);
  return { queries: [metric], lastS: QUARTER_S };
}

export function metricInput({ queries, lastS }: Asked, now: Date): GetMetricDataCommandInput {
  const StartTime = new Date(now.getTime() - lastS * SECOND_MS);
  return { MetricDataQueries: queries, StartTime, EndTime: now };
}

function query(
  Id: string,
  Namespace: string,
  MetricName: string,
  dimension: { readonly Name: string; readonly Value: string },
  Stat: string,
  Period: number,
): MetricDataQuery {
  return { Id, MetricStat: { Metric: { Namespace, MetricName, Dimensions: [{ ...dimension }] }, Period, Stat } };
}
