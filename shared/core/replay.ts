/**
 * An object's row in, the message that has its object read again out. Promise: it is the notification that the row was made from,
 * with the same version and the same sequencer, so it can only make the same row again, by whichever extractor reads it: a newer
 * upload stays, a removal stays, and nothing is published anew.
 */
import { historyName, historyOf, revisionOf, sequencerOf } from './history.ts';
import type { Item } from './item.ts';
import { ObjectRow } from './object-row.ts';
import { encodeKey } from './s3-key.ts';

/** Null for an object that was removed or taken down: there is nothing to read, or nothing that may be read. */
export function replayMessage(item: Item): string | null {
  const row = ObjectRow.parse(item);
  if (row.state === 'removed' || row.state === 'taken-down') return null;
  const { bucket, key, changedAt, versionId, revision } = row;
  const sequencer = sequencerOf(revision);
  const purged = purgedBy(item, sequencer);
  const { etag } = item;
  const read = typeof etag === 'string' ? { eTag: etag } : {};
  const object = { key: encodeKey(key), sequencer, versionId: purged ?? versionId, ...read };
  const record = {
    eventSource: 'wirefold:replay',
    eventTime: changedAt,
    // As the row came about: an upload, or a look at what was left after a version had been deleted for good.
    eventName: purged === null ? 'ObjectCreated:Replay' : 'ObjectRemoved:Delete',
    s3: { bucket: { name: bucket }, object },
  };
  return JSON.stringify({ Records: [record] });
}

/** The version whose deletion made the row look again; null when the row was made by an upload. */
function purgedBy(item: Item, sequencer: string): string | null {
  const mark = historyName(revisionOf(sequencer, 0));
  if (!(mark in item)) return null;
  const look = historyOf({ [mark]: item[mark] ?? null }).find(({ state }) => state === 'looked');
  return look?.versionId ?? null;
}
