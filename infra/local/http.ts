/** A handler in, a server on 127.0.0.1 out. Nothing outside this machine can reach it. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { ApiError } from './api-error.ts';
import { LOCAL_LIMITS } from './limits.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface Served {
  readonly port: number;
  readonly url: string;
  close(): Promise<void>;
}

const HOST = '127.0.0.1';

/** Port 0 takes any free one. What the handler throws is answered with 500: no client is left waiting. */
export async function serve(handler: Handler, port: number): Promise<Served> {
  const server = createServer((request, response) => {
    if (isForeign(request)) return void response.writeHead(403).end('only programs on this machine are served');
    handler(request, response).catch((error: unknown) => giveUp(response, error));
  });
  // A long poll or a slow upload is no attack here.
  server.requestTimeout = 0;
  // A connection that this side closes while the other one writes looks like a lost call.
  server.keepAliveTimeout = 0;
  const actual = await listen(server, port);
  return { port: actual, url: `http://${HOST}:${actual}`, close: () => close(server) };
}

/**
 * Nobody has to sign in here, so web pages must stay out: browsers name the page they act for, and a page that has bent
 * its own host name to this machine still sends that name.
 */
function isForeign({ headers }: IncomingMessage): boolean {
  const host = (headers.host ?? '').split(':')[0];
  return headers.origin !== undefined || (host !== HOST && host !== 'localhost');
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const why = cause.code === 'EADDRINUSE' ? 'is taken; npm start -- --port 0 takes free ones' : cause.message;
      reject(new Error(`port ${port} of ${HOST} ${why}`, { cause }));
    });
    server.listen(port, HOST, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a server without a port');
  return address.port;
}

async function close(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function giveUp(response: ServerResponse, error: unknown): void {
  if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
  response.end(error instanceof Error ? error.message : String(error));
}

/** The whole body as text, refused beyond the limit. */
export async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    const piece = Buffer.from(chunk);
    bytes += piece.length;
    if (bytes > LOCAL_LIMITS.callBytes) throw new ApiError('RequestEntityTooLarge', 413, 'the body is too large');
    chunks.push(piece);
  }
  return Buffer.concat(chunks).toString('utf8');
}
