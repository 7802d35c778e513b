/** An object in, how it is to be split out, whichever way it has to be read; null for a single document. Promise: a function of the bytes. */
import type { ObjectRef } from '../core/change.ts';
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

/** Throws `Rejection` for a container that cannot be read at all. */
export async function anySplit(
  { ref, object, size }: Splitting,
  sizes: PortionSizes,
  objects: Pick<RawObjects, 'slice'>,
): Promise<Split | null> {
  return splitOf(object, size, ref.key, sizes) ?? splitLong(ref, object, size, sizes, objects);
}
