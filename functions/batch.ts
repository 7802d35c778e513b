/**
 * A batch of queue messages or stream records in, the ones to be retried out. Promise: an item fails alone; none begins without
 * the time to end; each outcome is one line of log and one count, without a word of any page.
 */
import { BatchProcessor, type EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { PartialItemFailureResponse } from '@aws-lambda-powertools/batch/types';
import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Context, DynamoDBRecord, DynamoDBStreamEvent, SQSEvent, SQSRecord } from 'aws-lambda';
import { STORE_LIMITS } from '../shared/core/store-limits.ts';

type Source = typeof EventType.SQS | typeof EventType.DynamoDBStreams;
type Event<S extends Source> = S extends typeof EventType.SQS ? SQSEvent : DynamoDBStreamEvent;
type Item<S extends Source> = Event<S>['Records'][number];
/** `state` names the metric and the line. */
export type Tell = (told: { readonly state: string }) => void;
export type Handler<S extends Source> = (event: Event<S>, context: Context) => Promise<PartialItemFailureResponse>;

const logger = new Logger();
const metrics = new Metrics();

export function batchHandler<S extends Source>(
  source: S,
  work: (item: Item<S>, tell: Tell) => Promise<void>,
): Handler<S> {
  const processor = new BatchProcessor(source);
  return async (event, context) => {
    // One after the other: a batch of large pages side by side would not fit the memory.
    const options = { context, processInParallel: false, throwOnFullBatchFailure: false };
    const one = (item: Item<S>) => runItem(context, nameOf(item), () => work(item, tell));
    const response = await processPartialResponse(event, one, processor, options);
    // Without any it would warn on every event that is ignored.
    if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
    return response;
  };
}

function tell(told: { readonly state: string }): void {
  logger.info(told.state, { ...told });
  metrics.addMetric(`items.${told.state}`, MetricUnit.Count, 1);
}

/** As the dead letter of a message, or the row of a stream record, is found again. */
function nameOf(item: SQSRecord | DynamoDBRecord): string {
  if ('messageId' in item) return item.messageId;
  return item.dynamodb?.Keys?.['pk']?.S ?? item.eventID ?? '';
}

async function runItem(context: Context, item: string, work: () => Promise<void>): Promise<void> {
  if (context.getRemainingTimeInMillis() < STORE_LIMITS.edgeMs) {
    tell({ state: 'postponed' });
    throw new Error('not enough time left');
  }
  try {
    await work();
  } catch (error) {
    logger.error('failed, will be retried', { item, ...briefly(error) });
    metrics.addMetric('items.failed', MetricUnit.Count, 1);
    throw error;
  }
}

/** Messages of libraries may quote what they choke on: the first characters must do. */
function briefly(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { error: typeof error };
  return { error: error.name, reason: error.message.slice(0, STORE_LIMITS.messageChars) };
}
