/**
 * One stretch of a partition. In: a query as the SDK's callers write it: one partition, the beginning of its sort keys or what lies below
 * one, a limit. Out: the answer as text. Promise: what dynalite would answer, for a fifth of the work, since the text of the items is
 * passed on as it was stored; null for every other query, and for what may have to be refused.
 */
import db from 'dynalite/db/index.js';
import { isObject, type Json, type JsonObject, objectAt, parseJson } from '../json.ts';
import { LOCAL_LIMITS } from '../limits.ts';
import { isQuickKey, textOfKey } from './quick-key.ts';

const KNOWN: readonly string[] = [
  ...['TableName', 'IndexName', 'ConsistentRead', 'KeyConditionExpression', 'ExpressionAttributeNames'],
  ...['ExpressionAttributeValues', 'ScanIndexForward', 'Limit', 'ExclusiveStartKey'],
];
const CONDITION =
  /^(#\w{1,40}) = (:\w{1,40})(?: AND (?:begins_with\((#\w{1,40}), (:\w{1,40})\)|(#\w{1,40}) < (:\w{1,40})))?$/;
/** An answer ends at a megabyte, of three bytes for each character at most; where that may be near, dynalite counts. */
const MOST_CHARS = 330_000;

/** The partition, and what is asked of its sort keys. */
interface Asked {
  readonly partition: string;
  readonly prefix: string | null;
  readonly below: string | null;
}

export async function quickQuery(
  store: DynaliteStore,
  table: DynaliteTable,
  input: JsonObject,
): Promise<string | null> {
  const { IndexName: index, Limit: limit, ScanIndexForward: forward = true } = input;
  const schema = index === undefined ? table.KeySchema : indexSchema(table, input);
  const asked = schema === null ? null : askedOf(input, schema);
  if (schema === null || asked === null || typeof limit !== 'number' || !Number.isInteger(limit) || limit < 1)
    return null;
  const range = rangeOf(asked, input, table);
  if (range === null || typeof forward !== 'boolean') return null;
  const under = index === undefined ? `item-${table.TableName}~` : `index-global~${table.TableName}~${String(index)}~`;
  const { from, lt } = range;
  const bounds = { [range.isBehind ? 'gt' : 'gte']: `${under}${from}`, lt: `${under}${lt}` };
  const values = store.db.values({ ...bounds, reverse: !forward, limit, valueEncoding: 'utf8' });
  const texts = await textsIn(values, limit);
  return texts === null ? null : answerOf(texts, limit, [...table.KeySchema, ...(index === undefined ? [] : schema)]);
}

/** Null when they may be more than one answer holds. */
async function textsIn(values: DynaliteValues<string>, most: number): Promise<readonly string[] | null> {
  const texts: string[] = [];
  try {
    for (let chars = 0; chars <= MOST_CHARS; ) {
      const some = await values.nextv(LOCAL_LIMITS.valuesAtOnce);
      texts.push(...some);
      if (some.length === 0 || texts.length === most) return texts;
      chars += some.reduce((sum, text) => sum + text.length, 0);
    }
    return null;
  } finally {
    await values.close();
  }
}

function answerOf(texts: readonly string[], limit: number, schema: readonly DynaliteKeyPart[]): string {
  const last = texts.length < limit ? undefined : texts.at(-1);
  const from = last === undefined ? '' : `"LastEvaluatedKey":${keyText(last, schema)},`;
  return `{"ScannedCount":${texts.length},${from}"Count":${texts.length},"Items":[${texts.join(',')}]}`;
}

function keyText(text: string, schema: readonly DynaliteKeyPart[]): string {
  const item = parseJson(text);
  const names = schema.map(({ AttributeName }) => AttributeName);
  return JSON.stringify(isObject(item) ? Object.fromEntries(names.map((name) => [name, item[name]])) : {});
}

function indexSchema(
  table: DynaliteTable,
  { IndexName, ConsistentRead }: JsonObject,
): readonly DynaliteKeyPart[] | null {
  if (ConsistentRead === true) return null;
  return table.GlobalSecondaryIndexes?.find((one) => one.IndexName === IndexName)?.KeySchema ?? null;
}

function askedOf(input: JsonObject, schema: readonly DynaliteKeyPart[]): Asked | null {
  const [, hash = '', value = '', begins, prefix, less, below] =
    CONDITION.exec(String(input['KeyConditionExpression'])) ?? [];
  if (hash === '' || Object.keys(input).some((name) => !KNOWN.includes(name))) return null;
  const names = objectAt(input, 'ExpressionAttributeNames');
  const values = objectAt(input, 'ExpressionAttributeValues');
  const parts = begins === undefined && less === undefined ? 1 : 2;
  const isWhole = Object.keys(names).length === parts && Object.keys(values).length === parts;
  const [first, second] = schema.map(({ AttributeName }) => AttributeName);
  const sortName = begins ?? less;
  if (!isWhole || names[hash] !== first || (sortName !== undefined && names[sortName] !== second)) return null;
  const textAt = (name: string | undefined) => (name === undefined ? null : textOfKey(values[name]));
  const [partition, beginning, bound] = [textAt(value), textAt(prefix), textAt(below)];
  const isMissing =
    partition === null || (begins !== undefined && beginning === null) || (less !== undefined && bound === null);
  return isMissing ? null : { partition, prefix: beginning, below: bound };
}

/** From `from` on, or behind it, up to `lt`. */
interface Stretch {
  readonly from: string;
  readonly isBehind: boolean;
  readonly lt: string;
}

/** As dynalite lays keys out: the partition's hash, then the sort key in hexadecimal. */
function rangeOf(asked: Asked, input: JsonObject, table: DynaliteTable): Stretch | null {
  const { partition, prefix, below } = asked;
  const base = `${db.hashPrefix(partition, 'S')}/${db.toRangeStr(partition, 'S')}/`;
  const begin = prefix === null ? base : `${base}${db.toRangeStr(prefix, 'S')}`;
  const from = prefix === null ? base : `${begin}/`;
  const lt = below === null ? `${begin}~` : `${base}${db.toRangeStr(below, 'S')}/`;
  const start = input['ExclusiveStartKey'];
  if (start === undefined) return { from, isBehind: false, lt };
  const key = startKey(start, asked, table);
  if (key === null || input['IndexName'] !== undefined) return null;
  return input['ScanIndexForward'] === false ? { from, isBehind: false, lt: key } : { from: key, isBehind: true, lt };
}

/** Null for one that lies outside of what is asked: dynalite refuses it. */
function startKey(start: Json, { partition, prefix, below }: Asked, table: DynaliteTable): string | null {
  if (below !== null || !isQuickKey(start, table)) return null;
  const [hash, sort] = table.KeySchema.map(({ AttributeName }) => textOfKey(start[AttributeName]));
  const isWithin = hash === partition && (sort ?? '').startsWith(prefix ?? '');
  return isWithin ? db.createKey(start, table) : null;
}
