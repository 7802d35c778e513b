/** Stories and events over HTTP, some of whose articles may not be shown: what is left of them, and that nothing else comes out. */
import { beforeAll, describe, expect, it } from 'vitest';
import { exportArticles } from '../../cli/commands/export.ts';
import { answer } from '../../shared/api/answer.ts';
import type { ApiPorts } from '../../shared/api/exchange.ts';
import { inProcess } from '../../shared/library/in-process.ts';
import { listArticles } from '../../shared/pipeline/query.ts';
import { memoryStore } from '../../shared/testing/memory-store.ts';
import { anIo } from '../cli/fake-io.ts';

const FERRY =
  'The ferry to Halden came in at noon on Monday, and the whole harbour stood on the quay to see it. '.repeat(3);
const MERGER =
  'Two makers of bolts, who have worked in one valley for a hundred years, are to become a single firm. '.repeat(3);
const EMBARGO = { embargoed: '2999-01-01T00:00:00Z' };

let ports: ApiPorts;
let ids: Readonly<Record<string, string>>;

beforeAll(async () => {
  const store = memoryStore(inProcess);
  const put = (name: string, hour: string, value: string, more: Readonly<Record<string, string>> = {}) => {
    const item = {
      ...{ uri: `https://${name}.example/a`, type: 'text', language: 'en', pubStatus: 'usable' },
      ...{ headlines: [{ role: 'main', value: `Headline of ${name}` }], firstCreated: `2025-03-03T${hour}:00:00Z` },
      ...{ bodies: [{ role: 'main', contentType: 'text/plain', value }], ...more },
    };
    return store.deliver(store.bucket.put(`incoming/${name}.json`, JSON.stringify(item)));
  };
  await put('early', '08', FERRY, EMBARGO);
  await put('open', '12', FERRY);
  await put('late', '14', FERRY);
  await put('bolts', '09', MERGER, EMBARGO);
  await put('nuts', '10', MERGER, { pubStatus: 'stat:withheld' });
  const { items } = await listArticles({ limit: 100, cursor: null }, store.query);
  ids = Object.fromEntries(items.map(({ id, publisher }) => [publisher?.name.replace('.example', '') ?? '', id]));
  ports = { ...store.query, now: () => '2026-04-01T00:00:00.000Z' };
});

async function ask(target: string) {
  const [path = '', query = ''] = target.split('?');
  const request = { method: 'GET', path, query, headers: {}, origin: '' };
  const { status, body } = await answer(request, ports, () => {});
  return { status, text: String(body), json: JSON.parse(String(body)) };
}

const HIDDEN = /early|bolts|nuts|T08:00|T09:00|T10:00/;

describe('an article that repeats one that may not be shown', () => {
  it('names neither it nor its date', async () => {
    for (const target of [`/articles/${ids['open']}`, '/articles', `/objects/incoming/open.json`]) {
      const { text } = await ask(target);
      expect(text).toContain('"relation":"identical"');
      expect(text).not.toContain(ids['early']);
      expect(text).not.toMatch(HIDDEN);
    }
  });

  it('names neither in an export, but for its owner', async () => {
    const exported = async (withheld: boolean) => {
      const io = anIo();
      await exportArticles([ids['open'] ?? ''], { format: 'jsonl', withheld }, ports, io);
      return io.out();
    };
    expect(await exported(false)).toContain(ids['open']);
    expect(await exported(false)).not.toContain(ids['early']);
    expect(await exported(true)).toContain(ids['early']);
  });
});

describe('a page of articles', () => {
  it('has no gap where some may not be shown, and names none of them in its cursor', async () => {
    const { json } = await ask('/articles?limit=1');
    const next = await ask(`/articles?limit=1&cursor=${json.cursor}`);
    expect([...json.items, ...next.json.items].map(({ id }: { id: string }) => id)).toEqual([ids['late'], ids['open']]);
    const all = await ask('/articles?limit=3');
    expect(all.json).toMatchObject({ items: [{ id: ids['late'] }, { id: ids['open'] }], cursor: null });
    for (const { cursor } of [json, next.json])
      expect(Buffer.from(cursor ?? '', 'base64url').toString()).not.toMatch(
        new RegExp(`${ids['early']}|${ids['bolts']}|${ids['nuts']}`),
      );
  });
});

describe('a file whose article may not be shown', () => {
  it('is not known of when it is removed; one that others may have had is', async () => {
    const told = async (value: string, more: Readonly<Record<string, string>>) => {
      const store = memoryStore(inProcess);
      const item = {
        ...{ uri: 'https://gone.example/a', type: 'text', language: 'en', pubStatus: 'usable' },
        ...{ bodies: [{ role: 'main', contentType: 'text/plain', value }], ...more },
      };
      await store.deliver(store.bucket.put('incoming/gone.json', JSON.stringify(item)));
      await store.deliver(store.bucket.remove('incoming/gone.json'));
      const asked = { method: 'GET', headers: {}, origin: '' };
      const own = { ...store.query, now: ports.now };
      const one = await answer({ ...asked, path: '/objects/incoming/gone.json', query: '' }, own, () => {});
      const all = await answer({ ...asked, path: '/objects', query: 'state=removed' }, own, () => {});
      return [one.status, JSON.parse(String(all.body)).items.length];
    };
    expect(await told(FERRY, EMBARGO)).toEqual([404, 0]);
    expect(await told(FERRY, {})).toEqual([200, 1]);
  });
});

describe('a story, when more of it may be shown', () => {
  it('counts those whose embargo has ended, and their texts', async () => {
    const later = { ...ports, now: () => '2999-01-02T00:00:00.000Z' };
    const asked = { method: 'GET', path: `/stories/${ids['open']}`, query: 'limit=2', headers: {}, origin: '' };
    const told = JSON.parse(String((await answer(asked, later, () => {})).body));
    expect(told).toMatchObject({ copies: 3, first: { id: ids['early'] } });
    expect(told.cursor).not.toBeNull();
  });

  it('has no next page that holds only hidden ones', async () => {
    const { json } = await ask(`/stories/${ids['open']}?limit=2`);
    expect(json).toMatchObject({ items: [{ id: ids['open'] }, { id: ids['late'] }], cursor: null });
  });
});

describe('stories and events with articles that may not be shown', () => {
  it('name nobody of them as the first', async () => {
    const { text, json } = await ask(`/stories/${ids['open']}`);
    expect(json).toMatchObject({ copies: 2, texts: 1, first: null, items: [{ id: ids['open'] }, { id: ids['late'] }] });
    expect(text).not.toContain(ids['early']);
    expect(text).not.toMatch(HIDDEN);
    const nothing = { relation: null, coverage: null, coverageOfFirst: null, direction: null };
    for (const item of json.items) expect(item).toMatchObject(nothing);
  });

  it('have the headline, the date and the outlets of what may be shown', async () => {
    const day = await ask('/stories?day=2025-03-03');
    const open = { headline: 'Headline of open', published: '2025-03-03T12:00:00.000Z', copies: 2 };
    expect(day.json.items).toMatchObject([{ ...open, outlets: ['late.example', 'open.example'] }]);
    expect(day.text).not.toMatch(HIDDEN);
    const event = await ask(`/events/${ids['open']}`);
    expect(event.json).toMatchObject({
      title: 'Headline of open',
      from: '2025-03-03T12:00:00.000Z',
      articles: 2,
      stories: [open],
    });
    expect(event.text).not.toMatch(HIDDEN);
  });

  it.each(['early', 'bolts', 'nuts'])('are not found by what may not be shown: %s', async (name) => {
    expect(ids[name]).toMatch(/^art_/);
    for (const place of ['stories', 'events'])
      expect(await ask(`/${place}/${ids[name]}`)).toMatchObject({ status: 404, json: { code: 'not-found' } });
  });

  it('are not there when nothing of them may be shown', async () => {
    const { items } = await listArticles({ limit: 100, cursor: null }, ports);
    const bolts = items.find(({ id }) => id === ids['bolts']);
    expect(items.find(({ id }) => id === ids['nuts'])?.storyId).toBe(bolts?.storyId);
    expect(await ask(`/stories/${bolts?.storyId}`)).toMatchObject({ status: 404 });
    expect(await ask(`/events/${bolts?.eventId}`)).toMatchObject({ status: 404 });
  });
});
