/** Versions of objects on S3, and their deletion for good. Promise: every version and delete marker is listed; one that is gone is no error. */
import {
  type DeleteMarkerEntry,
  DeleteObjectCommand,
  ListObjectVersionsCommand,
  type S3Client,
  type ObjectVersion as S3Version,
} from '@aws-sdk/client-s3';
import { decodeKey } from '../core/s3-key.ts';
import type { ObjectVersion, ObjectVersions } from '../pipeline/ports.ts';
import { nullWhenGone } from './objects.ts';

/** `pageKeys`: S3 gives a thousand at most. */
export function s3Versions(client: S3Client, bucket: string, pageKeys = 1_000): ObjectVersions {
  return {
    async list(prefix, after) {
      const from = after === null ? {} : { KeyMarker: after.key, ...markerOf(after.versionId) };
      // XML cannot hold every key, so they are asked for in the spelling of URLs.
      const page = { Bucket: bucket, Prefix: prefix, MaxKeys: pageKeys, EncodingType: 'url' as const };
      const answer = await client.send(new ListObjectVersionsCommand({ ...page, ...from }));
      const versions = [
        ...(answer.Versions ?? []).map((version) => versionOf(version, false)),
        ...(answer.DeleteMarkers ?? []).map((marker) => versionOf(marker, true)),
      ];
      const { IsTruncated, NextKeyMarker, NextVersionIdMarker } = answer;
      if (IsTruncated !== true || NextKeyMarker === undefined) return { versions, next: null };
      return { versions, next: { key: decodeKey(NextKeyMarker), versionId: NextVersionIdMarker ?? null } };
    },
    async remove({ key, versionId }) {
      const request = { Bucket: bucket, Key: key, VersionId: versionId };
      await nullWhenGone(client.send(new DeleteObjectCommand(request)));
    },
  };
}

function markerOf(versionId: string | null): { readonly VersionIdMarker?: string } {
  return versionId === null || versionId === '' ? {} : { VersionIdMarker: versionId };
}

function versionOf({ Key, VersionId, LastModified }: S3Version | DeleteMarkerEntry, isMarker: boolean): ObjectVersion {
  if (Key === undefined || VersionId === undefined) throw new Error('S3 listed a version without a name');
  return {
    key: decodeKey(Key),
    versionId: VersionId,
    isMarker,
    lastModified: (LastModified ?? new Date(0)).toISOString(),
  };
}
