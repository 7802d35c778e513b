/** A record in, a short name of its content out. Promise: the name changes exactly when the record says something else. */
import { Article, type ArticleRecord } from './record.ts';
import { shortHash } from './short-hash.ts';

/** How sure we are, and why, is no content; nor is where the bytes came from, or what other articles say. */
const NO_CONTENT: readonly string[] = ['evidence', 'languageConfidence'];
/** Named only where there is one: a record without must have the name that it had before records knew of them. */
const AGENCY: readonly string[] = ['advisory', 'slugline', 'replaces'];
const FIELDS = Object.keys(Article.shape).filter((name) => !NO_CONTENT.includes(name) && !AGENCY.includes(name));

export function digestOf(record: ArticleRecord): string {
  const content = new Map<string, unknown>(Object.entries(record));
  const { identity, status, embargoedUntil, expires } = record;
  const said = AGENCY.map((name) => content.get(name) ?? null);
  return shortHash(
    JSON.stringify([
      ...[identity, status, embargoedUntil, expires, FIELDS.map((name) => content.get(name))],
      ...(said.every((value) => value === null) ? [] : [said]),
    ]),
  );
}
