/** The console's server, asked as a browser would ask it, and as one that means harm. */
import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inWords } from '../../cli/commands/console.ts';
import { pageAssets } from '../../console/server/assets.ts';
import type { ConsoleStore } from '../../console/server/console-store.ts';
import { type RunningConsole, serveConsole } from '../../console/server/serve.ts';
import type { Upload } from '../../shared/aws/store.ts';
import { LIMITS } from '../../shared/core/limits.ts';
import { lineReader } from '../../shared/testing/line-reader.ts';
import { memoryStore } from '../../shared/testing/memory-store.ts';

const HOSTILE = '<img src=x onerror=alert(1)></script><script>alert(2)</script>';
const TEXT = `${HOSTILE}\npublished: 2024-03-01T10:00:00.000Z\nShips came into the harbour, and the pilots went home.`;
const BUNDLE_LIMIT = 150 * 1_024;

const uploaded: Upload[] = [];
let running: RunningConsole;

beforeAll(async () => {
  const store = memoryStore(lineReader);
  await store.deliver(store.bucket.put('incoming/a.txt', TEXT));
  await store.deliver(store.bucket.put('incoming/empty.txt', ''));
  const { query, bucket } = store;
  const upload: ConsoleStore['upload'] = async (one) => {
    uploaded.push(one);
    return { versionId: null };
  };
  running = await serveConsole({ query, objects: bucket.objects, upload }, await pageAssets(), 0);
});
afterAll(() => running.close());

interface Told {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
}

function ask(path: string, headers: Record<string, string> = {}, method = 'GET', body?: Uint8Array): Promise<Told> {
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, running.url), { method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const OWN = { 'x-wirefold-console': '1' };

async function firstId(): Promise<string> {
  return JSON.parse((await ask('/api/files')).text).items[0].id;
}

describe('the console’s server', () => {
  it.each([
    '/',
    '/app.js',
    '/style.css',
    '/api/files',
    '/nowhere',
  ])('answers %s under a strict policy', async (path) => {
    const { headers } = await ask(path);
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
        "frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1',
    '127.0.0.1:1',
  ])('refuses the host %s', async (host) => {
    expect((await ask('/api/files', { host })).status).toBe(403);
  });

  it('answers under both names of this machine', async () => {
    expect((await ask('/', { host: `localhost:${new URL(running.url).port}` })).status).toBe(200);
  });

  it('refuses what a page of another site asks', async () => {
    expect((await ask('/api/files', { origin: 'https://evil.example' })).status).toBe(403);
    expect((await ask('/api/files', { origin: 'null' })).status).toBe(403);
  });

  it('takes a file from its own page only', async () => {
    const body = Buffer.from('A headline');
    expect((await ask('/api/upload?name=x.txt', {}, 'POST', body)).status).toBe(403);
    expect((await ask('/api/upload?name=', OWN, 'POST', body)).status).toBe(400);
    expect(uploaded).toEqual([]);
    expect((await ask('/api/upload?name=x.txt', OWN, 'POST', body)).status).toBe(200);
    expect(uploaded).toMatchObject([{ key: 'incoming/x.txt', metadata: {} }]);
  });

  it('refuses a file over the limit of the pipeline', async () => {
    const answer = ask('/api/upload?name=big.txt', OWN, 'POST', Buffer.alloc(LIMITS.objectBytes + 1));
    // The rest of the body is not waited for, so the connection may end before the answer is read.
    await expect(answer.then(({ status }) => status).catch(() => 413)).resolves.toBe(413);
    expect(uploaded.map(({ key }) => key)).not.toContain('incoming/big.txt');
  });

  it('lists articles and refused files, and tells what became of a file', async () => {
    expect(JSON.parse((await ask('/api/files')).text)).toMatchObject({
      items: [{ key: 'incoming/a.txt' }],
      cursor: null,
    });
    expect(JSON.parse((await ask('/api/files?state=rejected')).text).items).toMatchObject([
      { key: 'incoming/empty.txt', code: 'document.empty', id: null },
    ]);
    expect(JSON.parse((await ask('/api/file?key=incoming%2Fa.txt')).text)).toMatchObject({ state: 'stored' });
    expect(JSON.parse((await ask('/api/file?key=incoming%2Fnowhere.txt')).text)).toMatchObject({ state: 'waiting' });
  });

  it('hands hostile text on as data, never as a page', async () => {
    const { headers, text } = await ask(`/api/article?id=${await firstId()}`);
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(JSON.parse(text).headline).toBe(HOSTILE);
  });

  it('explains every line of the raw file, with a label and a reason', async () => {
    const { status, text } = await ask(`/api/explanation?id=${await firstId()}`);
    expect(status).toBe(200);
    const { lines } = JSON.parse(text);
    expect(lines.map(({ line }: { line: number }) => line)).toEqual([1, 2, 3]);
    for (const { pieces } of lines) expect(pieces[0].why).not.toBe('');
  });

  it.each(['/../package.json', '/..%2fpackage.json', '/main.ts'])('has no file behind %s', async (path) => {
    expect((await ask(path)).status).toBe(404);
  });

  it('says in plain words what went wrong with the store, as whoever opened it puts it', async () => {
    const { query, bucket } = memoryStore(lineReader);
    const refuse = () => Promise.reject(new Error('User is not authorized to perform: dynamodb:Query on resource'));
    const feeds = { ...query.feeds, feed: refuse };
    const table = { ...query.table, query: refuse };
    const upload = () => Promise.reject(new Error('nothing is uploaded here'));
    const store = { query: { ...query, feeds, table }, objects: bucket.objects, upload };
    const problemOf = async (inWords: ConsoleStore['inWords']) => {
      const broken = await serveConsole(inWords === undefined ? store : { ...store, inWords }, new Map(), 0);
      const answer = await fetch(`${broken.url}api/files`);
      await broken.close();
      return [answer.status, (await answer.json()).problem];
    };
    expect(await problemOf(inWords)).toEqual([
      500,
      'The store did not answer. AWS refuses: these credentials lack the right dynamodb:Query.',
    ]);
    expect(await problemOf(undefined)).toEqual([500, expect.stringMatching(/^The store did not answer\. User is not/)]);
  });

  it('tells when something has changed since', async () => {
    const { cursor } = JSON.parse((await ask('/api/changes')).text);
    expect(JSON.parse((await ask(`/api/changes?cursor=${encodeURIComponent(cursor)}`)).text).changed).toBe(false);
  });

  it('sends a page that is small, without a style or script in its markup', async () => {
    const [page, script, style] = await Promise.all([ask('/'), ask('/app.js'), ask('/style.css')]);
    const bytes = [page, script, style].map(({ text }) => gzipSync(text).length).reduce((a, b) => a + b, 0);
    expect(bytes).toBeLessThan(BUNDLE_LIMIT);
    expect(page.text).not.toMatch(/<style|<script>|style=|\son[a-z]+=/);
    expect(script.text).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write/);
    expect(`${page.text}${script.text}${style.text}`).not.toMatch(/https?:\/\//);
  });
});
