/**
 * What an article said when. In: its id, then a version. Out: its versions, and the record of one. Promise: all versions are read
 * by today's extractor from the bytes that S3 keeps, so that a better extractor is never taken for a publisher's revision.
 */
import { Contribution } from '../core/contribution.ts';
import { historyOf, sequencerOf } from '../core/history.ts';
import { articlePk, CONTRIBUTION_PREFIX, objectKey } from '../core/keys.ts';
import { ObjectRow } from '../core/object-row.ts';
import type { ArticleRecord } from '../core/record.ts';
import { versionsOf } from '../core/version.ts';
import type { RawObjects, Reader, Table } from './ports.ts';
import { readAgain } from './read-again.ts';
import { readPartition } from './read-partition.ts';

export interface ArticleVersion {
  /** From 1. */
  readonly version: number;
  /** When S3 recorded it, ISO 8601 instant. */
  readonly at: string;
  readonly capturedAt: string | null;
  readonly bucket: string;
  readonly key: string;
  /** Of a container; null for a file of its own. */
  readonly member: string | null;
  readonly versionId: string | null;
}

export interface VersionPorts {
  readonly table: Pick<Table, 'get' | 'query'>;
  readonly objects: RawObjects;
  readonly reader: Reader;
}

/** Oldest first; empty when no article of that id was ever there. */
export async function listVersions(
  articleId: string,
  table: VersionPorts['table'],
): Promise<readonly ArticleVersion[]> {
  const contributions = await contributionsTo(articleId, table);
  const publications = await Promise.all(contributions.map((one) => placesOf(one, table)));
  return versionsOf(publications.flat()).map(({ at, capturedAt, bucket, key, member, versionId }, index) => ({
    ...{ version: index + 1, at, capturedAt, bucket, key, member, versionId },
  }));
}

/** Of what it leads to, where that says nothing any more. */
async function contributionsTo(articleId: string, table: VersionPorts['table']): Promise<readonly Contribution[]> {
  const own = await given(articleId, table);
  const [leadsTo] = own.flatMap((one) => one.leadsTo ?? []).sort();
  const isEmpty = own.every(({ present, publications }) => !present && publications.length === 0);
  return isEmpty && leadsTo !== undefined ? given(leadsTo, table) : own;
}

async function given(articleId: string, table: VersionPorts['table']): Promise<readonly Contribution[]> {
  const items = await readPartition(table, articlePk(articleId), CONTRIBUTION_PREFIX);
  return items.map((item) => Contribution.parse(item));
}

async function placesOf({ objectId, publications }: Contribution, table: VersionPorts['table']) {
  const item = await table.get(objectKey(objectId));
  if (item === null) return [];
  const { bucket, key, member } = ObjectRow.parse(item);
  const versionIds = new Map(historyOf(item).map(({ revision, versionId }) => [sequencerOf(revision), versionId]));
  return publications.map((one) => ({ ...one, bucket, key, member, versionId: versionIds.get(one.sequencer) ?? null }));
}

/** Null when S3 no longer has the bytes. Throws `Rejection` when today's extractor cannot read them. */
export async function readVersion(version: ArticleVersion, ports: VersionPorts): Promise<ArticleRecord | null> {
  return readAgain(version, ports);
}
