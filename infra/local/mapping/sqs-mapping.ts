/**
 * Queue to function: as many pollers as may run at once, each gathers a batch, hands it over and deletes what succeeded.
 * What failed comes back when its visibility timeout is over, and is dead-lettered by the queue in the end.
 */
import { queueArn, REGION } from '../arn.ts';
import { type JsonObject, parseJson } from '../json.ts';
import { FunctionFailure } from '../lambda/failure.ts';
import { LOCAL_LIMITS } from '../limits.ts';
import type { SqsContext } from '../sqs/context.ts';
import { systemAttributes } from '../sqs/message-operations.ts';
import type { Message } from '../sqs/messages.ts';
import { pollMessages } from '../sqs/poll.ts';
import type { Mapping, MappingSettings } from './mapping.ts';
import { failedItems } from './partial.ts';

export interface SqsMappingSettings extends MappingSettings {
  readonly queue: string;
  readonly pollers: number;
  /** Longest wait of a message that failed; null for its queue's visibility timeout. */
  readonly retryCapSeconds: number | null;
}

export function startSqsMapping(settings: SqsMappingSettings, sqs: SqsContext): Mapping {
  const { queue } = settings;
  // Whoever had received a message in the last run is dead, so nothing is gained by waiting for its time-out.
  sqs.messages.releaseInFlight(queue);
  const stop = new AbortController();
  const pollers = Array.from({ length: settings.pollers }, () => work(settings, sqs, stop.signal));
  return {
    isIdle: () => sqs.messages.isEmpty(queue),
    stop: async () => {
      stop.abort();
      await Promise.all(pollers);
    },
  };
}

async function work(settings: SqsMappingSettings, sqs: SqsContext, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    const batch = await gather(settings, sqs, stop);
    const wanted = batch.filter((message) => settings.filter(filterView(message)));
    // Lambda deletes what the filter does not want.
    for (const message of batch) if (!wanted.includes(message)) sqs.messages.remove(settings.queue, message.receipt);
    if (wanted.length > 0) await deliver(wanted, settings, sqs, stop);
  }
}

/** The first message is waited for; the rest of the batch only as long as the window is open. */
async function gather(settings: SqsMappingSettings, sqs: SqsContext, stop: AbortSignal): Promise<readonly Message[]> {
  const batch: Message[] = [];
  let until = sqs.now() + LOCAL_LIMITS.pollSeconds * 1_000;
  while (batch.length < settings.batchSize && sqs.now() <= until && !stop.aborted) {
    const most = Math.min(LOCAL_LIMITS.batchMessages, settings.batchSize - batch.length);
    const poll = { queue: settings.queue, most, waitMs: until - sqs.now(), stop };
    const more = await pollMessages(sqs.messages, sqs.bell, sqs.now, poll);
    if (batch.length === 0) until = sqs.now() + settings.windowMs;
    batch.push(...more);
    if (more.length === 0 || settings.windowMs === 0) break;
  }
  return batch;
}

async function deliver(
  batch: readonly Message[],
  settings: SqsMappingSettings,
  sqs: SqsContext,
  stop: AbortSignal,
): Promise<void> {
  const failed = await invoke(batch, settings, stop);
  for (const message of batch) {
    if (failed.includes(message)) retrySoon(message, settings, sqs);
    else sqs.messages.remove(settings.queue, message.receipt);
  }
}

/** The messages that failed. */
async function invoke(
  batch: readonly Message[],
  settings: SqsMappingSettings,
  stop: AbortSignal,
): Promise<readonly Message[]> {
  const say = (failed: number, why: string): void => {
    if (!stop.aborted)
      settings.log({ from: settings.id, level: 'error', text: `${failed} of ${batch.length} message(s) ${why}` });
  };
  try {
    // Received and deleted together; each was sent by itself.
    settings.meter.count('sqs batch');
    for (const _ of batch) settings.meter.count('sqs message');
    const answer = await settings.target.invoke({ Records: batch.map((message) => recordOf(message, settings.queue)) });
    const ids = batch.map((message) => message.id);
    const failed = settings.partial ? failedItems(answer, ids) : [];
    if (failed === null) say(batch.length, 'failed: the answer names an item that was not sent');
    else if (failed.length > 0) say(failed.length, 'failed and will be tried again');
    return batch.filter((message) => failed === null || failed.includes(message.id));
  } catch (error) {
    if (!(error instanceof FunctionFailure)) throw error;
    say(batch.length, `failed: ${error.errorType}: ${error.message}`);
    return batch;
  }
}

function retrySoon(message: Message, { queue, retryCapSeconds }: SqsMappingSettings, sqs: SqsContext): void {
  if (retryCapSeconds === null) return;
  const usual = Number(sqs.queues.attributes(queue)['VisibilityTimeout']);
  sqs.messages.hide(queue, message.receipt, Math.min(usual, retryCapSeconds));
}

function recordOf(message: Message, queue: string): JsonObject {
  return {
    messageId: message.id,
    receiptHandle: message.receipt,
    body: message.body,
    attributes: systemAttributes(message),
    messageAttributes: {},
    md5OfBody: message.md5,
    eventSource: 'aws:sqs',
    eventSourceARN: queueArn(queue),
    awsRegion: REGION,
  };
}

/** Filters of queues look into the body when it is JSON. */
function filterView(message: Message): JsonObject {
  try {
    return { body: parseJson(message.body) };
  } catch {
    return { body: message.body };
  }
}
