/** A record in, a short name of its content out. Promise: the name changes exactly when the record says something else. */
import { Article, type ArticleRecord } from './record.ts';
import { shortHash } from './short-hash.ts';

/** How sure we are, and why, is no content; nor is where the bytes came from, or what other articles say. */
const NO_CONTENT: readonly string[] = ['evidence', 'languageConfidence'];
const FIELDS = Object.keys(Article.shape).filter((name) => !NO_CONTENT.includes(name));

export function digestOf(record: ArticleRecord): string {
  const content = new Map<string, unknown>(Object.entries(record));
  const { identity, status, embargoedUntil, expires } = record;
  return shortHash(
    JSON.stringify([identity, status, embargoedUntil, expires, FIELDS.map((name) => content.get(name))]),
  );
}
