/** S3 over HTTP with path-style addresses. Any credentials will do. */
import { randomUUID } from 'node:crypto';
import { ApiError } from '../api-error.ts';
import { type Served, serve } from '../http.ts';
import type { Meter } from '../meter.ts';
import { readAddress } from './address.ts';
import type { S3Call, S3Context } from './context.ts';
import { routeOf } from './routes.ts';
import { writeXml } from './xml.ts';

export function serveS3(context: S3Context, port: number, meter: Meter): Promise<Served> {
  return serve(async (request, response) => {
    meter.count(`s3 ${request.method ?? ''}`);
    response.setHeader('x-amz-request-id', randomUUID());
    const base = { ...context, request, response, bucket: '', key: '', query: new URLSearchParams() };
    try {
      const call = { ...base, ...readAddress(request.url ?? '/') };
      await routeOf(call)(call);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      refuse(base, error);
    }
  }, port);
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
