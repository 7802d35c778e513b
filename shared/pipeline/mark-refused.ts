/**
 * Refused uploads are marked in the bucket, so that they can be kept for a shorter time than others. In: the row that an upload got,
 * and what is known of the object. Promise: done again by every delivery, so a crash leaves no mark out; what a better extractor reads
 * after all loses its mark.
 */
import type { ObjectRef } from '../core/change.ts';
import { historyOf } from '../core/history.ts';
import type { Item } from '../core/item.ts';
import type { RowWrite } from '../core/object-row.ts';
import type { RefusedMarks } from './ports.ts';

/** `item`: the row as it is now; null when nobody could say. */
export async function markRefused(
  ref: ObjectRef,
  row: RowWrite,
  item: Item | null,
  marks: RefusedMarks,
): Promise<void> {
  const { versionId } = row.attributes;
  // A member of a container has no object of its own.
  if (typeof versionId !== 'string' || ref.member !== null) return;
  if (row.state === 'rejected') await marks.set(ref, versionId);
  else if (wasRefused(versionId, item)) await marks.clear(ref, versionId);
}

function wasRefused(versionId: string, item: Item | null): boolean {
  if (item === null) return false;
  return historyOf(item).some((entry) => entry.state === 'rejected' && entry.versionId === versionId);
}
