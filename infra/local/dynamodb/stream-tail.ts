/**
 * The newest records of a table's stream, as they were made. In: records in the order of their places. Out: those behind a place; null when some of
 * them are remembered no more. Promise: readers that keep up, as all do but after a start, unpack no record from the files again.
 */
import { LOCAL_LIMITS } from '../limits.ts';
import type { StreamRecord } from './stream-log.ts';

export interface StreamTail {
  /** `chars`: what the record is long in the files. */
  add(record: StreamRecord, chars: number): void;
  read(after: number, most: number): readonly StreamRecord[] | null;
  /** The place of the newest record. */
  newest(): number;
}

/** `from`: behind this place the tail knows all. */
export function makeTail(from: number): StreamTail {
  const records: { readonly record: StreamRecord; readonly chars: number }[] = [];
  let [known, newest, held] = [from, from, 0];
  return {
    add(record, chars) {
      records.push({ record, chars });
      newest = record.place;
      held += chars;
      while (records.length > LOCAL_LIMITS.tailRecords || held > LOCAL_LIMITS.tailChars) {
        const oldest = records.shift();
        held -= oldest?.chars ?? 0;
        known = oldest?.record.place ?? newest;
      }
    },
    read(after, most) {
      if (after < known) return null;
      const first = firstBehind(after, records);
      return records.slice(first, first + most).map(({ record }) => record);
    },
    newest: () => newest,
  };
}

function firstBehind(place: number, records: readonly { readonly record: StreamRecord }[]): number {
  let [low, high] = [0, records.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((records[middle]?.record.place ?? 0) > place) high = middle;
    else low = middle + 1;
  }
  return low;
}
