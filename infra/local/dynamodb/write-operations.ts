/** Writes of items: what dynalite does, plus the stream's record of it and the item that a failed condition met. */
import { ApiError } from '../api-error.ts';
import { isObject, type JsonObject, objectAt, objectsAt, textAt } from '../json.ts';
import { type DynamoContext, imageOf } from './context.ts';
import { keyOf, type TableFacts } from './tables.ts';

export type DynamoOperation = (input: JsonObject, context: DynamoContext) => Promise<JsonObject>;

const WANTS_ITEM = 'ReturnValuesOnConditionCheckFailure';

export const WRITE_OPERATIONS: Readonly<Record<string, DynamoOperation>> = {
  PutItem: (input, context) => writeItem('PutItem', objectAt(input, 'Item'), input, context),
  UpdateItem: (input, context) => writeItem('UpdateItem', objectAt(input, 'Key'), input, context),
  DeleteItem: (input, context) => writeItem('DeleteItem', objectAt(input, 'Key'), input, context),
  BatchWriteItem: (input, context) => context.serially(() => writeBatch(input, context)),
};

function writeItem(
  operation: string,
  item: JsonObject,
  input: JsonObject,
  context: DynamoContext,
): Promise<JsonObject> {
  const facts = context.tables.find(textAt(input, 'TableName'));
  const { [WANTS_ITEM]: wanted, ...known } = input;
  const wantsItem = wanted === 'ALL_OLD';
  // A key that is incomplete is for dynalite to refuse, in its own words.
  const hasKey = facts?.keyNames.every((name) => isObject(item[name])) ?? false;
  if (facts === null || !hasKey || (facts.streamArn === null && !wantsItem))
    return context.inner.call(operation, known);
  return context.serially(() => watched(operation, known, { facts, key: keyOf(facts, item), wantsItem }, context));
}

interface Watch {
  readonly facts: TableFacts;
  readonly key: JsonObject;
  readonly wantsItem: boolean;
}

async function watched(
  operation: string,
  input: JsonObject,
  watch: Watch,
  context: DynamoContext,
): Promise<JsonObject> {
  const table = watch.facts.name;
  const before = await imageOf(context, table, watch.key);
  const intent = watch.facts.streamArn === null ? null : context.log.intend(table, watch.key, before);
  try {
    return await context.inner.call(operation, input);
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'ConditionalCheckFailedException') throw error;
    if (!watch.wantsItem || before === null) throw error;
    throw new ApiError(error.code, error.status, error.message, { Item: before });
  } finally {
    if (intent !== null) context.log.settle(intent, await imageOf(context, table, watch.key));
  }
}

async function writeBatch(input: JsonObject, context: DynamoContext): Promise<JsonObject> {
  const intents = [];
  for (const { facts, key } of streamedKeys(input, context)) {
    intents.push(context.log.intend(facts.name, key, await imageOf(context, facts.name, key)));
  }
  try {
    return await context.inner.call('BatchWriteItem', input);
  } finally {
    for (const intent of intents) context.log.settle(intent, await imageOf(context, intent.table, intent.key));
  }
}

function streamedKeys(input: JsonObject, context: DynamoContext): readonly Omit<Watch, 'wantsItem'>[] {
  const requests = objectAt(input, 'RequestItems');
  return Object.keys(requests).flatMap((table) => {
    const facts = context.tables.find(table);
    if (facts === null || facts.streamArn === null) return [];
    return objectsAt(requests, table).map((entry) => {
      const item = isObject(entry['PutRequest'])
        ? objectAt(entry['PutRequest'], 'Item')
        : objectAt(objectAt(entry, 'DeleteRequest'), 'Key');
      return { facts, key: keyOf(facts, item) };
    });
  });
}
