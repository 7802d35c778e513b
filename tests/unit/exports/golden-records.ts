/** Records of all golden pages, as `wirefold clean` would give them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readDocument } from '../../../shared/core/article.ts';
import { assembleRecord } from '../../../shared/core/assemble.ts';
import { NO_HINTS, NO_PROFILE } from '../../../shared/core/document.ts';
import { openDocument } from '../../../shared/core/intake/open.ts';
import type { ArticleRecord } from '../../../shared/core/record.ts';

const PAGES = path.resolve(import.meta.dirname, '../../pages');
const AT = '2026-01-01T00:00:00.000Z';

export function goldenRecords(): readonly ArticleRecord[] {
  const folders = readdirSync(PAGES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.map(({ name }) => recordOf(name));
}

function recordOf(name: string): ArticleRecord {
  const html = path.join(PAGES, name, 'source.html');
  const file = existsSync(html) ? html : path.join(PAGES, name, 'source.txt');
  const document = openDocument(readFileSync(file), { contentType: null, contentEncoding: null, name: file });
  const { article } = readDocument(document, NO_HINTS, NO_PROFILE);
  const place = { bucket: null, key: name, path: name, member: null, versionId: null, etag: null };
  return assembleRecord(article, NO_HINTS, { ...place, document, ingestedAt: AT, storedAt: AT });
}
