/** Keys that need no long look. In: JSON. Out: whether it is a key of the table, all texts. Promise: nothing that dynalite would refuse passes. */
import db from 'dynalite/db/index.js';
import { isObject, type Json, type JsonObject } from '../json.ts';

/** Keys that are longer than ours ever are, dynalite has to judge. */
const KEY_CHARS = 300;

/** `{ S: 'art#x' }` //=> `art#x`; null for an empty text, and for what is none. */
export function textOfKey(value: Json | undefined): string | null {
  if (!isObject(value)) return null;
  const { S: text, ...more } = value;
  const isText = typeof text === 'string' && text !== '' && text.length <= KEY_CHARS;
  return isText && Object.keys(more).length === 0 ? text : null;
}

export function isQuickKey(key: Json | undefined, table: DynaliteTable): key is JsonObject {
  if (!isObject(key)) return false;
  const isText = Object.values(key).every((value) => textOfKey(value) !== null);
  return isText && !db.validateKey(key, table);
}
