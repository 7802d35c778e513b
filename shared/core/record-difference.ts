/** Two records of the same bytes. Out: the fields in which they differ. Promise: which code made them is no difference. */
import { isDeepStrictEqual } from 'node:util';
import type { ArticleRecord } from './record.ts';

const MAKING: readonly string[] = ['extractor', 'schema'];
/** Of these, what is inside says more than the name: `published.utc`. */
const OPENED: readonly string[] = ['published', 'publisher', 'identity', 'sortDate', 'effectiveDate', 'source'];

/** Names in the order of the record. */
export function changedFields(before: ArticleRecord, after: ArticleRecord): readonly string[] {
  return differing({ ...before }, { ...after }).flatMap((name) => {
    if (MAKING.includes(name)) return [];
    const [old, young] = [part(before, name), part(after, name)];
    if (!OPENED.includes(name) || old === null || young === null) return [name];
    return differing(old, young).map((inner) => `${name}.${inner}`);
  });
}

type Fields = Readonly<Record<string, unknown>>;

function differing(before: Fields, after: Fields): readonly string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => !isDeepStrictEqual(before[name], after[name]));
}

function part(record: ArticleRecord, name: string): Fields | null {
  const value: unknown = Object.entries(record).find(([field]) => field === name)?.[1];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
}
