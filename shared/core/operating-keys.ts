/** Names in the table of what people and operators leave there: take-downs, what is to be purged and where it may be, why messages failed. Promise: as in keys.ts. */
import type { Key } from './item.ts';

/** Partition keys of tombstones: only who takes down writes them. */
export const TOMBSTONE_PREFIX = 'tomb#';
/** Objects of which something is left to purge. */
export const PURGES_PK = 'purges';
/** Take-downs in the order of their making. */
export const TAKE_DOWNS_PK = 'takedowns';

/** `name`: the id of an article or of a distinct text. */
export function tombstoneKey(name: string): Key {
  return { pk: `${TOMBSTONE_PREFIX}${name}`, sk: 'tomb' };
}

export function purgeKey(objectId: string): Key {
  return { pk: PURGES_PK, sk: objectId };
}

export function takeDownKey(at: string, articleId: string): Key {
  return { pk: TAKE_DOWNS_PK, sk: `${at}#${articleId}` };
}

/** Whose long record of this text was about to be placed: noted first, so that a take-down of the text finds also what no row names. */
export const PLACED_PREFIX = 'placed#';

export function placedKey(textId: string, articleId: string): Key {
  return { pk: `${PLACED_PREFIX}${textId}`, sk: articleId };
}

/** Why a message failed last, for whoever looks at the dead letters: no part of what is stored, and gone after two weeks. */
export function failedUploadKey(messageId: string): Key {
  return { pk: `failed#${messageId}`, sk: 'upload' };
}

export const FAILED_STREAM_PK = 'failed#stream';
/** Numbers in a stream have up to 40 digits, and not always as many. */
const SEQUENCE_DIGITS = 40;

/** In the order of the stream. */
export function failedStreamKey(sequenceNumber: string): Key {
  return { pk: FAILED_STREAM_PK, sk: sequenceNumber.padStart(SEQUENCE_DIGITS, '0') };
}
