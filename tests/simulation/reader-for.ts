/** By which extractor a message of the pipeline's own is worked off. In: the message and the rows of objects. Out: its version. */
import { paddedSequencer } from '../../shared/core/change.ts';
import { EXTRACTOR } from '../../shared/core/extractor.ts';
import type { Item } from '../../shared/core/item.ts';
import { objectIdOf, objectKey } from '../../shared/core/keys.ts';
import { parseNotification } from '../../shared/core/notification.ts';
import { NEXT_VERSION } from './next-reader.ts';

interface Part {
  readonly body: string;
  /** Of whoever sent it. */
  readonly extractor: number;
}

/**
 * A file that is read once more for what is beside it is read by the extractor that has read it last: where the next one is rolled out, it has
 * done so everywhere in the end, and whoever is older leaves the message to it.
 */
export function readerFor({ body, extractor }: Part, rows: ReadonlyMap<string, Item>): number {
  const [change] = body.includes('"wirefold":') ? [] : parseNotification(body).changes;
  if (change === undefined) return extractor;
  const row = rows.get(objectKey(objectIdOf(change)).pk) ?? {};
  const sequencer = paddedSequencer(change.sequencer);
  const own = Object.entries(row).flatMap(([name, value]) => (name === 'revision' ? [String(value)] : [name.slice(4)]));
  const readBy = own.filter((one) => one.startsWith(`${sequencer}#`)).map((one) => Number(one.slice(41, 45)));
  return Math.max(EXTRACTOR.version, ...readBy.filter((version) => version <= NEXT_VERSION));
}
