/** Verbs of the table port in, inputs of SDK commands out: pure data, testable without a network. */
import type {
  GetItemCommandInput,
  PutItemCommandInput,
  QueryCommandInput,
  UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import type { Item, Key } from '../core/item.ts';
import type { FeedQuery, Guard, RangeQuery, Update } from '../pipeline/ports.ts';
import { type Marshalled, toAttributes, toValue } from './marshal.ts';

/** Index that lists newest first, by `feedPk` and `feedSk`. */
const FEED_INDEX = 'feed';

export function getInput(TableName: string, key: Key): GetItemCommandInput {
  return { TableName, Key: toAttributes(key), ConsistentRead: true };
}

/** `from` is what the page before ended with. */
export function queryInput(TableName: string, query: RangeQuery, from: Marshalled | null): QueryCommandInput {
  const { pk, prefix, after, newestFirst, limit, mayLag = false } = query;
  const start = from ?? (after === null ? null : toAttributes({ pk, sk: after }));
  return {
    TableName,
    ConsistentRead: !mayLag,
    ...(prefix === '' ? wholePartition(pk) : beginning(pk, prefix)),
    ScanIndexForward: !newestFirst,
    Limit: limit,
    ...(start === null ? {} : { ExclusiveStartKey: start }),
  };
}

/** DynamoDB refuses an empty text as the beginning of a key. */
function wholePartition(pk: string) {
  return {
    KeyConditionExpression: '#pk = :pk',
    ExpressionAttributeNames: { '#pk': 'pk' },
    ExpressionAttributeValues: toAttributes({ ':pk': pk }),
  };
}

function beginning(pk: string, prefix: string) {
  return {
    KeyConditionExpression: '#pk = :pk AND begins_with(#sk, :prefix)',
    ExpressionAttributeNames: { '#pk': 'pk', '#sk': 'sk' },
    ExpressionAttributeValues: toAttributes({ ':pk': pk, ':prefix': prefix }),
  };
}

export function feedInput(TableName: string, query: FeedQuery, from: Marshalled | null): QueryCommandInput {
  const { feedPk, before, limit } = query;
  const bounded = before !== null;
  return {
    TableName,
    IndexName: FEED_INDEX,
    KeyConditionExpression: bounded ? '#feedPk = :feedPk AND #feedSk < :before' : '#feedPk = :feedPk',
    ExpressionAttributeNames: bounded ? { '#feedPk': 'feedPk', '#feedSk': 'feedSk' } : { '#feedPk': 'feedPk' },
    ExpressionAttributeValues: toAttributes(bounded ? { ':feedPk': feedPk, ':before': before } : { ':feedPk': feedPk }),
    ScanIndexForward: false,
    Limit: limit,
    ...(from === null ? {} : { ExclusiveStartKey: from }),
  };
}

export function putInput(TableName: string, item: Item, guard: Guard | null): PutItemCommandInput {
  return { TableName, Item: toAttributes(item), ...conditionOf(guard) };
}

/** Every name is aliased: DynamoDB reserves some 570 words, `key` and `language` among them. */
export function updateInput(TableName: string, { key, set, remove, guard }: Update): UpdateItemCommandInput {
  const condition = conditionOf(guard);
  const setNames = Object.keys(set).map((name, index) => ({ name, alias: `#s${index}`, value: `:s${index}` }));
  const removeNames = remove.map((name, index) => ({ name, alias: `#r${index}` }));
  const sets = setNames.map(({ alias, value }) => `${alias} = ${value}`).join(', ');
  const removes = removeNames.map(({ alias }) => alias).join(', ');
  const names = [...setNames, ...removeNames].map(({ alias, name }) => [alias, name]);
  const values = setNames.map(({ name, value }) => [value, toValue(set[name] ?? null)]);
  return {
    TableName,
    Key: toAttributes(key),
    ...condition,
    UpdateExpression: [sets && `SET ${sets}`, removes && `REMOVE ${removes}`].filter((part) => part !== '').join(' '),
    ExpressionAttributeNames: { ...condition.ExpressionAttributeNames, ...Object.fromEntries(names) },
    ...valuesOrNone({ ...condition.ExpressionAttributeValues, ...Object.fromEntries(values) }),
    ReturnValues: 'ALL_NEW',
  };
}

interface Condition {
  readonly ConditionExpression?: string;
  readonly ExpressionAttributeNames?: Record<string, string>;
  readonly ExpressionAttributeValues?: Marshalled;
  readonly ReturnValuesOnConditionCheckFailure?: 'ALL_OLD';
}

function conditionOf(guard: Guard | null): Condition {
  if (guard === null) return {};
  const stale = { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } as const;
  if (guard.kind === 'newer') {
    return {
      ...stale,
      ConditionExpression: 'attribute_not_exists(#g) OR #g < :g',
      ExpressionAttributeNames: { '#g': guard.attribute ?? 'revision' },
      ExpressionAttributeValues: toAttributes({ ':g': guard.revision }),
    };
  }
  const ExpressionAttributeNames = { '#g': 'gen' };
  if (guard.gen === null)
    return { ...stale, ConditionExpression: 'attribute_not_exists(#g)', ExpressionAttributeNames };
  const ExpressionAttributeValues = toAttributes({ ':g': guard.gen });
  return { ...stale, ConditionExpression: '#g = :g', ExpressionAttributeNames, ExpressionAttributeValues };
}

/** DynamoDB refuses an empty map of values. */
function valuesOrNone(values: Marshalled): { ExpressionAttributeValues?: Marshalled } {
  return Object.keys(values).length === 0 ? {} : { ExpressionAttributeValues: values };
}
