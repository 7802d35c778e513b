/** An object in, how it is to be split out, whichever way it has to be read; null for a single document. Promise: a function of the bytes. */
import type { ObjectRef } from '../core/change.ts';
import { LIMITS } from '../core/limits.ts';
import { Rejection } from '../core/rejection.ts';
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
  const object = await objects.read(ref, versionId).catch(orTooLarge);
  if (object === null) return null;
  if (!(object instanceof Rejection)) return anySplit({ ref, object, size: object.bytes.length }, sizes, objects);
  const head = await objects.slice(ref, versionId, 0, LIMITS.windowBytes + LIMITS.overhangBytes);
  return head === null ? null : anySplit({ ref, object: head, size: head.size }, sizes, objects);
}

/** What is larger than any document may be a container all the same. */
export function orTooLarge(error: unknown): Rejection {
  if (error instanceof Rejection && error.code === 'document.too-large') return error;
  throw error;
}

/** Throws `Rejection` for a container that cannot be read at all. */
export async function anySplit(
  { ref, object, size }: Splitting,
  sizes: PortionSizes,
  objects: Pick<RawObjects, 'slice'>,
): Promise<Split | null> {
  return splitOf(object, size, ref.key, sizes) ?? splitLong(ref, object, size, sizes, objects);
}
