/** Method, path and query in, the operation they mean out. What is not emulated is refused by name, never half done. */
import { ApiError } from '../api-error.ts';
import {
  createBucket,
  deleteBucket,
  getLocation,
  getVersioning,
  headBucket,
  listBuckets,
  listObjects,
  listVersions,
} from './bucket-operations.ts';
import { reply, type S3Call, type S3Operation } from './context.ts';
import { getObject, headObject } from './read-operations.ts';
import { deleteTags, getTags, putTags } from './tag-operations.ts';
import { abortUpload, completeUpload, createUpload, listParts, uploadPart } from './upload-operations.ts';
import { copyObject, deleteObject, deleteObjects, putObject } from './write-operations.ts';

/** By `METHOD level[?subresource]`; `copy` stands for the header that makes a put a copy. */
const ROUTES = new Map<string, S3Operation>([
  ['GET service', listBuckets],
  ['PUT bucket', createBucket],
  ['HEAD bucket', headBucket],
  ['DELETE bucket', deleteBucket],
  ['GET bucket', listObjects],
  ['GET bucket?versions', listVersions],
  ['GET bucket?versioning', getVersioning],
  // Versioning is always on, so switching it on changes nothing.
  ['PUT bucket?versioning', (call) => reply(call, 200)],
  ['GET bucket?location', getLocation],
  ['POST bucket?delete', deleteObjects],
  ['GET object', getObject],
  ['HEAD object', headObject],
  ['PUT object', putObject],
  ['PUT object?copy', copyObject],
  ['DELETE object', deleteObject],
  ['POST object?uploads', createUpload],
  ['PUT object?uploadId', uploadPart],
  ['POST object?uploadId', completeUpload],
  ['DELETE object?uploadId', abortUpload],
  ['GET object?uploadId', listParts],
  ['GET object?tagging', getTags],
  ['PUT object?tagging', putTags],
  ['DELETE object?tagging', deleteTags],
]);

/** Query names that change what a request means. */
const SUBRESOURCES = [
  'versions',
  'versioning',
  'location',
  'delete',
  'uploads',
  'uploadId',
  'acl',
  'cors',
  'encryption',
  'legal-hold',
  'lifecycle',
  'notification',
  'object-lock',
  'policy',
  'restore',
  'retention',
  'select',
  'tagging',
  'torrent',
  'website',
  'attributes',
  'logging',
  'replication',
  'publicAccessBlock',
  'ownershipControls',
];

export function routeOf(call: S3Call): S3Operation {
  const level = call.bucket === '' ? 'service' : call.key === '' ? 'bucket' : 'object';
  const asked = SUBRESOURCES.filter((name) => call.query.has(name));
  const isCopy = call.request.headers['x-amz-copy-source'] !== undefined;
  const parts = isCopy ? [...asked, 'copy'] : asked;
  const name = `${call.request.method} ${level}${parts.length === 0 ? '' : `?${parts.join('&')}`}`;
  const operation = ROUTES.get(name);
  if (operation === undefined) throw new ApiError('NotImplemented', 501, `not emulated: ${name}`);
  return operation;
}
