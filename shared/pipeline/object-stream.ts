/**
 * An object of any size, read from its front through whatever it is packed in. In: which version. Out: its facts, and what it unpacks to.
 * Promise: it is asked for by ranges, so nothing but a few of its pieces is in memory.
 */
import type { ObjectRef } from '../core/change.ts';
import type { Packing } from '../core/intake/unpacker.ts';
import { LIMITS } from '../core/limits.ts';
import { type Front, frontOf, unpacked } from './front.ts';
import type { ObjectSlice, RawObjects } from './ports.ts';

export interface ObjectStream {
  /** Its first piece. */
  readonly object: ObjectSlice;
  readonly front: Front;
  /** To be called at the end, however it comes. */
  readonly close: () => Promise<void>;
}

type Objects = Pick<RawObjects, 'slice'>;

/** `packing`: null for one that is not packed. Null when it is gone. */
export async function openStream(
  ref: ObjectRef,
  versionId: string | null,
  packing: Packing | null,
  objects: Objects,
): Promise<ObjectStream | null> {
  const object = await objects.slice(ref, versionId, 0, LIMITS.pieceBytes);
  if (object === null) return null;
  const raw = piecesOf(ref, versionId, object, objects);
  const pieces = packing === null ? raw : unpacked(raw, packing, object.bytes);
  const close = async () => {
    await pieces.return(undefined);
    await raw.return(undefined);
  };
  return { object, front: frontOf(pieces, packing ?? 'gzip'), close };
}

async function* piecesOf(
  ref: ObjectRef,
  versionId: string | null,
  first: ObjectSlice,
  objects: Objects,
): AsyncGenerator<Uint8Array> {
  yield first.bytes;
  for (let at = first.bytes.length; at < first.size; ) {
    const piece = await objects.slice(ref, versionId, at, at + LIMITS.pieceBytes);
    // The queue tries again, and then finds it gone or other than its message says.
    if (piece === null || piece.etag !== first.etag || piece.bytes.length === 0)
      throw new Error('The object was replaced or removed while it was read');
    at += piece.bytes.length;
    yield piece.bytes;
  }
}
