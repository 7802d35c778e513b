/**
 * Items by their keys. In: a call that dynalite has checked. Out: the answer. Promise: what dynalite would answer, except that a batch asks
 * for its table once and for its keys together; dynalite does both for each key, which is half of what a list costs here.
 */
import db from 'dynalite/db/index.js';
import { isObject, type JsonObject, objectAt, objectsAt, parseJson, textAt } from '../json.ts';
import { LOCAL_LIMITS } from '../limits.ts';

/** What else a call may ask for is dynalite's. */
const PLAIN: readonly string[] = ['TableName', 'Key', 'Keys', 'ConsistentRead'];

export function isPlainRead(operation: string, input: JsonObject): boolean {
  if (operation === 'GetItem') return isPlain(input);
  if (operation !== 'BatchGetItem') return false;
  const { RequestItems: tables, ...more } = input;
  return isPlain(more) && isObject(tables) && Object.values(tables).every((one) => isObject(one) && isPlain(one));
}

function isPlain(input: JsonObject): boolean {
  return Object.keys(input).every((name) => PLAIN.includes(name));
}

export async function readItems(store: DynaliteStore, operation: string, input: JsonObject): Promise<JsonObject> {
  if (operation === 'GetItem') {
    const [text] = await textsOf(store, textAt(input, 'TableName'), [objectAt(input, 'Key')]);
    return text === undefined ? {} : { Item: parseJson(text) };
  }
  const tables = objectAt(input, 'RequestItems');
  const answers = Object.keys(tables).map(async (name) => batchOf(store, name, objectAt(tables, name)));
  const read = await Promise.all(answers);
  return {
    Responses: Object.fromEntries(read.map(({ name, items }) => [name, items])),
    UnprocessedKeys: Object.fromEntries(read.flatMap(({ name, left }) => (left === null ? [] : [[name, left]]))),
  };
}

async function batchOf(store: DynaliteStore, name: string, asked: JsonObject) {
  const keys = objectsAt(asked, 'Keys');
  const texts = await textsOf(store, name, keys);
  let bytes = 0;
  const most = texts.findIndex((text = '') => {
    bytes += text.length;
    return bytes > LOCAL_LIMITS.batchBytes;
  });
  const read = most < 0 ? texts : texts.slice(0, most);
  // DynamoDB promises no order, so nobody shall come to rely on one.
  const items = read.flatMap((text) => (text === undefined ? [] : [parseJson(text)])).reverse();
  return { name, items, left: most < 0 ? null : { ...asked, Keys: keys.slice(most) } };
}

async function textsOf(store: DynaliteStore, name: string, keys: readonly JsonObject[]) {
  const table = await tableOf(store, name);
  const places = keys.map((key) => {
    const refusal = db.validateKey(key, table);
    if (refusal) throw refusal;
    return `item-${name}~${db.createKey(key, table)}`;
  });
  return store.db.getMany(places, { valueEncoding: 'utf8' });
}

function tableOf(store: DynaliteStore, name: string): Promise<DynaliteTable> {
  return new Promise((resolve, reject) => {
    store.getTable(name, (error, table) => (error || table === undefined ? reject(error) : resolve(table)));
  });
}
