/** Pages of versions as S3 gives them. In: all versions, those of one key newest first. Out: one page, and where the next begins. */
import { compareText } from '../core/url.ts';
import type { ObjectVersion, VersionPlace } from '../pipeline/ports.ts';

/** Small, so that tests turn pages; S3's hold a thousand. */
const PAGE = 3;

export function versionPages(all: readonly ObjectVersion[], prefix: string, after: VersionPlace | null) {
  const sorted = all.filter(({ key }) => key.startsWith(prefix)).sort((a, b) => compareText(a.key, b.key));
  const rest = sorted.slice(startAfter(sorted, after));
  const versions = rest.slice(0, PAGE);
  const last = versions.at(-1);
  const next = last === undefined || rest.length <= PAGE ? null : { key: last.key, versionId: last.versionId };
  return { versions, next };
}

/** The version that ended the page before may be gone by now: then what stands behind its key is next. */
function startAfter(sorted: readonly ObjectVersion[], after: VersionPlace | null): number {
  if (after === null) return 0;
  const seen = sorted.findIndex(({ key, versionId }) => key === after.key && versionId === after.versionId);
  if (seen >= 0) return seen + 1;
  const beyond = sorted.findIndex(({ key }) => compareText(key, after.key) > 0);
  return beyond < 0 ? sorted.length : beyond;
}
