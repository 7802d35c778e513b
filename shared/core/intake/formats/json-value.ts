/** Values of JSON in, text out, whatever shape a tool gave them. Promise: bounded lists, never a number or an object shown as text by accident. */
import { isObject, type Json, type JsonObject, listOf } from '../../html/json.ts';
import { collapsed } from './markup-tree.ts';

/** More authors or keywords than this are a list of something else. */
const MOST_VALUES = 50;

/** `first.second` //=> what stands there; a step into a list takes its first entry. */
export function at(object: JsonObject, path: string): Json | undefined {
  let value: Json | undefined = object;
  for (const step of path.split('.')) {
    const inner: Json | undefined = Array.isArray(value) ? listOf(value)[0] : value;
    if (!isObject(inner)) return undefined;
    value = inner[step];
  }
  return value;
}

/** A string itself, or the name or value of an object. */
export function word(value: Json | undefined): string {
  if (typeof value === 'string') return collapsed(value);
  if (!isObject(value)) return '';
  for (const key of ['name', 'value', 'title', 'url', 'href']) {
    const inner = value[key];
    if (typeof inner === 'string' && inner.trim() !== '') return collapsed(inner);
  }
  return '';
}

export function words(value: Json | undefined): readonly string[] {
  return listOf(value)
    .slice(0, MOST_VALUES)
    .map(word)
    .filter((text) => text !== '');
}

/** Text with its line breaks. */
export function longText(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}
