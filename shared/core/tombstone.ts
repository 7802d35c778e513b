/**
 * What is left of what was taken down: who is meant, when and why, and not a word of it. In: the table's items. Out: whether an
 * upload is held back. Promise: a function of the tombstones alone, so that it does not matter who came first.
 */
import { z } from 'zod';
import type { Attributes, Item } from './item.ts';

export const Tombstone = z.object({
  /** Id of an article, or of a distinct text, which is a hash of its words. */
  name: z.string(),
  kind: z.enum(['article', 'text']),
  /** When it was decided, ISO 8601 instant: of two decisions the later one counts. */
  at: z.string(),
  reason: z.string(),
  /** Of an article: the texts that it has had. Of a text: nothing. */
  texts: z.array(z.string()),
  /** Of a text: the articles for whose sake it is down. */
  articles: z.array(z.string()),
  /** Of a text: articles that carried it before, and were left alone. */
  spares: z.array(z.string()),
  /** Set when the decision was taken back. */
  lifted: z.object({ at: z.string(), reason: z.string() }).nullable(),
  /** When what it says now was decided. Whoever decided last is believed, whoever writes last. */
  revision: z.string(),
});
export type Tombstone = z.infer<typeof Tombstone>;

export function tombstone(item: Item | null): Tombstone | null {
  return item === null ? null : Tombstone.parse(item);
}

export function tombstoneAttributes(stone: Tombstone): Attributes {
  return { ...stone };
}

/** The instant, or just after the latest decision: a clock that goes backwards must not make an older one win. */
export function decidedAfter(at: string, stones: readonly (Tombstone | null)[]): string {
  const last = stones.reduce(
    (latest, stone) => (stone !== null && stone.revision > latest ? stone.revision : latest),
    '',
  );
  return last < at ? at : new Date(Date.parse(last) + 1).toISOString();
}

/** One reading of one upload, by the names that a take-down may mean. */
export interface Named {
  readonly articleId: string;
  /** Null in rows of before texts were remembered. */
  readonly text: string | null;
}

export type Tombstones = ReadonlyMap<string, Tombstone>;

/** The tombstone that holds it back; that of the article, when there are two. Null: it may stay. */
export function holder({ articleId, text }: Named, stones: Tombstones): Tombstone | null {
  const own = stones.get(articleId) ?? null;
  if (own !== null && own.lifted === null) return own;
  const same = text === null ? null : (stones.get(text) ?? null);
  return same === null || same.lifted !== null || same.spares.includes(articleId) ? null : same;
}
