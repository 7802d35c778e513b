/** Bytes of one file in, its record out; no store is touched. Throws `Rejection` for what cannot be read. */
import { assembleRecord } from '../core/assemble.ts';
import { type Hints, hintsFor, NO_HINTS, NO_PROFILE, type OutletProfile } from '../core/document.ts';
import type { Mapping } from '../core/intake/formats/mapping.ts';
import { openDocument } from '../core/intake/open.ts';
import type { ArticleRecord } from '../core/record.ts';
import type { Reader } from './ports.ts';

export interface FileFacts {
  /** As the user gave it; `-` is standard input. */
  readonly path: string;
  /** When the file was last written, ISO 8601 instant. */
  readonly modifiedAt: string;
  /** As HTTP gives them; hints only: the real format is found in the bytes. */
  readonly contentType?: string | null;
  readonly contentEncoding?: string | null;
  readonly hints?: Hints;
  readonly profile?: OutletProfile;
  readonly mapping?: Mapping | null;
}

export async function cleanBytes(bytes: Uint8Array, facts: FileFacts, reader: Reader): Promise<ArticleRecord> {
  const { path, modifiedAt, hints: given = NO_HINTS, profile = NO_PROFILE } = facts;
  const { contentType = null, contentEncoding = null, mapping = null } = facts;
  const document = openDocument(bytes, { contentType, contentEncoding, name: path, mapping });
  const hints = hintsFor(document, given);
  const article = await reader.read(document, hints, profile);
  const place = { bucket: null, key: path, path, member: null, versionId: null, etag: null };
  return assembleRecord(article, hints, { ...place, document, ingestedAt: modifiedAt, storedAt: modifiedAt });
}
