/**
 * Table stream to function: batches in order, tried again until they succeed or their tries are used up; several at once as the template
 * says, none of them with a partition key of another. The place in the stream moves only behind what is done, so a kill repeats records and
 * never skips one.
 */
import { createHash } from 'node:crypto';
import { inChunks } from '../../../shared/core/in-chunks.ts';
import { functionArn, REGION } from '../arn.ts';
import type { Bell } from '../bell.ts';
import type { Database } from '../database.ts';
import { type StreamLog, type StreamRecord, streamTopic } from '../dynamodb/stream-log.ts';
import { type JsonObject, objectAt, textAt } from '../json.ts';
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
  /** Batches that are worked off at once; what has one partition key stays in one of them, and in order. */
  readonly lanes: number;
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
  const most = settings.batchSize * settings.lanes;
  const next = (): readonly StreamRecord[] => parts.log.read(settings.table, position(), most);
  while (!stop.aborted) {
    if (next().length === 0) await parts.bell.wait(streamTopic(settings.table), NAP_MS, stop);
    if (next().length < most) await parts.bell.wait('window', settings.windowMs, stop);
    const records = next();
    const last = records.at(-1);
    if (last === undefined) continue;
    const lanes = inLanes(
      records.filter(({ record }) => settings.filter(record)),
      settings.lanes,
    );
    const isOnly = lanes.length <= 1;
    const advance = (place: number) => (isOnly ? parts.log.advance(settings.id, place) : undefined);
    const done = await Promise.all(lanes.map((lane) => workOff(lane, { settings, parts, stop, advance })));
    if (!done.includes(false)) parts.log.advance(settings.id, last.place);
  }
}

/** Those that hold something. */
function inLanes(records: readonly StreamRecord[], lanes: number): readonly (readonly StreamRecord[])[] {
  return [...Map.groupBy(records, ({ record }) => laneOf(record, lanes)).values()];
}

/** By the partition key, which a table names first. */
function laneOf(record: JsonObject, lanes: number): number {
  const [key] = Object.values(objectAt(objectAt(record, 'dynamodb'), 'Keys'));
  return createHash('sha256').update(JSON.stringify(key)).digest().readUInt16BE() % lanes;
}

async function workOff(records: readonly StreamRecord[], delivery: Delivery): Promise<boolean> {
  for (const batch of inChunks(records, delivery.settings.batchSize))
    if (!(await deliver(batch, 0, delivery))) return false;
  return true;
}

interface Delivery {
  readonly settings: StreamMappingSettings;
  readonly parts: StreamParts;
  readonly stop: AbortSignal;
  /** What is before this place is done: while others are at work beside, nobody can say so. */
  readonly advance: (place: number) => void;
}

/** False when it was stopped before all records were done or given up. */
async function deliver(records: readonly StreamRecord[], tries: number, delivery: Delivery): Promise<boolean> {
  const { settings, parts, stop, advance } = delivery;
  if (records.length === 0) return true;
  if (stop.aborted) return false;
  const left = await invoke(records, settings, stop);
  const reached = records.at(records.length - left.length - 1);
  if (left.length < records.length && reached !== undefined) advance(reached.place);
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

function giveUp(records: readonly StreamRecord[], invokeCount: number, { settings, parts, advance }: Delivery): void {
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
    advance(last.place);
  });
  settings.log({
    from: settings.id,
    level: 'error',
    text: `${records.length} record(s) given up after ${invokeCount} tries`,
  });
}

const sequenceNumber = ({ record }: StreamRecord): string => textAt(objectAt(record, 'dynamodb'), 'SequenceNumber');
