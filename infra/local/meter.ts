/**
 * What the local run asks of each service, counted as AWS would bill it. In: calls. Out: totals. Promise: counting only; nothing
 * waits for it. Capacity units: one write unit for each started KiB, one read unit for each started 4 KiB, half of it where the
 * read need not be consistent (Amazon DynamoDB Developer Guide, "Read and write operations").
 */
import { isObject, type Json, type JsonObject, objectsAt } from './json.ts';

export interface Usage {
  /** By `service operation`: calls, and units where the service bills units. */
  readonly calls: Readonly<Record<string, { readonly count: number; readonly units: number }>>;
  /** By function: calls, and the time that they took, in seconds times the memory in GiB. */
  readonly functions: Readonly<Record<string, { readonly count: number; readonly gibSeconds: number }>>;
}

export interface Meter {
  count(name: string, units?: number): void;
  run(name: string, gibSeconds: number): void;
  usage(): Usage;
}

export function makeMeter(): Meter {
  const calls = new Map<string, { count: number; units: number }>();
  const functions = new Map<string, { count: number; gibSeconds: number }>();
  return {
    count(name, units = 0) {
      const known = calls.get(name) ?? { count: 0, units: 0 };
      calls.set(name, { count: known.count + 1, units: known.units + units });
    },
    run(name, gibSeconds) {
      const known = functions.get(name) ?? { count: 0, gibSeconds: 0 };
      functions.set(name, { count: known.count + 1, gibSeconds: known.gibSeconds + gibSeconds });
    },
    usage: () => ({ calls: Object.fromEntries(calls), functions: Object.fromEntries(functions) }),
  };
}

const KIB = 1_024;
const READ_UNIT = 4 * KIB;

/** Counts one call that was answered; `operation` is DynamoDB's. */
export function meterDynamo(meter: Meter, operation: string, input: JsonObject, answer: JsonObject): void {
  if (operation === 'PutItem') meterWrite(meter, operation, input['Item']);
  else if (operation === 'UpdateItem') meterWrite(meter, operation, answer['Attributes'] ?? input['Key']);
  else meter.count(`dynamodb ${operation}`, readUnits(operation, input, answer));
}

/** A query is billed for its sum, other reads for each item. */
function readUnits(operation: string, input: JsonObject, answer: JsonObject): number {
  const sizes = (operation === 'GetItem' ? [answer['Item'] ?? {}] : itemsOf(answer)).map(sizeOf);
  const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0);
  if (operation === 'Query') return shared(input, started(sum(sizes), READ_UNIT));
  const isRead = operation === 'GetItem' || operation === 'BatchGetItem';
  return isRead ? shared(input, sum(sizes.map((size) => started(size, READ_UNIT)))) : 0;
}

/** A write whose condition failed costs as much as the item that it met. */
export function meterRefusedWrite(meter: Meter, operation: string, found: unknown): void {
  const size = typeof found === 'object' && found !== null ? Buffer.byteLength(JSON.stringify(found)) : 0;
  meter.count(`dynamodb ${operation} refused`, started(size, KIB));
}

function meterWrite(meter: Meter, operation: string, item: Json | undefined): void {
  meter.count(`dynamodb ${operation}`, started(sizeOf(item ?? {}), KIB));
  // The index holds keys only: one unit, counted for every write of an item that is in it.
  if (isObject(item) && item['feedPk'] !== undefined) meter.count('dynamodb index write', 1);
}

function itemsOf(answer: JsonObject): readonly Json[] {
  if (!isObject(answer['Responses'])) return objectsAt(answer, 'Items');
  const responses = answer['Responses'];
  return Object.keys(responses).flatMap((table) => objectsAt(responses, table));
}

function shared(input: JsonObject, units: number): number {
  return input['ConsistentRead'] === true ? units : units / 2;
}

function started(bytes: number, unit: number): number {
  return Math.max(1, Math.ceil(bytes / unit));
}

/** Names and values in UTF-8, binary unpacked; a few bytes for each number and container. */
export function sizeOf(item: Json): number {
  if (!isObject(item)) return 0;
  return Object.entries(item).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + sizeOfValue(value), 0);
}

const CONTAINER_BYTES = 3;
const NUMBER_BYTES = 8;

function sizeOfValue(value: Json | undefined): number {
  if (!isObject(value)) return 1;
  const [kind, content] = Object.entries(value)[0] ?? [];
  if (kind === 'S') return Buffer.byteLength(String(content));
  if (kind === 'B') return Math.floor((String(content).length * 3) / 4);
  if (kind === 'N') return NUMBER_BYTES;
  if (kind === 'M' && isObject(content)) return CONTAINER_BYTES + sizeOf(content);
  if (kind === 'L' && Array.isArray(content))
    return CONTAINER_BYTES + content.reduce<number>((sum, one) => sum + 1 + sizeOfValue(one), 0);
  return 1;
}
