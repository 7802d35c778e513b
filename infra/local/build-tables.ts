/** Declared tables in, tables out. One of the last run is kept when it still is what the template says. */
import { isDeepStrictEqual } from 'node:util';
import { ApiError } from './api-error.ts';
import type { DynamoContext } from './dynamodb/context.ts';
import { TABLE_OPERATIONS } from './dynamodb/table-operations.ts';
import { type JsonObject, objectAt, objectsAt, textAt } from './json.ts';
import type { Declared } from './template/stack.ts';

export async function buildTables(tables: readonly Declared[], dynamo: DynamoContext): Promise<void> {
  for (const { name, properties } of tables) {
    const existing = await describe(name, dynamo);
    if (existing === null) await create(name, properties, dynamo);
    else checkSame(name, existing, properties, dynamo);
  }
}

async function create(name: string, properties: JsonObject, dynamo: DynamoContext): Promise<void> {
  await TABLE_OPERATIONS['CreateTable']?.({ ...properties, TableName: name }, dynamo);
  // dynalite makes a table active one turn later.
  while (objectStatus(await describe(name, dynamo)) !== 'ACTIVE')
    await new Promise((resolve) => setTimeout(resolve, 1));
}

const objectStatus = (table: JsonObject | null): string => (table === null ? '' : textAt(table, 'TableStatus'));

async function describe(name: string, dynamo: DynamoContext): Promise<JsonObject | null> {
  try {
    return objectAt(await dynamo.inner.call('DescribeTable', { TableName: name }), 'Table');
  } catch (error) {
    if (error instanceof ApiError && error.code === 'ResourceNotFoundException') return null;
    throw error;
  }
}

/** Rebuilding an index over stored items is work for the real service; locally one starts afresh. */
function checkSame(name: string, existing: JsonObject, wanted: JsonObject, dynamo: DynamoContext): void {
  const streamed = wanted['StreamSpecification'] !== undefined;
  const hadStream = (dynamo.tables.find(name)?.streamArn ?? null) !== null;
  if (isDeepStrictEqual(shapeOf(existing), shapeOf(wanted)) && streamed === hadStream) return;
  throw new Error(`table ${name} of the last run has other keys, indexes or stream than the template: start afresh`);
}

function shapeOf(table: JsonObject): unknown {
  const indexes = ['GlobalSecondaryIndexes', 'LocalSecondaryIndexes'].flatMap((kind) =>
    objectsAt(table, kind).map((index) => [kind, textAt(index, 'IndexName'), keysOf(index)]),
  );
  return { keys: keysOf(table), indexes: indexes.map((index) => JSON.stringify(index)).sort() };
}

const keysOf = (holder: JsonObject): readonly string[] =>
  objectsAt(holder, 'KeySchema').map((key) => `${textAt(key, 'AttributeName')} ${textAt(key, 'KeyType')}`);
