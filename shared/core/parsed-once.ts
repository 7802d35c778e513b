/**
 * Items of the table in, what they say out, checked. Promise: an item is checked once, however often it is asked what it says: items are
 * never changed, so what was found once stays true. Whoever works on a row asks it five times.
 */
import type { z } from 'zod';

export interface ParsedOnce<T> {
  /** Throws what the schema throws, each time. */
  parse(item: Readonly<Record<string, unknown>>): T;
}

/** What comes out is shared: nobody changes it. */
export function parsedOnce<T extends object>(schema: z.ZodType<T>): ParsedOnce<T> {
  const known = new WeakMap<Readonly<Record<string, unknown>>, T>();
  return {
    parse(item) {
      const before = known.get(item);
      if (before !== undefined) return before;
      const parsed = schema.parse(item);
      known.set(item, parsed);
      return parsed;
    },
  };
}
