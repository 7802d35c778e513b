/** Names in the table. In: ids. Out: partition and sort keys. Promise: no raw S3 key, URL or text ever becomes a table key. */
import type { ObjectRef } from './change.ts';
import type { Key } from './item.ts';
import { shortHash } from './short-hash.ts';

/** Partition keys that wake `group`; everything that `group` writes begins otherwise. */
export const OBJECT_PREFIX = 'obj#';
export const CONTRIBUTION_PREFIX = 'obj#';
export const MEMBER_PREFIX = 'member#';
export const TEXT_PREFIX = 'text#';
export const STORY_PREFIX = 'story#';
/** Sort key of a story's summary; a change of it wakes `gather`. */
export const SUMMARY = 'summary';
export const PART_PREFIX = 'part#';
export const POSTING_PREFIX = 'all#';
export const PIVOT_PREFIX = 'pivot#';
export const HISTORY_PREFIX = 'rev:';
export const TRACE_PREFIX = 'body:';
export const DIRECTORY_PK = 'directory';
export const DAY_PREFIX = 'day#';
/** One day's articles are spread over this many index partitions: 4,000 writes a second on a day's feed. */
export const FEED_SHARDS = 4;

/** The bucket is not part of it: a store has one, and a restored copy of it must give the same names. */
export function objectIdOf(ref: Pick<ObjectRef, 'key' | 'member'>): string {
  return shortHash(`${ref.key}\0${ref.member ?? ''}`);
}

export function objectKey(objectId: string): Key {
  return { pk: `${OBJECT_PREFIX}${objectId}`, sk: 'obj' };
}

/** `obj#4x…` //=> `4x…`; null for a partition that is no object's. */
export function objectIdFromPk(pk: string): string | null {
  return pk.startsWith(OBJECT_PREFIX) ? pk.slice(OBJECT_PREFIX.length) : null;
}

export function articlePk(articleId: string): string {
  return `art#${articleId}`;
}

export function contributionKey(articleId: string, objectId: string): Key {
  return { pk: articlePk(articleId), sk: `${CONTRIBUTION_PREFIX}${objectId}` };
}

export function headKey(articleId: string): Key {
  return { pk: articlePk(articleId), sk: 'head' };
}

/** The log of changes is spread over this many partitions, each in an order of its own: some 50 entries a second each. */
export const CHANGE_SHARDS = 8;

/** The last character of the id is as good as random. */
export function changeShardOf(articleId: string): number {
  return articleId.charCodeAt(articleId.length - 1) % CHANGE_SHARDS;
}

export function changesPk(shard: number): string {
  return `changes#${shard}`;
}

/** `seq` 17 //=> `000000000017`: text in the order of numbers. */
export function changeSk(seq: number): string {
  return String(seq).padStart(12, '0');
}

export function changeKey(articleId: string, seq: number): Key {
  return { pk: changesPk(changeShardOf(articleId)), sk: changeSk(seq) };
}

/** What was last logged of an article. */
export function logNoteKey(articleId: string): Key {
  return { pk: articlePk(articleId), sk: 'logged' };
}

/** A distinct text: exact copies share it. */
export function textPk(textId: string): string {
  return `text#${textId}`;
}

export function nodeKey(textId: string): Key {
  return { pk: textPk(textId), sk: 'node' };
}

/** Members and texts are counted in parts, by the last character of their ids, which is as good as random. */
export const PARTS: readonly string[] = [...'0123456789abcdefghjkmnpqrstvwxyz'];

export function partOf(id: string): string {
  return id.slice(-1);
}

export function partPrefix(kind: 'member' | 'text', part: string): string {
  return `${kind}#${part}#`;
}

/** The count of one part. */
export function partKey(pk: string, part: string): Key {
  return { pk, sk: `${PART_PREFIX}${part}` };
}

export function memberKey(textId: string, articleId: string): Key {
  return { pk: textPk(textId), sk: `${partPrefix('member', partOf(articleId))}${articleId}` };
}

/** A story bears the name of its smallest text. */
export function storyIdOf(textId: string): string {
  return `sty_${textId}`;
}

/** The text whose name a story bears. */
export function namesakeOf(storyId: string): string {
  return storyId.slice(storyIdOf('').length);
}

export function storyPk(storyId: string): string {
  return `${STORY_PREFIX}${storyId}`;
}

/** `story#sty_4x…` //=> `sty_4x…`; null for a partition that is no story's. */
export function storyIdFromPk(pk: string): string | null {
  return pk.startsWith(STORY_PREFIX) ? pk.slice(STORY_PREFIX.length) : null;
}

export function entryKey(storyId: string, textId: string): Key {
  return { pk: storyPk(storyId), sk: `${partPrefix('text', partOf(textId))}${textId}` };
}

export function summaryKey(storyId: string): Key {
  return { pk: storyPk(storyId), sk: SUMMARY };
}

/** Texts that share a candidate key, in the order of their ids. */
export function postingPk(key: string): string {
  return `key#${key}`;
}

export function postingKey(key: string, textId: string): Key {
  return { pk: postingPk(key), sk: `${POSTING_PREFIX}${textId}` };
}

/** Among the smallest of a key that too many texts share, and compared with all of them. */
export function pivotKey(key: string, textId: string): Key {
  return { pk: postingPk(key), sk: `${PIVOT_PREFIX}${textId}` };
}

/** An event bears the name of its smallest story. */
export function eventIdOf(storyId: string): string {
  return `evt_${namesakeOf(storyId)}`;
}

/** The story whose name an event bears. */
export function storyOfName(eventId: string): string {
  return storyIdOf(eventId.slice(eventIdOf(storyIdOf('')).length));
}

export function eventPk(eventId: string): string {
  return `event#${eventId}`;
}

/** In a partition of its own: what writes it may not write the story. */
export function eventPlaceKey(storyId: string): Key {
  return { pk: `place#${storyId}`, sk: 'event' };
}

export function eventEntryKey(eventId: string, storyId: string): Key {
  return { pk: eventPk(eventId), sk: `${STORY_PREFIX}${storyId}` };
}

/** Stories that share what they are about, in time order. */
export function topicPk(key: string): string {
  return `topic#${key}`;
}

export function topicKey(key: string, listedAt: string, storyId: string): Key {
  return { pk: topicPk(key), sk: `${listedAt}#${storyId}` };
}

/** Stories whose earliest date is, or once was, on this day: whoever reads it looks at the story itself. */
export function storyDayPk(day: string, part: string): string {
  return `stories#${day}#${part}`;
}

export function storyDayKey(utc: string, storyId: string): Key {
  return { pk: storyDayPk(utc.slice(0, 10), partOf(storyId)), sk: storyId };
}

/** Days whose stories have changed outside the window that is settled all the time. */
export const UNSETTLED_PK = 'stories#unsettled';

/** Counts how often a window was begun. */
export function windowKey(index: number): Key {
  return { pk: 'stories#windows', sk: String(index) };
}

/** Long records of an article stand under one name, those of one of its texts under one below: whoever takes them down finds all of them. */
export function bodiesPrefix(articleId: string, textId: string | null = null): string {
  return textId === null ? `bodies/${articleId}/` : `bodies/${articleId}/${textId}/`;
}

/** Articles that have something in common, in time order: whoever reads it looks at the article's head. */
export function listPk(kind: string, value: string): string {
  return `list#${kind}#${shortHash(value)}`;
}

export function listKey(kind: string, value: string, utc: string, articleId: string): Key {
  return { pk: listPk(kind, value), sk: `${utc}#${articleId}` };
}

/** Articles under embargo, by its end: group enters them, and who tells of the ends reads it. */
export const EMBARGOES_PK = 'embargo#ends';

export function embargoKey(endsAt: string, articleId: string): Key {
  return { pk: EMBARGOES_PK, sk: `${endsAt}#${articleId}` };
}

const TOLD_PK = 'embargo#told';
/** How far the ends of embargoes were told. */
export const EMBARGOES_TOLD_KEY: Key = { pk: TOLD_PK, sk: 'told' };

/** That the end of an article's embargo was logged, and where. */
export function releaseNoteKey(articleId: string): Key {
  return { pk: TOLD_PK, sk: articleId };
}

export function directoryKey(entry: string): Key {
  return { pk: DIRECTORY_PK, sk: entry };
}

/** `2023-10-16T07:59:00.000Z` //=> `day#2023-10-16` */
export function dayEntry(utc: string): string {
  return `${DAY_PREFIX}${utc.slice(0, 10)}`;
}

export function stateEntry(state: string, utc: string): string {
  return `state#${state}#${utc.slice(0, 10)}`;
}

/** Index partitions of one day, in no order. */
export function dayFeeds(entry: string): readonly string[] {
  return Array.from({ length: FEED_SHARDS }, (_, shard) => `${entry}#${shard}`);
}

/** The last character of the id is as good as random. */
export function dayFeedOf(utc: string, articleId: string): string {
  return `${dayEntry(utc)}#${articleId.charCodeAt(articleId.length - 1) % FEED_SHARDS}`;
}
