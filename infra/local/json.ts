/** Unknown JSON in, typed pieces out. A value of the wrong shape is an error that names where it was, never a cast. */

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json | undefined;
}

export function parseJson(text: string): Json {
  return JSON.parse(text);
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** Absent counts as empty; anything but an object is an error. */
export function objectAt(from: JsonObject, name: string): JsonObject {
  const value = from[name] ?? {};
  if (!isObject(value)) throw new TypeError(`${name} is not an object`);
  return value;
}

/** Absent counts as empty; anything but a list is an error. */
export function listAt(from: JsonObject, name: string): readonly Json[] {
  const value = from[name] ?? [];
  if (!isList(value)) throw new TypeError(`${name} is not a list`);
  return value;
}

export function objectsAt(from: JsonObject, name: string): readonly JsonObject[] {
  return listAt(from, name).map((value) => {
    if (!isObject(value)) throw new TypeError(`${name} holds something that is not an object`);
    return value;
  });
}

export function textAt(from: JsonObject, name: string): string {
  const value = from[name];
  if (typeof value !== 'string') throw new TypeError(`${name} is not a text`);
  return value;
}

export function optionalText(from: JsonObject, name: string): string | null {
  return from[name] === undefined || from[name] === null ? null : textAt(from, name);
}

/** Numbers may come as text, as CloudFormation allows. */
export function numberAt(from: JsonObject, name: string, absent: number): number {
  const value = from[name] ?? absent;
  const number = typeof value === 'string' ? Number(value) : value;
  if (typeof number !== 'number' || Number.isNaN(number)) throw new TypeError(`${name} is not a number`);
  return number;
}
