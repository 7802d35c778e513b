/** One record of a table's stream. In: an item before and after a write. Out: what a function gets, and its text for the files. Promise: no image is made into text again. */
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { REGION } from '../arn.ts';
import type { JsonObject } from '../json.ts';

/** An item, and its text as it is stored. Null when the item is not there. */
export type Image = { readonly item: JsonObject; readonly text: string } | null;

/** The same attributes in another order are no change; their text is as long then. */
export function isSameImage(one: Image, other: Image): boolean {
  if (one === null || other === null) return one === other;
  return one.text === other.text || (one.text.length === other.text.length && isDeepStrictEqual(one.item, other.item));
}

export interface Written {
  readonly key: JsonObject;
  readonly before: Image;
  readonly after: Image;
  readonly atMs: number;
}

export interface Record {
  readonly record: JsonObject;
  readonly text: string;
}

export function recordOf({ key, before, after, atMs }: Written): Record {
  const facts = {
    eventID: randomUUID().replaceAll('-', ''),
    eventName: before === null ? 'INSERT' : after === null ? 'REMOVE' : 'MODIFY',
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: REGION,
  };
  const change = {
    ApproximateCreationDateTime: Math.floor(atMs / 1_000),
    Keys: key,
    SizeBytes: (after ?? before)?.text.length ?? 0,
    StreamViewType: 'NEW_AND_OLD_IMAGES',
  };
  const images = [
    ['NewImage', after],
    ['OldImage', before],
  ] as const;
  const there = images.flatMap(([name, image]) => (image === null ? [] : [{ name, ...image }]));
  const texts = there.map(({ name, text }) => `,"${name}":${text}`).join('');
  const items = Object.fromEntries(there.map(({ name, item }) => [name, item]));
  const dynamodb = `${JSON.stringify(change).slice(0, -1)}${texts}}`;
  return {
    record: { ...facts, dynamodb: { ...change, ...items } },
    text: `${JSON.stringify(facts).slice(0, -1)},"dynamodb":${dynamodb}}`,
  };
}

/** As long as the real ones, which are no safe integers either. */
export function numbered(record: JsonObject, dynamodb: JsonObject, place: number): JsonObject {
  return { ...record, dynamodb: { ...dynamodb, SequenceNumber: `1${String(place).padStart(20, '0')}` } };
}
