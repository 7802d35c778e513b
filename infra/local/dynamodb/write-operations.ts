/** Writes of items: what dynalite does, plus the stream's record of it and the item that a failed condition met. */
import { ApiError } from '../api-error.ts';
import { isObject, type JsonObject, objectAt, objectsAt, textAt } from '../json.ts';
import { type DynamoContext, imageOf } from './context.ts';
import type { QuickWrite } from './quick-write.ts';
import { keyOf, type TableFacts } from './tables.ts';

export type DynamoOperation = (input: JsonObject, context: DynamoContext) => Promise<JsonObject>;

const FAILED_GUARD = 'ConditionalCheckFailedException';
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
  const { facts, key } = watch;
  const { inner } = context;
  const image = async () => {
    const found = await inner.image(facts.name, key);
    return found === undefined ? imageOf(context, facts.name, key) : found;
  };
  const before = await image();
  const intent = facts.streamArn === null ? null : context.log.intend(facts.name, key, before);
  let written: QuickWrite | null = null;
  try {
    written = await inner.write(operation, input, key, before);
    if (written === null) return await inner.call(operation, input);
    if (!written.holds) throw new ApiError(FAILED_GUARD, 400, 'The conditional request failed');
    return written.answer;
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== FAILED_GUARD) throw error;
    if (!watch.wantsItem || before === null) throw error;
    throw new ApiError(error.code, error.status, error.message, { Item: before.item });
  } finally {
    if (intent !== null) context.log.settle(intent, written === null ? await image() : written.after);
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
