/**
 * A record in, the place of its packed form out. Promise: an item never outgrows the table; a large one goes to the bucket first, and
 * before that a note of whose text it is, so that a take-down finds it also when nobody lives to write its row.
 */
import { createHash } from 'node:crypto';
import { bodiesPrefix } from '../core/keys.ts';
import type { PackedPlace } from '../core/object-row.ts';
import { placedKey } from '../core/operating-keys.ts';
import { packRecord, unpackRecord } from '../core/packed.ts';
import type { ArticleRecord } from '../core/record.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import type { Bodies, Table } from './ports.ts';

export interface PlacingPorts {
  readonly bodies: Bodies;
  readonly table: Pick<Table, 'put'>;
}

/** Named by content, so that writing it twice, or for a row that is then refused as older, does no harm. `textId`: its distinct text. */
export async function placeRecord(
  record: ArticleRecord,
  textId: string,
  { bodies, table }: PlacingPorts,
): Promise<PackedPlace> {
  const packed = packRecord(record);
  if (packed.length <= (bodies.over ?? STORE_LIMITS.packedBytes)) return { packed };
  const packedAt = `${bodiesPrefix(record.id, textId)}${createHash('sha256').update(packed).digest('hex')}`;
  await table.put(placedKey(textId, record.id), null);
  await bodies.put(packedAt, packed);
  return { packedAt };
}

export interface Placed {
  readonly packed?: Uint8Array | undefined;
  readonly packedAt?: string | undefined;
}

/** Throws when the place is empty: the row said that something is there. */
export async function fetchRecord(placed: Placed, bodies: Pick<Bodies, 'get'>): Promise<ArticleRecord> {
  const packed = placed.packed ?? (placed.packedAt === undefined ? null : await bodies.get(placed.packedAt));
  if (packed === null) throw new Error(`The packed record ${placed.packedAt ?? ''} is missing.`);
  return unpackRecord(packed);
}
