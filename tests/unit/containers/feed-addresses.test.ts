/** Where the entries of feeds are: an entry has the address of its page, so that both are one article. */
import { describe, expect, it } from 'vitest';
import { feedEntries } from '../../../shared/core/intake/containers/feed.ts';
import { findObject, listArticles } from '../../../shared/pipeline/query.ts';
import { memoryStore } from '../../../shared/testing/memory-store.ts';
import { reader, TEXT } from './dropped.ts';

const ATOM = 'xmlns:atom="http://www.w3.org/2005/Atom"';
const rss = (item: string, channel = '', root = ATOM) =>
  `<rss ${root}><channel>${channel}<item>${item}</item></channel></rss>`;
const atom = (entry: string, feed = '', root = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom" ${root}>${feed}<entry><id>urn:1</id>${entry}</entry></feed>`;
const addressIn = (feed: string) => feedEntries(feed)[0]?.url;
const PAGE = 'https://lowquay.example/1';

describe('an entry of RSS', () => {
  it.each([
    ['its guid, which is a permalink unless it says that it is none', `<guid>${PAGE}</guid>`, PAGE],
    ['a guid that says that it is one', `<guid isPermaLink="true">${PAGE}</guid>`, PAGE],
    ['no guid that says that it is none', `<guid isPermaLink="false">${PAGE}</guid>`, ''],
    ['no guid that says so in capitals', `<guid isPermaLink=" False">${PAGE}</guid>`, ''],
    ['no guid that is a place in a page, as live blogs number them', `<guid>${PAGE}#7</guid>`, ''],
    ['no guid that is no web address', '<guid>urn:quay:1</guid>', ''],
    ['its link before its guid', `<guid>https://lowquay.example/?p=1</guid><link>${PAGE}</link>`, PAGE],
    [
      'its link, though a link of Atom stands before it',
      `<atom:link rel="standout" href="https://b.example/"/><link>${PAGE}</link>`,
      PAGE,
    ],
    ['its link, though an empty one stands before it', `<link/><link>${PAGE}</link>`, PAGE],
    ['a link of Atom to its page', `<atom:link rel="alternate" href="${PAGE}"/><guid>https://b.example/</guid>`, PAGE],
    ['a link of Atom that does not say to what', `<atom:link href="${PAGE}"/>`, PAGE],
    ['no link to the entry itself as a document', '<atom:link rel="self" href="https://lowquay.example/1.xml"/>', ''],
    ['no link of a picture', '<media:link>https://lowquay.example/p</media:link>', ''],
  ])('has the address of %s', (_, item, expected) => {
    expect(addressIn(rss(item))).toBe(expected);
  });

  it('has an address under that of its site where its link is a path; other words stay as they are', () => {
    const channel = '<link>https://lowquay.example/news/</link>';
    expect(addressIn(rss('<link>/1</link>', channel))).toBe(PAGE);
    expect(addressIn(rss('<link>Read on</link>', channel))).toBe('Read on');
    expect(addressIn(rss('<link>/1</link>'))).toBe('/1');
    expect(addressIn(rss('<atom:link href="1"/>', '', `${ATOM} xml:base="https://lowquay.example/"`))).toBe(PAGE);
  });

  it('with a permalink and the page that it leads to are one article', async () => {
    const store = memoryStore(reader);
    const item = `<title>The tide is early</title><description>${TEXT} ${TEXT}</description><guid>${PAGE}</guid>`;
    const paragraphs = TEXT.split('\n\n').map((text) => `<p>${text}</p>`);
    const page = `<html><head><link rel="canonical" href="${PAGE}"></head><body><article>${paragraphs.join('')}</article></body></html>`;
    await store.deliver(store.bucket.put('in/feed.xml', rss(item)));
    await store.deliver(store.bucket.put('in/page.html', page));
    expect(await findObject('in/page.html', store.query)).toMatchObject({ state: 'stored' });
    const { items } = await listArticles({ limit: 9, cursor: null }, store.query);
    expect(items.map(({ identity }) => identity)).toEqual([{ kind: 'url', value: PAGE }]);
  });
});

describe('a relative address in Atom', () => {
  const self = (href: string) => `<link rel="self" href="${href}"/>`;
  const base = (address: string) => `xml:base="${address}"`;

  it.each([
    ['against that of the feed', atom('<link href="1"/>', '', base('https://lowquay.example/')), PAGE],
    [
      'against that of the entry',
      atom('<link href="1"/>').replace('<entry>', `<entry ${base('https://lowquay.example/x')}>`),
      PAGE,
    ],
    ['against that of the link', atom(`<link href="1" ${base('https://lowquay.example/x')}/>`), PAGE],
    [
      'against one that is relative itself',
      atom('<link href="1"/>', '', base('https://lowquay.example/')).replace('<entry>', `<entry ${base('a/')}>`),
      'https://lowquay.example/a/1',
    ],
    ['against the address of the feed', atom('<link href="1"/>', self('https://lowquay.example/feed')), PAGE],
    ['against that of its site', atom('<link href="/1"/>', '<link href="https://lowquay.example/news/"/>'), PAGE],
    [
      'against its own address before its site',
      atom('<link href="1"/>', `<link href="https://lowquay.example/"/>${self('https://www.lowquay.example/a/feed')}`),
      'https://www.lowquay.example/a/1',
    ],
    [
      'against its site where a service hands the feed out',
      atom('<link href="/1"/>', `<link href="https://lowquay.example/"/>${self('https://feeds.example/quay')}`),
      PAGE,
    ],
    ['against nothing where nothing says so', atom('<link href="/1"/>'), '/1'],
    ['against nothing that is no web address', atom('<link href="1"/>', '', base('urn:quay')), '1'],
  ])('is meant %s', (_, feed, expected) => {
    expect(addressIn(feed)).toBe(expected);
  });

  it('is meant against the address of the feed where its base is no web address', () => {
    const feed = atom('<link href="1"/>', self('https://lowquay.example/feed'), base('urn:quay'));
    expect(addressIn(feed)).toBe(PAGE);
  });

  it('leaves one that is whole as it stands', () => {
    const feed = atom('<link href="HTTPS://Lowquay.example/1"/>', '', base('https://b.example/'));
    expect(addressIn(feed)).toBe('HTTPS://Lowquay.example/1');
    expect(addressIn(atom('<link rel="enclosure" href="/1"/>', '', base('https://b.example/')))).toBe('');
  });
});
