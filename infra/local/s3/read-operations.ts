/** GetObject and HeadObject: the newest version or the one asked for, whole or a range, with the conditions of HTTP. */
import { pipeline } from 'node:stream/promises';
import { ApiError } from '../api-error.ts';
import { headerOf, quoted, reply, type S3Call, type S3Operation } from './context.ts';
import { readRange } from './range.ts';
import type { Version } from './types.ts';

export const headObject: S3Operation = (call) => {
  const version = readable(call);
  if (!isFresh(call, version)) return reply(call, 304, { etag: quoted(version.etag) });
  const range = readRange(headerOf(call, 'range'), version.bytes);
  reply(call, range === null ? 200 : 206, headersOf(call, version, range));
};

export const getObject: S3Operation = async (call) => {
  const version = readable(call);
  if (!isFresh(call, version)) return reply(call, 304, { etag: quoted(version.etag) });
  const range = readRange(headerOf(call, 'range'), version.bytes);
  call.response.writeHead(range === null ? 200 : 206, headersOf(call, version, range));
  if (version.blob === null || version.bytes === 0) return void call.response.end();
  // A client that hangs up in the middle is no fault of this server.
  await pipeline(call.blobs.read(version.blob, range ?? undefined), call.response).catch(() => call.response.destroy());
};

/** The version to answer with; throws the refusals that the SDK tells apart. */
export function readable(call: S3Call): Version {
  call.buckets.check(call.bucket);
  const versionId = call.query.get('versionId');
  const version = call.versions.find(call.bucket, call.key, versionId);
  if (version === null) {
    if (versionId !== null) throw new ApiError('NoSuchVersion', 404, 'The specified version does not exist.');
    throw new ApiError('NoSuchKey', 404, 'The specified key does not exist.');
  }
  if (!version.isMarker) return version;
  const headers = { 'x-amz-delete-marker': 'true', 'x-amz-version-id': version.versionId };
  if (versionId === null) throw new ApiError('NoSuchKey', 404, 'The specified key does not exist.', headers);
  const message = 'The specified method is not allowed against this resource.';
  throw new ApiError('MethodNotAllowed', 405, message, { ...headers, allow: 'DELETE' });
}

/** False when the client already has it; throws when the client wants another one than there is. */
function isFresh(call: S3Call, version: Version): boolean {
  const wanted = headerOf(call, 'if-match');
  if (wanted !== null && wanted !== '*' && wanted.replaceAll('"', '') !== version.etag) {
    throw new ApiError('PreconditionFailed', 412, 'At least one of the pre-conditions you specified did not hold');
  }
  const held = headerOf(call, 'if-none-match');
  return held === null || held.replaceAll('"', '') !== version.etag;
}

function headersOf(
  call: S3Call,
  version: Version,
  range: { readonly start: number; readonly end: number } | null,
): Readonly<Record<string, string | number>> {
  const metadata = Object.entries(version.metadata).map(([name, value]) => [`x-amz-meta-${name}`, value]);
  // A checksum is of the whole object, so it goes only with the whole object.
  const checked = headerOf(call, 'x-amz-checksum-mode') === 'ENABLED' && range === null;
  return {
    ...version.headers,
    ...Object.fromEntries(metadata),
    ...(checked ? version.checksums : {}),
    etag: quoted(version.etag),
    'last-modified': new Date(version.lastModified).toUTCString(),
    'accept-ranges': 'bytes',
    'x-amz-version-id': version.versionId,
    'content-length': range === null ? version.bytes : range.end - range.start + 1,
    ...(range === null ? {} : { 'content-range': `bytes ${range.start}-${range.end}/${version.bytes}` }),
  };
}
