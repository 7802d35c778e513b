/** One article carried through every container comes out as the same article, and every container adds up. */
import { describe, expect, it } from 'vitest';
import { contentHash } from '../../../shared/core/fingerprint.ts';
import { findObject, listArticles } from '../../../shared/pipeline/query.ts';
import { memoryStore } from '../../../shared/testing/memory-store.ts';
import { createReader } from '../../../shared/workers/reader.ts';
import { HEADLINE, PARAGRAPHS } from '../intake-formats/one-article.ts';
import { CONTAINERS, OTHER, OTHER_HEADLINE, WRAPPED } from './held-articles.ts';

const reader = createReader();

async function dropped(bytes: Uint8Array) {
  const store = memoryStore(reader);
  const change = store.bucket.put('incoming/photo.jpg', bytes, { metadata: { 'captured-at': '2025-03-05T00:00:00Z' } });
  const outcome = await store.deliver(change);
  const { items } = await listArticles({ limit: 10, cursor: null }, store.query);
  return { store, outcome, items, state: await findObject('incoming/photo.jpg', store.query) };
}

describe('an article in a container', () => {
  it.each(CONTAINERS)('%s: the same headline, body and content hash, whatever the name says', async (_, bytes) => {
    const { items, state } = await dropped(bytes);
    const [ferry, lanterns] = [HEADLINE, OTHER_HEADLINE].map((text) => items.find(({ headline }) => headline === text));
    expect(ferry?.body.map((part) => part.text)).toEqual(PARAGRAPHS);
    expect(ferry?.fingerprint.contentHash).toBe(contentHash(PARAGRAPHS));
    expect(lanterns?.fingerprint.contentHash).toBe(contentHash(OTHER));
    expect(state).toMatchObject({ state: 'container', found: 2, uncounted: 0, stored: 2, rejected: 0, pending: 0 });
  });

  it.each(CONTAINERS)('%s: is found by its member, which says where it came from', async (_, bytes) => {
    const { store, items } = await dropped(bytes);
    const [ferry] = items.filter(({ headline }) => headline === HEADLINE);
    const found = await findObject(`incoming/photo.jpg#${ferry?.source.member}`, store.query);
    expect(found).toMatchObject({ state: 'stored', record: { id: ferry?.id, headline: HEADLINE } });
    expect(ferry?.capturedAt).toMatch(/^2025-03-0[45]T/);
  });

  it.each(WRAPPED)('%s around a page is the page, and no container', async (_, bytes) => {
    const { state } = await dropped(bytes);
    expect(state).toMatchObject({ state: 'stored', record: { headline: HEADLINE } });
  });

  it('keeps address and time of capture that its crawl has noted', async () => {
    const bytes = CONTAINERS.find(([name]) => name === 'WARC, packed by record')?.[1] ?? new Uint8Array();
    const { items } = await dropped(bytes);
    const ferry = items.find(({ headline }) => headline === HEADLINE);
    expect(ferry).toMatchObject({
      url: 'https://halden-courier.example/news/ferry-returns',
      capturedAt: '2025-03-04T08:00:00.000Z',
      source: { charset: 'utf-8', mediaType: 'text/html' },
    });
  });
});

describe('what a container holds', () => {
  const bytesOf = (name: string) => CONTAINERS.find(([other]) => other === name)?.[1] ?? new Uint8Array();

  it('goes when the container is removed, and comes back with it', async () => {
    const { store } = await dropped(bytesOf('zip'));
    await store.deliver(store.bucket.remove('incoming/photo.jpg'));
    expect((await listArticles({ limit: 10, cursor: null }, store.query)).items).toEqual([]);
    expect(await findObject('incoming/photo.jpg#a/ferry.html', store.query)).toMatchObject({ state: 'removed' });
    await store.deliver(store.bucket.purge('v2'));
    expect((await listArticles({ limit: 10, cursor: null }, store.query)).items).toHaveLength(2);
  });

  it('is what its newest contents hold: a member that they have no more is gone', async () => {
    const { store } = await dropped(bytesOf('JSON Lines'));
    const [first = ''] = new TextDecoder().decode(bytesOf('JSON Lines')).split('\n');
    await store.deliver(store.bucket.put('incoming/photo.jpg', `${first}\n{"title":"No text"}\n`));
    const { items } = await listArticles({ limit: 10, cursor: null }, store.query);
    expect(items.map(({ headline }) => headline)).toEqual([HEADLINE]);
    const state = await findObject('incoming/photo.jpg', store.query);
    expect(state).toMatchObject({ state: 'container', found: 2, stored: 1, rejected: 1, pending: 0 });
  });

  it('is told apart as copies when another file has said it before', async () => {
    const { store } = await dropped(bytesOf('tar'));
    await store.deliver(store.bucket.put('incoming/later.zip', bytesOf('zip')));
    const later = await findObject('incoming/later.zip', store.query);
    const first = await findObject('incoming/photo.jpg', store.query);
    const copies = [later, first].map((one) => (one?.state === 'container' ? one.copies : null));
    expect(copies.reduce((sum: number, count) => sum + (count ?? 0), 0)).toBe(2);
  });
});
