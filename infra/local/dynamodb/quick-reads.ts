/**
 * Reads whose keys are texts and that ask for whole items, which are all that the pipeline makes. In: a call. Out: its answer as text; null
 * where dynalite has to look. Promise: what dynalite would answer; but a batch asks for its table once and for its keys together, and no
 * item is parsed: dynalite's way is half of what a list costs here.
 */
import db from 'dynalite/db/index.js';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { LOCAL_LIMITS } from '../limits.ts';
import { isQuickKey } from './quick-key.ts';
import { quickQuery } from './quick-query.ts';

/** What else a call may ask for is dynalite's. */
const PLAIN: readonly string[] = ['TableName', 'Key', 'Keys', 'ConsistentRead'];
/** Keys that DynamoDB takes in one batch. */
const BATCH_KEYS = 100;

export type FindTable = (name: Json | undefined) => Promise<DynaliteTable | null>;

export async function quickRead(
  store: DynaliteStore,
  find: FindTable,
  operation: string,
  input: JsonObject,
): Promise<string | null> {
  if (operation === 'BatchGetItem') return batchText(store, find, input);
  if (operation !== 'GetItem' && operation !== 'Query') return null;
  if (!isFlag(input['ConsistentRead'])) return null;
  const table = await find(input['TableName']);
  if (table === null) return null;
  return operation === 'Query' ? quickQuery(store, table, input) : itemText(store, table, input);
}

function itemText(store: DynaliteStore, table: DynaliteTable, input: JsonObject): string | null {
  const key = input['Key'];
  if (!isPlain(input) || !isQuickKey(key, table)) return null;
  // A trip to another thread would take longer than the look, which memory mostly answers.
  const text = store.db.getSync(placeOf(key, table), { valueEncoding: 'utf8' });
  return text === undefined ? '{}' : `{"Item":${text}}`;
}

async function batchText(store: DynaliteStore, find: FindTable, input: JsonObject): Promise<string | null> {
  const { RequestItems: tables, ...more } = input;
  if (!isObject(tables) || Object.keys(more).length > 0) return null;
  const [name, ...others] = Object.keys(tables);
  const asked = tables[name ?? ''];
  const table = name === undefined || others.length > 0 ? null : await find(name);
  if (table === null || !isObject(asked) || !isPlain(asked) || !isFlag(asked['ConsistentRead'])) return null;
  const keys = asked['Keys'];
  if (!Array.isArray(keys) || keys.length === 0 || keys.length > BATCH_KEYS) return null;
  if (!keys.every((key) => isQuickKey(key, table))) return null;
  const places = keys.map((key) => placeOf(key, table));
  if (new Set(places).size < places.length) return null;
  const texts = await store.db.getMany(places, { valueEncoding: 'utf8' });
  const most = readable(texts);
  // DynamoDB promises no order, so nobody shall come to rely on one.
  const items = texts
    .slice(0, most)
    .flatMap((text) => text ?? [])
    .reverse();
  const left = most < keys.length ? { [table.TableName]: { ...asked, Keys: keys.slice(most) } } : {};
  const found = `{${JSON.stringify(table.TableName)}:[${items.join(',')}]}`;
  return `{"Responses":${found},"UnprocessedKeys":${JSON.stringify(left)}}`;
}

function readable(texts: readonly (string | undefined)[]): number {
  let bytes = 0;
  const over = texts.findIndex((text = '') => {
    bytes += text.length;
    return bytes > LOCAL_LIMITS.batchBytes;
  });
  return over < 0 ? texts.length : over;
}

function isPlain(input: JsonObject): boolean {
  return Object.keys(input).every((name) => PLAIN.includes(name));
}

function isFlag(value: Json | undefined): boolean {
  return value === undefined || typeof value === 'boolean';
}

/** As dynalite names it in its files. */
export function placeOf(key: JsonObject, table: DynaliteTable): string {
  return `item-${table.TableName}~${db.createKey(key, table)}`;
}
