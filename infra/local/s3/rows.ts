/** Database rows in, versions of objects out. */
import { createHash } from 'node:crypto';
import { numberOf, type Row, textOf, textOrNull } from '../database.ts';
import { isObject, type JsonObject, objectAt, parseJson } from '../json.ts';
import type { ObjectFacts, Version } from './types.ts';

/** What S3 reports as the ETag of a delete marker. */
export const emptyMd5 = createHash('md5').digest('hex');

export function readVersion(row: Row): Version {
  return {
    ...readFacts(textOf(row, 'facts')),
    bucket: textOf(row, 'bucket'),
    key: textOf(row, 'key'),
    versionId: textOf(row, 'version_id'),
    isMarker: numberOf(row, 'is_marker') === 1,
    isLatest: numberOf(row, 'is_latest') === 1,
    blob: textOrNull(row, 'blob'),
    bytes: numberOf(row, 'bytes'),
    etag: textOf(row, 'etag'),
    lastModified: textOf(row, 'last_modified'),
  };
}

export function readFacts(text: string): ObjectFacts {
  const value = parseJson(text);
  if (!isObject(value)) throw new TypeError('the facts of an object are not an object');
  const [headers, metadata] = [texts(value, 'headers'), texts(value, 'metadata')];
  return { headers, metadata, checksums: texts(value, 'checksums'), tags: texts(value, 'tags') };
}

function texts(value: JsonObject, name: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(objectAt(value, name)).map(([key, entry]) => [key, String(entry)]));
}
