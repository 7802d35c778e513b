/** An object in, how it is to be split out, whichever way it has to be read; null for a single document. Promise: a function of the bytes. */
import type { ObjectRef } from '../core/change.ts';
import { longFormat } from '../core/intake/containers/long-formats.ts';
import { LIMITS } from '../core/limits.ts';
import type { RawObjects, StoredObject } from './ports.ts';
import { type PortionSizes, type Split, splitOf } from './split.ts';
import { splitLong } from './split-long.ts';

export interface Splitting {
  readonly ref: ObjectRef;
  /** Of what is too long to be read whole the beginning only. */
  readonly object: StoredObject;
  /** Of the whole. */
  readonly size: number;
}

/** The same of what is still to be fetched; null also when it is gone. */
export async function splitObject(
  ref: ObjectRef,
  versionId: string | null,
  sizes: PortionSizes,
  objects: RawObjects,
): Promise<Split | null> {
  const head = await objects.slice(ref, versionId, 0, LIMITS.windowBytes + LIMITS.overhangBytes);
  if (head === null) return null;
  const isLong = head.size > LIMITS.objectBytes || longFormat(head.bytes, head.size) !== null;
  const object = isLong ? head : await objects.read(ref, versionId);
  return object === null ? null : anySplit({ ref, object, size: head.size }, sizes, objects);
}

/** Throws `Rejection` for a container that cannot be read at all. */
export async function anySplit(
  { ref, object, size }: Splitting,
  sizes: PortionSizes,
  objects: Pick<RawObjects, 'slice'>,
): Promise<Split | null> {
  return splitOf(object, size, ref.key, sizes) ?? splitLong(ref, object, size, sizes, objects);
}
