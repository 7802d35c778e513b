/** Tags of one version: read, set all at once, taken away. */
import { readText } from '../http.ts';
import { reply, replyXml, type S3Operation } from './context.ts';
import { readable } from './read-operations.ts';
import { readRecords, type Xml } from './xml.ts';

export const getTags: S3Operation = (call) => {
  const version = readable(call);
  const set = Object.entries(version.tags).map(
    ([key, value]): Xml => [
      'Tag',
      [
        ['Key', key],
        ['Value', value],
      ],
    ],
  );
  replyXml(call, ['Tagging', [['TagSet', set]]]);
};

export const putTags: S3Operation = async (call) => {
  const tags = readRecords(await readText(call.request), 'Tag').map(
    ({ Key = '', Value = '' }) => [Key, Value] as const,
  );
  const version = readable(call);
  call.versions.tag(version, Object.fromEntries(tags));
  reply(call, 200, { 'x-amz-version-id': version.versionId });
};

export const deleteTags: S3Operation = (call) => {
  const version = readable(call);
  call.versions.tag(version, {});
  reply(call, 204, { 'x-amz-version-id': version.versionId });
};
