/** Buckets without versions: what is written over or deleted is gone, its body too. */
import type { S3Context } from './context.ts';

/** `kept`: the version that stays; null: none. Always gives null, as S3 tells of no version there. */
export async function dropOlder(
  { versions, blobs }: Pick<S3Context, 'versions' | 'blobs'>,
  bucket: string,
  key: string,
  kept: string | null,
): Promise<null> {
  const all = [...versions.all(bucket, key, key)].filter((version) => version.key === key);
  for (const { versionId } of all.filter((version) => version.versionId !== kept)) {
    const gone = versions.erase(bucket, key, versionId);
    if (gone?.blob !== null && gone?.blob !== undefined) await blobs.remove(gone.blob);
  }
  return null;
}
