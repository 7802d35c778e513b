import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { API_ROUTES } from '../../infra/api.ts';
import { answer } from '../../shared/api/answer.ts';
import type { ApiAnswer, ApiPorts } from '../../shared/api/exchange.ts';
import { nameIn } from '../../shared/api/route.ts';
import { ROUTES } from '../../shared/api/routes.ts';
import { lineReader } from '../../shared/testing/line-reader.ts';
import { memoryStore } from '../../shared/testing/memory-store.ts';

const LONG = 'Ships wait outside the harbour until the port opens again on Monday morning. '.repeat(40);
let ports: ApiPorts;
const failures: unknown[] = [];

async function ask(target: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<ApiAnswer> {
  const [path = '', query = ''] = target.split('?');
  return answer({ method, path, query, headers, origin: 'https://api.example' }, ports, (error) =>
    failures.push(error),
  );
}

async function json(target: string) {
  const { status, headers, body } = await ask(target);
  return { status, type: headers['content-type'], ...JSON.parse(String(body)) };
}

/** What the route says it answers. */
async function checked(target: string) {
  const { status, body } = await ask(target);
  const found = JSON.parse(String(body));
  const route = ROUTES.find(({ path }) => nameIn(path, target.split('?')[0] ?? '') !== null);
  expect(status, `${target} ${body}`).toBe(200);
  const result = route?.answers.safeParse(found);
  expect(result?.error?.issues ?? [], target).toEqual([]);
  return found;
}

beforeAll(async () => {
  const store = memoryStore(lineReader);
  const put = (name: string, ...lines: readonly string[]) =>
    store.deliver(store.bucket.put(`incoming/${name}`, [`About ${name}`, ...lines].join('\n')));
  await put('a', 'published: 2026-03-01T10:00:00.000Z', 'publisher: The Post', 'author: Ada Quill', 'Text of a.');
  await put('a', 'published: 2026-03-01T10:00:00.000Z', 'publisher: The Post', 'author: Ada Quill', LONG);
  await put('b', 'published: 2026-03-02T10:00:00.000Z', 'publisher: The Mail', 'url: https://mail.example/b', LONG);
  await put('c%20', 'published: 2026-03-03T10:00:00.000Z', 'Something else.');
  await store.deliver(store.bucket.put('incoming/empty', ''));
  ports = { ...store.query, now: () => '2026-04-01T00:00:00.000Z' };
});

describe('the HTTP API', () => {
  it('has the routes that the stack declares, and no others', () => {
    expect(ROUTES.map(({ path }) => path).sort()).toEqual([...API_ROUTES].sort());
  });

  it('answers each question as its description says', async () => {
    const { items } = await checked('/articles?limit=2');
    expect(items.map(({ source }: { source: { key: string } }) => source.key)).toEqual(['incoming/c%20', 'incoming/b']);
    const { id, storyId, eventId } = items[1];
    expect(await checked(`/articles/${id}`)).toMatchObject({ id });
    expect(await checked('/articles/by-url?url=http://mail.example/b%3Futm_source=x')).toMatchObject({ id });
    expect((await checked('/articles?author=ada%20quill')).items).toHaveLength(1);
    const [{ id: first, ...copy }] = (await checked(`/articles/${id}/copies`)).items;
    expect(copy).toMatchObject({ publisher: 'The Post', relation: 'identical', coverage: 1, coverageOfCopy: 1 });
    expect(copy).toMatchObject({ provider: null, direction: 'inferred', from: first });
    expect((await checked(`/articles/${first}/versions`)).items).toMatchObject([{ version: 1 }, { version: 2 }]);
    const towardsFirst = { relation: 'identical', coverage: 1, coverageOfFirst: 1, provider: null };
    expect(await checked(`/stories/${storyId}`)).toMatchObject({
      ...{ copies: 2, first: { id: first } },
      items: [
        { id: first, direction: null },
        { ...towardsFirst, id, direction: 'inferred' },
      ],
    });
    expect((await checked('/stories?day=2026-03-01')).items).toMatchObject([{ storyId, eventId }]);
    expect(await checked(`/events/${eventId}`)).toMatchObject({ eventId, stories: [{ storyId }] });
    expect(await checked('/objects/incoming/c%20')).toMatchObject({ state: 'stored' });
    expect(await checked('/objects/incoming/empty')).toMatchObject({ state: 'rejected', code: 'document.empty' });
    expect((await checked('/objects?state=rejected')).items).toMatchObject([{ key: 'incoming/empty' }]);
    expect((await checked('/changes')).items.length).toBeGreaterThan(2);
  });

  it('gives pages whose next one is an address', async () => {
    const keys: string[] = [];
    for (let next: string | null = '/articles?limit=1&from=2026-03-02'; next !== null; ) {
      const page: { items: { source: { key: string } }[]; next: string | null } = await checked(next);
      keys.push(...page.items.map(({ source }) => source.key));
      next = page.next;
    }
    expect(keys).toEqual(['incoming/c%20', 'incoming/b']);
  });

  it('gives a feed to who asks for one', async () => {
    for (const [target, headers] of [
      ['/articles?limit=2&format=feed', {}],
      ['/articles?limit=2', { accept: 'text/html;q=0.2, application/feed+json' }],
    ] as const) {
      const { headers: sent, body } = await ask(target, headers);
      expect(sent['content-type']).toBe('application/feed+json');
      const feed = JSON.parse(String(body));
      expect(feed).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', items: [{ title: 'About c%20' }, {}] });
      expect(feed.next_url).toMatch(/^https:\/\/api\.example\/articles\?/);
    }
  });

  it('says nothing twice: 304 for what is known, and gzip for who takes it', async () => {
    const { headers, body } = await ask('/articles', { 'accept-encoding': 'br, gzip' });
    expect(headers).toMatchObject({ 'content-encoding': 'gzip', 'cache-control': 'private, no-cache' });
    expect(JSON.parse(gunzipSync(body).toString()).items).toHaveLength(3);
    const again = await ask('/articles', { 'if-none-match': `"x", ${headers['etag']}` });
    expect(again).toMatchObject({ status: 304, body: '' });
    expect(await ask('/articles', { 'accept-encoding': 'gzip;q=0' })).not.toHaveProperty('headers.content-encoding');
  });

  it.each([
    ['/articles?colour=red', 400, 'unknown-parameter'],
    ['/articles?toString=1', 400, 'unknown-parameter'],
    ['/articles?limit=0', 400, 'invalid-parameter'],
    ['/articles?limit=ten', 400, 'invalid-parameter'],
    ['/articles?day=2026-02-30', 400, 'invalid-parameter'],
    ['/articles?day=2026-02-01&day=2026-02-02', 400, 'invalid-parameter'],
    ['/articles?month=2026-03&day=2026-03-01', 400, 'invalid-parameter'],
    ['/articles?from=2026-03-02&to=2026-03-01', 400, 'invalid-parameter'],
    ['/objects?state=removed&day=2026-03-02&to=2026-03-03', 400, 'invalid-parameter'],
    ['/stories', 400, 'invalid-parameter'],
    ['/articles?cursor=bm8', 404, 'no-such-page'],
    ['/changes?since=bm8', 404, 'no-such-page'],
    ['/articles/art_x', 404, 'not-found'],
    ['/articles/art_x/versions', 404, 'not-found'],
    ['/articles/by-url?url=https://nowhere.example/', 404, 'not-found'],
    ['/objects/incoming/nothing', 404, 'not-found'],
    ['/stories/sty_x', 404, 'not-found'],
    ['/events/evt_x', 404, 'not-found'],
    ['/elsewhere', 404, 'no-such-route'],
    ['/articles/', 404, 'no-such-route'],
  ])('tells what is wrong with %s', async (target, status, code) => {
    expect(await json(target)).toMatchObject({ status, code, type: `urn:wirefold:problem:${code}` });
    expect((await ask(target)).headers['content-type']).toBe('application/problem+json');
  });

  it.each([
    ['/articles?limit=0', '"limit": It must be 1 or more.'],
    ['/articles?limit=900', '"limit": It must be 100 or less.'],
    ['/articles?limit=ten', '"limit": It must be a whole number.'],
    ['/articles?day=2026-02-30', '"day": It must be a day, such as 2026-01-31.'],
    ['/articles?month=2026-13', '"month": It must be a month, such as 2026-01.'],
    ['/articles?outlet=', '"outlet": It is empty.'],
    [`/articles?outlet=${'x'.repeat(201)}`, '"outlet": It must have 200 characters at most.'],
    ['/articles?language=deutsch!', '"language": It must be the code of a language, such as de or de-AT.'],
    ['/objects?state=lost', '"state": It must be one of: rejected, removed.'],
    ['/objects', '"state": It is missing, and needed here.'],
    [
      '/articles/by-url?url=news',
      '"url": It must be a web address that begins with http:// or https:// and has no blanks.',
    ],
    ['/changes?since=!', '"since": It must be a cursor, as the last answer gave it.'],
  ])('says what a parameter must be: %s', async (target, detail) => {
    expect(await json(target)).toMatchObject({ status: 400, detail });
  });

  it('only reads, and only as it can', async () => {
    expect(await ask('/articles', {}, 'DELETE')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
    expect(await ask('/articles', {}, 'HEAD')).toMatchObject({ status: 200, body: '' });
    expect(await ask('/articles', { accept: 'image/png' })).toMatchObject({ status: 406 });
  });

  it('tells nothing of what fails inside, but logs it', async () => {
    const broken = {
      ...ports,
      table: { ...ports.table, get: () => Promise.reject(new Error('the secret name of a table')) },
    };
    const request = { method: 'GET', path: '/articles/art_x', query: '', headers: {}, origin: '' };
    const logged: unknown[] = [];
    const { status, body } = await answer(request, broken, (error) => logged.push(error));
    expect(status).toBe(500);
    expect(String(body)).not.toContain('secret');
    expect(logged).toMatchObject([{ message: 'the secret name of a table' }]);
  });

  it('describes itself: each route with its parameters and its answer', async () => {
    const { paths, components, openapi } = await json('/openapi.json');
    expect(openapi).toBe('3.1.0');
    expect(Object.keys(paths)).toHaveLength(ROUTES.length);
    const names = paths['/articles'].get.parameters.map(({ name }: { name: string }) => name);
    expect(names).toEqual(expect.arrayContaining(['outlet', 'date-status', 'cursor', 'limit']));
    expect(components.schemas.Article.properties).toHaveProperty('headline');
    expect(paths['/articles'].get.responses['200'].content['application/json'].schema.properties.items.items).toEqual({
      $ref: '#/components/schemas/Article',
    });
  });
});

describe('what may not be shown', () => {
  it('does not come out by any address', async () => {
    const store = memoryStore(lineReader);
    const text = 'Held back\npublished: 2026-03-01T10:00:00.000Z\nurl: https://mail.example/held\nNot yet to be read.';
    const { articleId } = await store.deliver(store.bucket.put('incoming/held', text));
    const hide = (item: Readonly<Record<string, unknown>>) =>
      item['status'] === 'usable' ? { ...item, status: 'withheld' } : item;
    const feeds = {
      ...store.query.feeds,
      getMany: async (keys: Parameters<typeof store.query.feeds.getMany>[0]) =>
        (await store.query.feeds.getMany(keys)).map((item) => ({ ...item, ...hide(item), pk: item.pk, sk: item.sk })),
    };
    ports = { ...store.query, feeds, now: () => '2026-04-01T00:00:00.000Z' };
    expect((await ask('/stories?day=2026-03-01')).body).not.toContain('Held back');
    expect((await ask(`/events/${articleId}`)).body).not.toContain('Held back');
    expect(await json(`/stories/${articleId}`)).toMatchObject({ status: 404, code: 'not-found' });
  });
});
