/** A record in, compressed bytes out, and back. Promise: lossless, and the same record always gives the same bytes. */
import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { upgradedRecord } from './migrations/upgrade.ts';
import { ArticleRecord } from './record.ts';
import { STORE_LIMITS } from './store-limits.ts';

/** Of any schema. */
const AnyRecord = z.record(z.string(), z.unknown());

export function packRecord(record: ArticleRecord): Uint8Array {
  return new Uint8Array(gzipSync(JSON.stringify(record), { level: 9 }));
}

/** Rows outlive the code that wrote them, so what comes back is brought up to date and checked like any other input. Throws when it is no record. */
export function unpackRecord(packed: Uint8Array): ArticleRecord {
  const json = gunzipSync(packed, { maxOutputLength: STORE_LIMITS.unpackedBytes }).toString('utf8');
  return ArticleRecord.parse(upgradedRecord(AnyRecord.parse(JSON.parse(json))));
}
