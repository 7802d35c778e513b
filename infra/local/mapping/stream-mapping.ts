/**
 * Table stream to function: batches in order, tried again until they succeed or their tries are used up. The place in the
 * stream moves only behind what is done, so a kill repeats records and never skips one.
 */
import { functionArn, REGION } from '../arn.ts';
import type { Bell } from '../bell.ts';
import type { Database } from '../database.ts';
import { type StreamLog, type StreamRecord, streamTopic } from '../dynamodb/stream-log.ts';
import { objectAt, textAt } from '../json.ts';
import { FunctionFailure } from '../lambda/failure.ts';
import { LOCAL_LIMITS } from '../limits.ts';
import type { Messages } from '../sqs/messages.ts';
import type { Mapping, MappingSettings } from './mapping.ts';
import { failedItems } from './partial.ts';

export interface StreamMappingSettings extends MappingSettings {
  readonly table: string;
  readonly streamArn: string;
  readonly start: 'oldest' | 'newest';
  /** Tries after the first; null for as long as it takes. */
  readonly retries: number | null;
  readonly bisect: boolean;
  /** Queue that is told of records given up; null when nobody is. */
  readonly onFailure: string | null;
}

export interface StreamParts {
  readonly db: Database;
  readonly log: StreamLog;
  readonly messages: Messages;
  readonly bell: Bell;
}

/** How long a reader sleeps when nobody wakes it. */
const NAP_MS = 5_000;

export function startStreamMapping(settings: StreamMappingSettings, parts: StreamParts): Mapping {
  const stop = new AbortController();
  const position = (): number => parts.log.position(settings.id, settings.table, settings.start);
  position();
  const reading = read(settings, parts, stop.signal, position);
  return {
    isIdle: () => !parts.log.hasMore(settings.table, position()),
    stop: async () => {
      stop.abort();
      await reading;
    },
  };
}

async function read(
  settings: StreamMappingSettings,
  parts: StreamParts,
  stop: AbortSignal,
  position: () => number,
): Promise<void> {
  const next = (): readonly StreamRecord[] => parts.log.read(settings.table, position(), settings.batchSize);
  while (!stop.aborted) {
    if (next().length === 0) await parts.bell.wait(streamTopic(settings.table), NAP_MS, stop);
    if (next().length < settings.batchSize) await parts.bell.wait('window', settings.windowMs, stop);
    const batch = next();
    const last = batch.at(-1);
    if (last === undefined) continue;
    const wanted = batch.filter(({ record }) => settings.filter(record));
    const done = await deliver(wanted, 0, { settings, parts, stop });
    if (done) parts.log.advance(settings.id, last.place);
  }
}

interface Delivery {
  readonly settings: StreamMappingSettings;
  readonly parts: StreamParts;
  readonly stop: AbortSignal;
}

/** False when it was stopped before all records were done or given up. */
async function deliver(records: readonly StreamRecord[], tries: number, delivery: Delivery): Promise<boolean> {
  const { settings, parts, stop } = delivery;
  if (records.length === 0) return true;
  if (stop.aborted) return false;
  const left = await invoke(records, settings, stop);
  const reached = records.at(records.length - left.length - 1);
  if (left.length < records.length && reached !== undefined) parts.log.advance(settings.id, reached.place);
  if (left.length === 0) return true;
  if (settings.bisect && left.length === records.length && left.length > 1) {
    // Halves do not count as tries: the point is to find the record that is to blame.
    const half = left.length >> 1;
    return (await deliver(left.slice(0, half), tries, delivery)) && deliver(left.slice(half), tries, delivery);
  }
  if (settings.retries !== null && tries >= settings.retries) {
    giveUp(left, tries + 1, delivery);
    return true;
  }
  const pause = Math.min(LOCAL_LIMITS.streamRetryMs * 2 ** tries, LOCAL_LIMITS.streamRetryMostMs);
  await parts.bell.wait('retry', pause, stop);
  return deliver(left, tries + 1, delivery);
}

/** The records that are still to do: none, all, or those from the first failed one on. */
async function invoke(
  records: readonly StreamRecord[],
  settings: StreamMappingSettings,
  stop: AbortSignal,
): Promise<readonly StreamRecord[]> {
  const numbers = records.map(sequenceNumber);
  try {
    const Records = records.map(({ record }) => ({ ...record, eventSourceARN: settings.streamArn }));
    const answer = await settings.target.invoke({ Records });
    const failed = settings.partial ? failedItems(answer, numbers) : [];
    if (failed === null) return records;
    const first = numbers.findIndex((number) => failed.includes(number));
    return first < 0 ? [] : records.slice(first);
  } catch (error) {
    if (!(error instanceof FunctionFailure)) throw error;
    const text = `${records.length} record(s) failed: ${error.errorType}: ${error.message}`;
    if (!stop.aborted) settings.log({ from: settings.id, level: 'error', text });
    return records;
  }
}

function giveUp(records: readonly StreamRecord[], invokeCount: number, { settings, parts }: Delivery): void {
  const [first, last] = [records[0], records.at(-1)];
  if (first === undefined || last === undefined) return;
  const told = settings.onFailure;
  const body = JSON.stringify({
    version: '1.0',
    timestamp: new Date().toISOString(),
    requestContext: {
      functionArn: `${functionArn(settings.target.settings.name)}:$LATEST`,
      condition: 'RetryAttemptsExhausted',
      approximateInvokeCount: invokeCount,
    },
    DDBStreamBatchInfo: {
      streamArn: settings.streamArn,
      shardId: `shardId-local-${REGION}`,
      batchSize: records.length,
      startSequenceNumber: sequenceNumber(first),
      endSequenceNumber: sequenceNumber(last),
    },
  });
  parts.db.transaction(() => {
    if (told !== null) parts.messages.send(told, body);
    parts.log.advance(settings.id, last.place);
  });
  settings.log({
    from: settings.id,
    level: 'error',
    text: `${records.length} record(s) given up after ${invokeCount} tries`,
  });
}

const sequenceNumber = ({ record }: StreamRecord): string => textAt(objectAt(record, 'dynamodb'), 'SequenceNumber');
