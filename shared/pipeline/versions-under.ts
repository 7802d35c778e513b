/** All versions of a key, or under a prefix, page by page. Promise: complete or an error, and no page more than is needed. */
import { STORE_LIMITS } from '../core/store-limits.ts';
import type { ObjectVersion, ObjectVersions, VersionPlace } from './ports.ts';

/** `isWanted`: ends the reading with the first one that is not; keys of one prefix stand together, the shortest first. */
export async function versionsUnder(
  prefix: string,
  isWanted: (version: ObjectVersion) => boolean,
  bucket: Pick<ObjectVersions, 'list'>,
): Promise<readonly ObjectVersion[]> {
  const found: ObjectVersion[] = [];
  let after: VersionPlace | null = null;
  for (let page = 1; page <= STORE_LIMITS.versionPages; page += 1) {
    const { versions, next }: Awaited<ReturnType<ObjectVersions['list']>> = await bucket.list(prefix, after);
    const wanted = versions.filter(isWanted);
    found.push(...wanted);
    if (next === null || wanted.length < versions.length) return found;
    after = next;
  }
  throw new Error(`There are more than ${found.length} versions under ${prefix}: purge them by hand`);
}
