/** A record of the table's stream in, a trigger out. Promise: ids only; what the row says is read from the row. */
import type { DynamoDBRecord } from 'aws-lambda';
import { objectIdFromPk, SUMMARY, storyIdFromPk } from '../core/keys.ts';
import type { RowTrigger } from '../pipeline/group.ts';

/** Null for a record that is no object row's: the event filter keeps those out, and this makes sure of it. */
export function triggerOf(record: DynamoDBRecord): RowTrigger | null {
  const change = record.dynamodb;
  const objectId = objectIdFromPk(change?.Keys?.['pk']?.S ?? '');
  if (objectId === null) return null;
  const named = [change?.OldImage?.['articleId']?.S, change?.NewImage?.['articleId']?.S, ...touchedOf(record)];
  return { objectId, articleIds: [...new Set(named)].filter((id) => id !== undefined) };
}

/** Whoever touches a row may know of articles that it has forgotten. */
function touchedOf({ dynamodb }: DynamoDBRecord): readonly (string | undefined)[] {
  return (dynamodb?.NewImage?.['touched']?.M?.['articleIds']?.L ?? []).map((id) => id.S);
}

/** The story whose summary changed; null for any other record. */
export function storyOf(record: DynamoDBRecord): string | null {
  const keys = record.dynamodb?.Keys;
  return keys?.['sk']?.S === SUMMARY ? storyIdFromPk(keys['pk']?.S ?? '') : null;
}
