/** A function's answer to a batch in, the identifiers that failed out. */
import { isList, isObject, type Json } from '../json.ts';

/** Null means the whole batch failed: the answer cannot be read or names an item that was not sent, as Lambda treats it. */
export function failedItems(answer: Json, identifiers: readonly string[]): readonly string[] | null {
  if (!isObject(answer)) return [];
  const failures = answer['batchItemFailures'] ?? [];
  if (!isList(failures)) return null;
  const failed = failures.map((item) => (isObject(item) ? item['itemIdentifier'] : undefined));
  const known = failed.filter((id): id is string => typeof id === 'string' && identifiers.includes(id));
  return known.length === failed.length ? known : null;
}
