/** One signed question to the HTTP API of the deployment, or one without a signature. Out: status and JSON. */
import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto';
import { request } from 'node:https';
import type { S3Client } from '@aws-sdk/client-s3';
import { SignatureV4 } from '@smithy/signature-v4';
import { whereToConnect } from './patches.ts';

const WAIT_MS = 30_000;
const SECURE_PORT = 443;

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export async function ask(apiUrl: string, pathAndQuery: string, signer: S3Client | null): Promise<Answer> {
  const url = new URL(pathAndQuery, apiUrl);
  const headers = { host: url.host };
  return get(url, signer === null ? headers : await signed(url, headers, signer));
}

async function signed(url: URL, headers: Readonly<Record<string, string>>, { config }: S3Client) {
  const [credentials, region] = [await config.credentials(), await config.region()];
  const signer = new SignatureV4({ service: 'execute-api', region, credentials, sha256: Sha256 });
  const query = Object.fromEntries(url.searchParams);
  const plain = { method: 'GET', protocol: 'https:', hostname: url.hostname, path: url.pathname, query };
  return (await signer.sign({ ...plain, headers: { ...headers } })).headers;
}

/** As the signer wants a hash. */
class Sha256 {
  readonly #hash: Hash | Hmac;
  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', bytesOf(secret));
  }
  update(data: string | ArrayBuffer | ArrayBufferView): void {
    this.#hash.update(bytesOf(data));
  }
  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }
  reset(): void {
    throw new Error('a hash is used once');
  }
}

function bytesOf(data: string | ArrayBuffer | ArrayBufferView): Buffer {
  if (typeof data === 'string') return Buffer.from(data);
  return ArrayBuffer.isView(data) ? Buffer.from(data.buffer, data.byteOffset, data.byteLength) : Buffer.from(data);
}

function get(url: URL, headers: Readonly<Record<string, string>>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const port = url.port === '' ? SECURE_PORT : Number(url.port);
    const path = `${url.pathname}${url.search}`;
    const sent = request({ ...whereToConnect(url), port, path, headers, timeout: WAIT_MS }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status: answer.statusCode ?? 0, body: text === '' ? null : JSON.parse(text) });
      });
    });
    sent.on('timeout', () => sent.destroy(new Error(`no answer within ${WAIT_MS / 1_000} s`)));
    sent.on('error', reject);
    sent.end();
  });
}
