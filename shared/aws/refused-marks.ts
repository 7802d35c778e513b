/** The mark of refused uploads, a tag of S3's: lifecycle rules see nothing else. Promise: tags of others stay as they are. */
import { GetObjectTaggingCommand, PutObjectTaggingCommand, type S3Client, type Tag } from '@aws-sdk/client-s3';
import { REFUSED_TAG } from '../core/refused-tag.ts';
import type { RefusedMarks } from '../pipeline/ports.ts';
import { nullWhenGone } from './objects.ts';

/** S3's own limit. An object that is full of tags of others keeps those, and is kept as long as if it had been read. */
const MOST_TAGS = 10;

export function s3RefusedMarks(client: S3Client): RefusedMarks {
  const change = async (request: Request, wanted: readonly Tag[]) => {
    const found = await nullWhenGone(client.send(new GetObjectTaggingCommand(request)));
    if (found === null) return;
    const tags = found.TagSet ?? [];
    const others = tags.filter(({ Key }) => Key !== REFUSED_TAG.Key);
    const next = [...others, ...wanted];
    if (next.length === tags.length || next.length > MOST_TAGS) return;
    await nullWhenGone(client.send(new PutObjectTaggingCommand({ ...request, Tagging: { TagSet: next } })));
  };
  return {
    set: ({ bucket, key }, versionId) => change({ Bucket: bucket, Key: key, VersionId: versionId }, [REFUSED_TAG]),
    clear: ({ bucket, key }, versionId) => change({ Bucket: bucket, Key: key, VersionId: versionId }, []),
  };
}

type Request = { readonly Bucket: string; readonly Key: string; readonly VersionId: string };
