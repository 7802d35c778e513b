/**
 * A batch of queue messages or stream records in, the ones to be retried out. Promise: an item fails alone; none begins without
 * the time to end; each outcome is one line of log and one count, without a word of any page.
 */
import { BatchProcessor, type EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { PartialItemFailureResponse } from '@aws-lambda-powertools/batch/types';
import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Context, DynamoDBRecord, DynamoDBStreamEvent, SQSEvent, SQSRecord } from 'aws-lambda';
import { failedThing } from '../shared/aws/failed-thing.ts';
import { countedAs } from '../shared/core/intake/containers/system-file.ts';
import { STORE_LIMITS } from '../shared/core/store-limits.ts';
import { type Failure, noteFailure } from '../shared/pipeline/failure-notes.ts';
import type { Table } from '../shared/pipeline/ports.ts';

type Source = typeof EventType.SQS | typeof EventType.DynamoDBStreams;
type Event<S extends Source> = S extends typeof EventType.SQS ? SQSEvent : DynamoDBStreamEvent;
type Item<S extends Source> = Event<S>['Records'][number];
/** `state` names the metric and the line, `code` says why, `at` is when what it is about happened. */
interface Told {
  readonly state: string;
  /** More that is counted, by the metric's name; not in the line. */
  readonly counts?: Readonly<Record<string, number>>;
  readonly code?: string | null;
  readonly at?: string;
}
export type Tell = (told: Told) => void;
export type Handler<S extends Source> = (event: Event<S>, context: Context) => Promise<PartialItemFailureResponse>;

const logger = new Logger();
const metrics = new Metrics();

/** `table`: where it is noted why an item failed. `isOver`: no time is left for one page more. */
export function batchHandler<S extends Source>(
  source: S,
  work: (item: Item<S>, tell: Tell, isOver: () => boolean) => Promise<void>,
  table: Pick<Table, 'update'>,
): Handler<S> {
  const processor = new BatchProcessor(source);
  return async (event, context) => {
    // One after the other: a batch of large pages side by side would not fit the memory.
    const options = { context, processInParallel: false, throwOnFullBatchFailure: false };
    const isOver = () => context.getRemainingTimeInMillis() < STORE_LIMITS.edgeMs;
    const one = (item: Item<S>) => runItem(context, item, () => work(item, tell, isOver), table);
    const response = await processPartialResponse(event, one, processor, options);
    // Without any it would warn on every event that is ignored.
    if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
    return response;
  };
}

function tell({ counts = {}, ...told }: Told): void {
  logger.info(told.state, { ...told });
  for (const [name, count] of Object.entries(counts)) metrics.addMetric(name, MetricUnit.Count, count);
  metrics.addMetric(`items.${countedAs(told.state, told.code)}`, MetricUnit.Count, 1);
  // Codes are a closed list, so there are few of these.
  if (typeof told.code === 'string') metrics.addMetric(`codes.${told.code}`, MetricUnit.Count, 1);
  const waitedMs = told.state === 'stored' ? Date.now() - Date.parse(told.at ?? '') : Number.NaN;
  // A replay tells again of an upload of long ago, which says nothing of how long anybody waits.
  if (waitedMs >= 0 && waitedMs <= STORE_LIMITS.waitedMs)
    metrics.addMetric('put-to-row', MetricUnit.Milliseconds, waitedMs);
}

/** As the dead letter of a message, or the row of a stream record, is found again. */
function nameOf(item: SQSRecord | DynamoDBRecord): string {
  if ('messageId' in item) return item.messageId;
  return item.dynamodb?.Keys?.['pk']?.S ?? item.eventID ?? '';
}

async function runItem(
  context: Context,
  item: SQSRecord | DynamoDBRecord,
  work: () => Promise<void>,
  table: Pick<Table, 'update'>,
): Promise<void> {
  if (context.getRemainingTimeInMillis() < STORE_LIMITS.edgeMs) {
    tell({ state: 'postponed' });
    throw new Error('not enough time left');
  }
  try {
    await work();
  } catch (error) {
    const failure = briefly(error);
    logger.error('failed, will be retried', { item: nameOf(item), ...failure });
    metrics.addMetric('items.failed', MetricUnit.Count, 1);
    // The note must not cost the rest of the batch its time.
    if (context.getRemainingTimeInMillis() >= STORE_LIMITS.storeMs) await note(item, failure, table);
    throw error;
  }
}

/** What fails beside a failure is logged, and no more: the message is retried for the first reason. */
async function note(
  item: SQSRecord | DynamoDBRecord,
  failure: Pick<Failure, 'error' | 'reason'>,
  table: Pick<Table, 'update'>,
): Promise<void> {
  const thing = failedThing(item);
  if (thing === null) return;
  const service = process.env['POWERTOOLS_SERVICE_NAME'] ?? '';
  try {
    await noteFailure(thing, { ...failure, service }, Date.now(), table);
  } catch (error) {
    logger.warn('the failure could not be noted', { item: nameOf(item), ...briefly(error) });
  }
}

/** Messages of libraries may quote what they choke on: the first characters must do. */
function briefly(error: unknown): Pick<Failure, 'error' | 'reason'> {
  if (!(error instanceof Error)) return { error: typeof error, reason: '' };
  return { error: error.name, reason: error.message.slice(0, STORE_LIMITS.messageChars) };
}
