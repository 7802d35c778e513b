/**
 * The console's server. In: a store, a page, a port. Out: an address on this machine only. Promise: a page of another site reads
 * and writes nothing here, and whatever an article holds, the browser runs and fetches nothing of it.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { LIMITS } from '../../shared/core/limits.ts';
import { type Answer, json, problem } from './answer.ts';
import type { Assets } from './assets.ts';
import type { ConsoleStore } from './console-store.ts';
import { answer, closeDesk, type Desk, openDesk } from './routes.ts';

const HOST = '127.0.0.1';
const SECURITY = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
    "frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
} as const;
/** A form of another site cannot send it without asking first, and nobody here answers such a question. */
const OWN_HEADER = 'x-wirefold-console';

/** A page that looks every few seconds must not meet a connection that is just being closed. */
const IDLE_MS = 60_000;

export interface RunningConsole {
  readonly url: string;
  close(): Promise<void>;
}

/** Port 0 takes any free one. */
export async function serveConsole(store: ConsoleStore, assets: Assets, port: number): Promise<RunningConsole> {
  const desk = openDesk(store);
  const server = createServer((request, response) => {
    respond(request, desk, assets)
      .catch((error: unknown) => problem(500, `The store did not answer. ${wordsOf(error, desk.store)}.`))
      .then((result) => send(response, result))
      .catch(() => response.destroy());
  });
  server.keepAliveTimeout = IDLE_MS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(
        cause.code === 'EADDRINUSE' ? new Error(`Port ${port} is taken; --port 0 takes a free one`, { cause }) : cause,
      ),
    );
    server.listen(port, HOST, resolve);
  });
  const address = server.address();
  const actual = address !== null && typeof address === 'object' ? address.port : port;
  return {
    url: `http://${HOST}:${actual}/`,
    close: async () => {
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      server.closeAllConnections();
      await Promise.all([closed, closeDesk(desk)]);
    },
  };
}

async function respond(request: IncomingMessage, desk: Desk, assets: Assets): Promise<Answer> {
  const host = request.headers.host ?? '';
  const port = request.socket.localPort;
  // A site that bends its own name to this machine still sends that name.
  if (host !== `${HOST}:${port}` && host !== `localhost:${port}`)
    return problem(403, 'Only this machine is served: open the printed address.');
  const { origin } = request.headers;
  if (origin !== undefined && origin !== `http://${host}`) return problem(403, 'Pages of other sites are not served.');
  const url = new URL(request.url ?? '/', `http://${host}`);
  if (request.method === 'GET' || request.method === 'HEAD') {
    // Whoever opens the page will look at an article next.
    if (url.pathname === '/') desk.reading.warm();
    return assets.get(url.pathname) ?? answer(url, desk);
  }
  if (request.method !== 'POST' || url.pathname !== '/api/upload') return problem(405, 'This cannot be done here.');
  if (request.headers[OWN_HEADER] !== '1') return problem(403, 'Uploads come from the console’s own page only.');
  return upload(url.searchParams.get('name') ?? '', request, desk.store);
}

async function upload(name: string, request: IncomingMessage, store: ConsoleStore): Promise<Answer> {
  const key = `incoming/${name}`;
  if (name === '' || Buffer.byteLength(key) > 1_024) return problem(400, 'The name of the file is empty or too long.');
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    const piece = Buffer.from(chunk);
    bytes += piece.length;
    if (bytes > LIMITS.objectBytes) return problem(413, `The file is over the limit of ${LIMITS.objectBytes} bytes.`);
    chunks.push(piece);
  }
  await store.upload({ key, bytes: Buffer.concat(chunks), metadata: {} });
  return json({ key });
}

function send(response: ServerResponse, { status, type, body, saveAs }: Answer): void {
  const saved = saveAs === undefined ? {} : { 'content-disposition': `attachment; filename="${saveAs}"` };
  response.writeHead(status, { ...SECURITY, ...saved, 'content-type': typed(type) }).end(body);
}

function wordsOf(error: unknown, { inWords }: ConsoleStore): string {
  const words = inWords?.(error) ?? (error instanceof Error ? error.message : String(error));
  return words.slice(0, 300).replace(/\.$/, '');
}

function typed(type: string): string {
  return type.includes('charset') ? type : `${type}; charset=utf-8`;
}
