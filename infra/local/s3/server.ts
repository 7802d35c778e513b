/** S3 over HTTP with path-style addresses. Any credentials will do; those of a function's role may do what the role may. */
import { randomUUID } from 'node:crypto';
import { ApiError } from '../api-error.ts';
import { type Served, serve } from '../http.ts';
import { type Door, OPEN_DOOR } from '../iam/door.ts';
import { mayList, s3Access } from '../iam/s3-access.ts';
import type { Meter } from '../meter.ts';
import { readAddress } from './address.ts';
import type { S3Call, S3Context } from './context.ts';
import { routeOf } from './routes.ts';
import { writeXml } from './xml.ts';

/** `door`: who may do what; open to all where a test has but this service. */
export function serveS3(context: S3Context, port: number, meter: Meter, door: Door = OPEN_DOOR): Promise<Served> {
  return serve(async (request, response) => {
    meter.count(`s3 ${request.method ?? ''}`);
    response.setHeader('x-amz-request-id', randomUUID());
    const base = { ...context, request, response, bucket: '', key: '', query: new URLSearchParams() };
    try {
      const call = { ...base, ...readAddress(request.url ?? '/') };
      enter(call, door);
      await routeOf(call)(call);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      refuse(base, hidden(error, request, door));
    }
  }, port);
}

function enter({ request, bucket, key, query }: S3Call, door: Door): void {
  const { headers, method = '' } = request;
  const isCopy = headers['x-amz-copy-source'] !== undefined;
  const asked = s3Access({ method, bucket, key, query, isCopy, hasTags: headers['x-amz-tagging'] !== undefined });
  const refusal = door.refusal(headers, asked);
  if (refusal !== null) throw new ApiError('AccessDenied', 403, refusal);
}

/** As S3 does: who may not list a bucket is not told that something is not in it. */
function hidden(error: ApiError, { headers, url = '/' }: S3Call['request'], door: Door): ApiError {
  if (error.code !== 'NoSuchKey') return error;
  const refusal = door.refusal(headers, [mayList(readAddress(url).bucket)]);
  return refusal === null ? error : new ApiError('AccessDenied', 403, refusal);
}

function refuse(call: S3Call, error: ApiError): void {
  for (const [name, value] of Object.entries(error.extra)) call.response.setHeader(name, String(value));
  // The rest of an upload that is refused is of no interest, but unread it would block the connection.
  call.request.resume();
  // An answer to HEAD has no body; the SDK goes by the status alone.
  const body =
    call.request.method === 'HEAD'
      ? ''
      : writeXml([
          'Error',
          [
            ['Code', error.code],
            ['Message', error.message],
          ],
        ]);
  call.response.writeHead(error.status, {
    'content-type': 'application/xml',
    'content-length': Buffer.byteLength(body),
  });
  call.response.end(body);
}
