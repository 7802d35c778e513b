/** What changed between two versions of an article. In: its id, their numbers. Out: the class of the change and the words. Promise: both are read by today's extractor. */
import { type Revision, revisionOf } from '../core/copies/revision.ts';
import type { ArticleRecord } from '../core/record.ts';
import { type ArticleVersion, listVersions, readVersion, type VersionPorts } from '../pipeline/query-versions.ts';

export interface Difference extends Revision {
  readonly from: ArticleVersion;
  readonly to: ArticleVersion;
}

/** Why two versions cannot be compared. */
export class VersionError extends Error {
  override readonly name = 'VersionError';
  readonly code: 'version.none' | 'version.bytes-gone';

  constructor(code: VersionError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** Null when there are no two versions. `from`, `to`: numbers from 1; the last but one and the last when not given. */
export async function differenceOf(
  id: string,
  { from, to }: { readonly from?: number | undefined; readonly to?: number | undefined },
  ports: VersionPorts,
): Promise<Difference | null> {
  const versions = await listVersions(id, ports.table);
  if (versions.length === 0 || (versions.length === 1 && from === undefined)) return null;
  const old = versionAt(from ?? versions.length - 1, versions, id);
  const young = versionAt(to ?? versions.length, versions, id);
  const revision = revisionOf(await wordsOf(old, ports), await wordsOf(young, ports));
  return { from: old, to: young, ...revision };
}

function versionAt(number: number, versions: readonly ArticleVersion[], id: string): ArticleVersion {
  const found = versions[number - 1];
  if (found === undefined) throw new VersionError('version.none', `${id} has versions 1 to ${versions.length}.`);
  return found;
}

async function wordsOf(version: ArticleVersion, ports: VersionPorts) {
  const record: ArticleRecord | null = await readVersion(version, ports);
  if (record === null)
    throw new VersionError('version.bytes-gone', `The bucket no longer has version ${version.version}.`);
  return { headline: record.headline, paragraphs: record.body.map(({ text }) => text) };
}
