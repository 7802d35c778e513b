/** A whole record, for tests of what is done with one. In: what the test is about. Out: a record that the schema accepts. */
import { assembleRecord } from '../core/assemble.ts';
import { NO_HINTS } from '../core/document.ts';
import type { ArticleRecord } from '../core/record.ts';
import { anArticle } from './builders.ts';

const DOCUMENT = { bytes: 100, mediaType: 'text/plain', charset: 'utf-8', charsetBasis: 'utf-8-valid' } as const;
const AT = '2026-01-01T00:00:00.000Z';

/** `aRecord({ headline: 'Harbour opens' })`: stored on 2026-01-01 from `incoming/article.txt`. */
export function aRecord(given: Partial<ArticleRecord> = {}): ArticleRecord {
  const key = 'incoming/article.txt';
  const place = { bucket: 'wirefold-test', key, path: null, member: null, versionId: 'v1', etag: null };
  const facts = { ...place, ingestedAt: AT, storedAt: AT, document: DOCUMENT };
  return { ...assembleRecord(anArticle(), NO_HINTS, facts), ...given };
}
