/** A record in, compressed bytes out, and back. Promise: lossless, and the same record always gives the same bytes. */
import { deflateSync, gunzipSync, inflateSync } from 'node:zlib';
import { upgradedRecord } from './migrations/upgrade.ts';
import { ArticleRecord } from './record.ts';
import { STORE_LIMITS } from './store-limits.ts';
import { RECORD_DICTIONARY } from './tables/record-dictionary.ts';

/** How what was packed before there was a dictionary begins. */
const GZIP = 0x1f;

export function packRecord(record: ArticleRecord): Uint8Array {
  return new Uint8Array(deflateSync(JSON.stringify(record), { level: 9, dictionary: RECORD_DICTIONARY }));
}

/** Rows outlive the code that wrote them, so what comes back is brought up to date and checked like any other input. Throws when it is no record. */
export function unpackRecord(packed: Uint8Array): ArticleRecord {
  const most = { maxOutputLength: STORE_LIMITS.unpackedBytes };
  const isOlder = packed[0] === GZIP;
  const json = isOlder ? gunzipSync(packed, most) : inflateSync(packed, { ...most, dictionary: RECORD_DICTIONARY });
  const record: unknown = JSON.parse(json.toString('utf8'));
  return ArticleRecord.parse(isObject(record) ? upgradedRecord(record) : record);
}

/** Of any schema. */
function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
