/**
 * dynalite, which knows DynamoDB's expressions and indexes, behind one function. Calls are handed to its request handler in this process:
 * a second trip over the network would cost every read of the local run as much as the first. It listens on a port of its own that nobody
 * is told, because it closes its files with its server.
 */
import { EventEmitter } from 'node:events';
import type { Server } from 'node:http';
import dynalite from 'dynalite';
import { ApiError } from '../api-error.ts';
import { isObject, type JsonObject, optionalText, parseJson } from '../json.ts';

export interface Inner {
  /** Throws ApiError with DynamoDB's own code when the call is refused. */
  call(operation: string, input: JsonObject): Promise<JsonObject>;
  close(): Promise<void>;
}

/** dynalite wants to see a signature, and looks no further. */
const SIGNED = {
  authorization:
    'AWS4-HMAC-SHA256 Credential=local/20250101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
  'x-amz-date': '20250101T000000Z',
  'content-type': 'application/x-amz-json-1.0',
};

export async function openInner(folder: string): Promise<Inner> {
  const server = dynalite({ path: folder, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const underWay = new Set<Promise<unknown>>();
  return {
    call(operation, input) {
      const answered = call(server, operation, JSON.stringify(input));
      const settled = answered.catch(() => undefined).finally(() => underWay.delete(settled));
      underWay.add(settled);
      return answered;
    },
    close: async () => {
      await Promise.all(underWay);
      await new Promise<void>((resolve, reject) => {
        server.close((error) => (error === undefined || error === null ? resolve() : reject(error)));
        server.closeAllConnections();
      });
    },
  };
}

async function call(server: Server, operation: string, body: string): Promise<JsonObject> {
  const { status, text } = await handed(server, operation, body);
  const answer = parseJson(text === '' ? '{}' : text);
  if (!isObject(answer)) throw new Error(`dynalite answered ${operation} with no object`);
  if (status === 200) return answer;
  const code = (optionalText(answer, '__type') ?? 'InternalServerError').split('#').at(-1) ?? '';
  throw new ApiError(code, status, optionalText(answer, 'message') ?? optionalText(answer, 'Message') ?? code);
}

/** All that dynalite's handler looks at of a request, and touches of a response. */
function handed(
  server: Server,
  operation: string,
  body: string,
): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve) => {
    const headers = { ...SIGNED, 'x-amz-target': `DynamoDB_20120810.${operation}` };
    const request = Object.assign(new EventEmitter(), { method: 'POST', url: '/', headers });
    const response = {
      statusCode: 200,
      setHeader: () => response,
      end: (text: unknown = '') => resolve({ status: response.statusCode, text: String(text) }),
    };
    server.emit('request', request, response);
    request.emit('data', Buffer.from(body));
    request.emit('end');
  });
}
