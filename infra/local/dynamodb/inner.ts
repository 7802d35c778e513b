/**
 * dynalite, which knows DynamoDB's expressions and indexes, behind one function. It listens on a port of its own that
 * nobody is told; everything reaches it through the front.
 */
import { Agent, request } from 'node:http';
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
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('dynalite has no port');
  const { port } = address;
  const agent = new Agent({ keepAlive: true });
  return {
    call: (operation, input) => call(port, agent, operation, JSON.stringify(input)),
    close: async () => {
      agent.destroy();
      await new Promise<void>((resolve, reject) => {
        server.close((error) => (error === undefined || error === null ? resolve() : reject(error)));
        server.closeAllConnections();
      });
    },
  };
}

async function call(port: number, agent: Agent, operation: string, body: string): Promise<JsonObject> {
  const { status, text } = await post(port, agent, operation, body);
  const answer = parseJson(text === '' ? '{}' : text);
  if (!isObject(answer)) throw new Error(`dynalite answered ${operation} with no object`);
  if (status === 200) return answer;
  const code = (optionalText(answer, '__type') ?? 'InternalServerError').split('#').at(-1) ?? '';
  throw new ApiError(code, status, optionalText(answer, 'message') ?? optionalText(answer, 'Message') ?? code);
}

function post(
  port: number,
  agent: Agent,
  operation: string,
  body: string,
): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const headers = {
      ...SIGNED,
      'x-amz-target': `DynamoDB_20120810.${operation}`,
      'content-length': Buffer.byteLength(body),
    };
    const sent = request({ host: '127.0.0.1', port, agent, method: 'POST', headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 500, text: Buffer.concat(chunks).toString('utf8') }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
