/**
 * The guards that the pipeline writes with. In: a write's condition and the item that is there. Out: whether it holds. Promise: what dynalite would
 * say; null for every other condition, and for values that it compares in another way than as texts or whole numbers.
 */
import { isObject, type Json, type JsonObject, objectAt } from '../json.ts';
import { isPlainValue } from './plain-value.ts';

const ABSENT = /^attribute_not_exists\((#\w{1,40})\)$/;
const NEWER = /^attribute_not_exists\((#\w{1,40})\) OR (#\w{1,40}) < (:\w{1,40})$/;
const EQUAL = /^(#\w{1,40}) = (:\w{1,40})$/;

export interface Guarded {
  readonly holds: boolean;
  /** Of the names and values that the call brings along: all others are its update's. */
  readonly names: readonly string[];
  readonly values: readonly string[];
}

export function quickCondition(input: JsonObject, there: JsonObject | null): Guarded | null {
  const { ConditionExpression: condition } = input;
  if (condition === undefined) return { holds: true, names: [], values: [] };
  if (typeof condition !== 'string') return null;
  const names = objectAt(input, 'ExpressionAttributeNames');
  const values = objectAt(input, 'ExpressionAttributeValues');
  const attributeOf = (alias: string): Json | undefined => there?.[String(names[alias])];
  const absent = ABSENT.exec(condition)?.[1];
  if (absent !== undefined) return { holds: attributeOf(absent) === undefined, names: [absent], values: [] };
  const [, missing, name = '', than = ''] = NEWER.exec(condition) ?? [];
  if (missing !== undefined && missing === name) {
    const holds = isLess(attributeOf(name), values[than]);
    return holds === null ? null : { holds, names: [name], values: [than] };
  }
  const [, equal, value = ''] = EQUAL.exec(condition) ?? [];
  if (equal === undefined) return null;
  const holds = isEqual(attributeOf(equal), values[value]);
  return holds === null ? null : { holds, names: [equal], values: [value] };
}

/** As DynamoDB orders texts: by their bytes in UTF-8 (dynalite goes by UTF-16, which differs beyond U+D7FF). What is not there is less than all. */
function isLess(one: Json | undefined, other: Json | undefined): boolean | null {
  const [a, b] = [textOf(one), textOf(other)];
  if (b === null) return null;
  if (one === undefined) return true;
  return a === null ? null : Buffer.compare(Buffer.from(a), Buffer.from(b)) < 0;
}

/** What is not there equals nothing. */
function isEqual(one: Json | undefined, other: Json | undefined): boolean | null {
  const [a, b] = [wholeOf(one), wholeOf(other)];
  if (b === null) return null;
  if (one === undefined) return false;
  return a === null ? null : a === b;
}

function textOf(value: Json | undefined): string | null {
  return isPlainValue(value) && isObject(value) && typeof value['S'] === 'string' ? value['S'] : null;
}

function wholeOf(value: Json | undefined): string | null {
  return isPlainValue(value) && isObject(value) && typeof value['N'] === 'string' ? value['N'] : null;
}
