/** A name that a document gives itself: unique in the world, or only together with its sender. */
import { describe, expect, it } from 'vitest';
import { guidFrom, isUnique, nameWithin } from '../../shared/core/intake/formats/guid.ts';
import { findObject, listArticles } from '../../shared/pipeline/query.ts';
import { aZip } from '../../shared/testing/archives.ts';
import { memoryStore } from '../../shared/testing/memory-store.ts';
import { createReader } from '../../shared/workers/reader.ts';

const reader = createReader();
const text = (what: string) =>
  `The harbour master said on Monday that the ${what} would be mended before the winter storms came in from the west.`;
const rss = (channel: string, what: string, item = '') =>
  `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>${channel}
<item><guid isPermaLink="false">1</guid>${item}<title>The ${what}</title><content:encoded>${text(what)}</content:encoded></item></channel></rss>`;
const atom = (feed: string, what: string) =>
  `<feed xmlns="http://www.w3.org/2005/Atom">${feed}<entry><id>1</id><title>The ${what}</title><content>${text(what)}</content></entry></feed>`;
const jsonFeed = (feed: object, what: string) =>
  JSON.stringify({
    ...{ version: 'https://jsonfeed.org/version/1.1', ...feed },
    items: [{ id: '1', title: `The ${what}`, content_text: text(what) }],
  });
const MAPPING = JSON.stringify({ headline: 'name', text: 'words', guid: 'number', publisher: 'desk' });
const line = (what: string, more: object = {}) =>
  JSON.stringify({ number: 1, name: `The ${what}`, words: text(what), ...more });
const lines = (what: string, more: object = {}) => `${line(what, more)}\n${line(what, { ...more, number: 2 })}\n`;
const nitf = (docId: string, what: string) =>
  `<nitf><head><docdata><doc-id ${docId}/></docdata></head><body><body.head><hedline><hl1>The ${what}</hl1></hedline></body.head>
<body.content><p>${text(what)}</p></body.content></body></nitf>`;

async function identities(
  files: readonly (readonly [string, string | Uint8Array, Readonly<Record<string, string>>?])[],
) {
  const store = memoryStore(reader);
  for (const [key, content, metadata = {}] of files)
    await store.deliver(store.bucket.put(`incoming/${key}`, content, { metadata }));
  const { items } = await listArticles({ limit: 50, cursor: null }, store.query);
  expect(await findObject(`incoming/${files[0]?.[0]}`, store.query)).not.toMatchObject({ state: 'rejected' });
  return items.map(({ identity }) => identity.value).sort();
}

describe('a name', () => {
  it.each([
    ...['urn:newsml:harbour.example:20270101:1', 'tag:harbour.example,2027:1', 'https://harbour.example/?p=1'],
    ...[
      '3f2b8c1e-91a4-4a0e-9b7a-0c6f0a3d2e11',
      '4711@harbour.example',
      '4711 at https://harbour.example',
      'doi:10.1/x',
    ],
  ])('%s is unique in the world', (name) => {
    expect(isUnique(name)).toBe(true);
    expect(guidFrom(name, ['The Harbour'])).toEqual({ guid: name });
  });

  it.each([
    '1',
    'post:1',
    'ferry-returns',
    'urn:',
    'tag:1',
    'story@desk',
    '4711 at home',
    '/news/1',
    'a.html',
  ])('%s is one only with its sender', (name) => {
    expect(isUnique(name)).toBe(false);
    expect(guidFrom(name, ['', ' The  Harbour '])).toEqual({ guid: nameWithin(name, 'The Harbour') });
    expect(guidFrom(name, [''])).toEqual({ ownName: name });
  });

  it('is never the same for two pairs of name and sender, and no name where it is longer than any address', () => {
    expect(nameWithin('a in b', 'c')).not.toBe(nameWithin('a', 'b in c'));
    expect(guidFrom('x'.repeat(2_049), ['The Harbour'])).toEqual({});
  });
});

const of = (address: string) => `<title>News</title><link>${address}</link>`;
const self = (address: string) => `${of('https://host.example/')}<atom:link rel="self" href="${address}"/>`;

describe('two articles that their senders both call 1', () => {
  it.each<readonly [string, string | Uint8Array, string | Uint8Array]>([
    ['RSS of two sites', rss(of('https://a.example/'), 'pier'), rss(of('https://b.example/'), 'mill')],
    ['RSS at two addresses', rss(self('https://host.example/a'), 'pier'), rss(self('https://host.example/b'), 'mill')],
    ['RSS with titles', rss('<title>A</title>', 'pier'), rss('<title>B</title>', 'mill')],
    ['RSS without a word of itself', rss('', 'pier'), rss('', 'mill')],
    [
      'RSS taken over',
      rss('', 'pier', '<source url="https://a.example/f">A</source>'),
      rss(of('https://b.example/'), 'mill'),
    ],
    ['Atom', atom('<id>urn:feed:a</id>', 'pier'), atom('<id>urn:feed:b</id>', 'mill')],
    ['JSON Feed', jsonFeed({ feed_url: 'https://a.example/f' }, 'pier'), jsonFeed({ title: 'B' }, 'mill')],
    ['NITF by registered sources', nitf('id-string="1" regsrc="A"', 'pier'), nitf('id-string="1" regsrc="B"', 'mill')],
    ['NITF without', nitf('id-string="1"', 'pier'), nitf('id-string="1"', 'mill')],
  ])('%s are two', async (_, pier, mill) => {
    expect(
      await identities([
        ['a', pier],
        ['b', mill],
      ]),
    ).toHaveLength(2);
  });

  it('are two in files of JSON that do not say whose they are, and the lines of each are told apart', async () => {
    const mapping = { mapping: MAPPING };
    const found = await identities([
      ['a', lines('pier'), mapping],
      ['b', lines('mill'), mapping],
    ]);
    expect(found).toEqual(['1 in incoming/a', '1 in incoming/b', '2 in incoming/a', '2 in incoming/b']);
  });

  it('are two as files of one zip', async () => {
    const zip = aZip([
      { name: 'a', content: line('pier') },
      { name: 'b', content: line('mill') },
    ]);
    expect(await identities([['x.zip', zip, { mapping: MAPPING }]])).toHaveLength(2);
  });
});

describe('one article under two keys', () => {
  it.each<readonly [string, string, string, Readonly<Record<string, string>>]>([
    [
      'a feed with its address',
      rss(self('https://host.example/a'), 'pier'),
      rss(self('http://host.example/a'), 'new pier'),
      {},
    ],
    ['a feed with a title', atom('<title>A</title>', 'pier'), atom('<title>A</title>', 'new pier'), {}],
    ['lines with a publisher', lines('pier', { desk: 'A' }), lines('new pier', { desk: 'A' }), { mapping: MAPPING }],
    ['lines, as the upload says whose', lines('pier'), lines('mill'), { mapping: MAPPING, publisher: 'A' }],
    ['what the uploader calls it', text('pier'), text('new pier'), { guid: '1' }],
  ])('stays one: %s', async (_, first, second, metadata) => {
    const once = await identities([['a', first, metadata]]);
    expect(
      await identities([
        ['a', first, metadata],
        ['b', second, metadata],
      ]),
    ).toEqual(once);
  });
});
