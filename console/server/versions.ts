/** What a publisher changed. In: an article, two numbers. Out: its versions and what lies between the two. Promise: both are read by today's extractor. */
import { revisionOf } from '../../shared/core/copies/revision.ts';
import type { ArticleRecord } from '../../shared/core/record.ts';
import { type ArticleVersion, listVersions, readVersion } from '../../shared/pipeline/query-versions.ts';
import { type Answer, json, nothing } from './answer.ts';
import type { ConsoleStore } from './console-store.ts';
import { type Kept, keepLast } from './keep-last.ts';
import type { Reading } from './reading.ts';
import { languageOf } from './rows.ts';
import type { VersionsDiff } from './shapes.ts';

/** Readings kept: one article's versions, compared this way and that. */
const MOST_KEPT = 20;

export type KeptVersions = Kept<ArticleRecord>;

export function keepVersions(): KeptVersions {
  return keepLast(MOST_KEPT);
}

export interface Asked {
  readonly id: string;
  /** Numbers from 1; null: the last but one, and the last. */
  readonly from: number | null;
  readonly to: number | null;
}

export async function versions(
  { id, from, to }: Asked,
  { query: { table }, objects }: Pick<ConsoleStore, 'query' | 'objects'>,
  reader: Reading,
  kept: KeptVersions,
): Promise<Answer> {
  const found = await listVersions(id, table);
  const [older, newer] = [from ?? Math.max(1, found.length - 1), to ?? found.length];
  const [before, after] = [found[older - 1], found[newer - 1]];
  if (before === undefined || after === undefined) {
    return nothing(found.length === 0 ? 'There is no article of this id here.' : 'The article has no such version.');
  }
  const read = async (version: ArticleVersion): Promise<ArticleRecord> => {
    const record = await readVersion(version, { table, objects, reader });
    if (record === null) throw new Error(`The bucket no longer has the bytes of version ${version.version}.`);
    return record;
  };
  const once = (version: ArticleVersion): Promise<ArticleRecord> =>
    version.versionId === null
      ? read(version)
      : kept.get(JSON.stringify([version.bucket, version.key, version.member, version.versionId]), () => read(version));
  try {
    const young = await once(after);
    const diff = before === after ? null : revisionOf(wordsOf(await once(before)), wordsOf(young));
    const told = { id, headline: young.headline, language: languageOf(young), versions: found, from: older, to: newer };
    return json({ ...told, diff } satisfies VersionsDiff);
  } catch (error) {
    return nothing(error instanceof Error ? error.message : String(error));
  }
}

function wordsOf({ headline, body }: ArticleRecord) {
  return { headline, paragraphs: body.map(({ text }) => text) };
}
