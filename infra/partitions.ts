/** Who writes which partitions of the table. Promise: no function can write an item whose change would wake it. */

import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';

/** Partition keys of object rows: what `ingest` writes, and what wakes `group`. */
export const OBJECT_ROW_PREFIX = 'obj#';
/** Partition keys of all that `group` derives: articles, their lists, texts, candidate keys, stories, the directory of days and states, the log of changes, notes of what is to be purged, ends of embargoes. */
export const DERIVED_PARTITIONS: readonly string[] = [
  'art#*',
  'list#*',
  'text#*',
  'key#*',
  'story#*',
  'directory',
  'changes#*',
  'purges',
  'members#*',
  'embargo#ends',
];
/** What tells of the end of an embargo: the log of changes, its own notes of that, and how far it came. */
export const TELLING_PARTITIONS: readonly string[] = ['changes#*', 'embargo#told'];
/** The list of a container's members: `group` writes it, `ingest` reads it when the container is replaced. */
export const CONTAINER_MEMBERS = 'members#*';
/** Objects of which something is left to purge: `group` notes them, `purge` crosses them out. */
export const PURGE_NOTES = 'purges';
/** Whose long records were placed: `ingest` notes them, and who takes down reads them. */
export const PLACED_NOTES = 'placed#*';
/** Who was taken down: `ingest` may read these, and no function may write them. */
export const TOMBSTONES = 'tomb#*';
/** A story's summary, which wakes `gather`. */
export const STORY_PREFIX = 'story#';
export const STORY_SUMMARY = 'summary';
/** Partition keys of all that is derived of events: places of stories, events, topics, stories by day. */
export const EVENT_PARTITIONS: readonly string[] = ['place#*', 'event#*', 'topic#*', 'stories#*'];

/** Why messages failed: notes of every function that is fed by a queue or the stream, which wake nobody. */
export const FAILURE_NOTES = 'failed#*';

/** Partition keys of what the archive remembers: how far it is, where an article’s rows are, what was taken down. */
export const ARCHIVE_PARTITIONS: readonly string[] = ['archive#*'];

/** The right to read single items of these partitions. */
export function mayGet(table: Table, partitions: readonly string[]): PolicyStatement {
  return mayWrite(table, ['dynamodb:GetItem'], partitions);
}

/** The right to write items of these partitions; `*` stands for the rest of a key. */
export function mayWrite(table: Table, actions: readonly string[], partitions: readonly string[]): PolicyStatement {
  return new PolicyStatement({
    actions: [...actions],
    resources: [table.tableArn],
    conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': partitions } },
  });
}
