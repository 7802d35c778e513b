/**
 * Writes as the pipeline makes them: a whole item, or attributes of one set and removed, under one of its guards. In: a call, and the item that is
 * there. Out: what is to be stored. Promise: what dynalite would do, for a fifth of the work; null for every other call, and for what may have
 * to be refused. Item and index are stored in one go.
 */
import db from 'dynalite/db/index.js';
import { type JsonObject, objectAt } from '../json.ts';
import { LOCAL_LIMITS } from '../limits.ts';
import { isPlainValue } from './plain-value.ts';
import { quickCondition } from './quick-condition.ts';
import { isQuickKey, textOfKey } from './quick-key.ts';
import type { Image } from './stream-record.ts';

const KNOWN: readonly string[] = [
  ...['TableName', 'Item', 'Key', 'ConditionExpression', 'ExpressionAttributeNames', 'ExpressionAttributeValues'],
  ...['UpdateExpression', 'ReturnValues'],
];
const UPDATE =
  /^(?:SET ((?:#\w{1,40} = :\w{1,40})(?:, #\w{1,40} = :\w{1,40}){0,99}))?(?: ?REMOVE (#\w{1,40}(?:, #\w{1,40}){0,99}))?$/;

export interface QuickWrite {
  /** False: the guard does not hold, and nothing is to be stored. */
  readonly holds: boolean;
  readonly after: Image;
  readonly answer: JsonObject;
}

/** `key`: of the item that is written. */
export function quickWrite(
  operation: string,
  input: JsonObject,
  key: JsonObject,
  before: Image,
  table: DynaliteTable,
): QuickWrite | null {
  if (Object.keys(input).some((name) => !KNOWN.includes(name)) || !isQuickKey(key, table)) return null;
  const guard = quickCondition(input, before?.item ?? null);
  if (guard === null) return null;
  const change =
    operation === 'PutItem' ? putOf(input) : operation === 'UpdateItem' ? updateOf(input, key, before) : null;
  if (change === null) return null;
  const isUsed = (field: string, used: readonly string[]) => {
    const given = Object.keys(objectAt(input, field));
    return given.length === new Set(used).size && given.every((name) => used.includes(name));
  };
  const names = [...guard.names, ...change.names];
  if (
    !isUsed('ExpressionAttributeNames', names) ||
    !isUsed('ExpressionAttributeValues', [...guard.values, ...change.values])
  )
    return null;
  const { item, answer } = change;
  const text = JSON.stringify(item);
  if (text.length > LOCAL_LIMITS.quickChars || !hasPlainIndexKeys(item, table)) return null;
  return guard.holds ? { holds: true, after: { item, text }, answer } : { holds: false, after: before, answer: {} };
}

interface Change {
  readonly item: JsonObject;
  readonly answer: JsonObject;
  readonly names: readonly string[];
  readonly values: readonly string[];
}

function putOf(input: JsonObject): Change | null {
  const item = objectAt(input, 'Item');
  const isOurs = input['ReturnValues'] === undefined && input['UpdateExpression'] === undefined;
  const isPlain = isOurs && Object.values(item).every((value) => isPlainValue(value));
  return isPlain ? { item, answer: {}, names: [], values: [] } : null;
}

function updateOf(input: JsonObject, key: JsonObject, before: Image): Change | null {
  const { UpdateExpression: expression, ReturnValues: wanted } = input;
  const [whole, sets = '', removes = ''] = typeof expression === 'string' ? (UPDATE.exec(expression) ?? []) : [];
  if (whole === undefined || whole === '' || wanted !== 'ALL_NEW') return null;
  const names = objectAt(input, 'ExpressionAttributeNames');
  const values = objectAt(input, 'ExpressionAttributeValues');
  const set = sets.split(', ').flatMap((part) => (part === '' ? [] : [part.split(' = ')]));
  const removed = removes.split(', ').filter((alias) => alias !== '');
  const item: Record<string, JsonObject[string]> = { ...(before?.item ?? key) };
  const touched = [...set.map(([alias = '']) => alias), ...removed];
  const attributes = touched.map((alias) => names[alias]);
  // What is named twice, is part of a key or lies inside of an attribute is dynalite's to judge.
  if (new Set(attributes).size < attributes.length) return null;
  if (attributes.some((name) => typeof name !== 'string' || key[name] !== undefined)) return null;
  for (const [alias = '', value = ''] of set) {
    if (!isPlainValue(values[value])) return null;
    item[String(names[alias])] = values[value];
  }
  for (const alias of removed) delete item[String(names[alias])];
  return { item, answer: { Attributes: item }, names: touched, values: set.map(([, value = '']) => value) };
}

/** An index takes texts only, and none that is empty. */
function hasPlainIndexKeys(item: JsonObject, table: DynaliteTable): boolean {
  const isFlat = (table.LocalSecondaryIndexes ?? []).length === 0;
  const names = (table.GlobalSecondaryIndexes ?? []).flatMap(({ KeySchema }) => KeySchema);
  return isFlat && names.every(({ AttributeName: name }) => item[name] === undefined || textOfKey(item[name]) !== null);
}

export async function storeQuickly(
  store: DynaliteStore,
  table: DynaliteTable,
  key: JsonObject,
  before: Image,
  after: NonNullable<Image>,
): Promise<void> {
  const { puts, deletes } = db.getIndexActions(
    table.GlobalSecondaryIndexes ?? [],
    before?.item ?? null,
    after.item,
    table,
  );
  const under = (index: string) => `index-global~${table.TableName}~${index}~`;
  await store.db.batch([
    {
      type: 'put',
      key: `item-${table.TableName}~${db.createKey(key, table)}`,
      value: after.text,
      valueEncoding: 'utf8',
    },
    ...deletes.map((one) => ({ type: 'del' as const, key: `${under(one.index)}${one.key}` })),
    ...puts.map((one) => ({
      ...{ type: 'put' as const, key: `${under(one.index)}${one.key}` },
      ...{ value: JSON.stringify(one.item), valueEncoding: 'utf8' as const },
    })),
  ]);
}
