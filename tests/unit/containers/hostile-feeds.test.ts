/** Feeds that are small when they are packed and endless when they are read: each is refused by a code, before it costs anything. */
import { describe, expect, it } from 'vitest';
import { openContainer } from '../../../shared/core/intake/containers/open-container.ts';
import { LIMITS } from '../../../shared/core/limits.ts';

const FACTS = { contentType: null, contentEncoding: null, name: 'x' };
const open = (text: string) => () => openContainer(Buffer.from(text), FACTS);
const item = (text: string) =>
  `<rss><channel><item><title>a</title><description>${text}</description></item></channel></rss>`;

describe('a feed', () => {
  it('of more characters than the main thread can look through is refused before it is parsed', () => {
    const long = item('&lt;'.repeat(LIMITS.feedChars / 4));
    expect(open(long)).toThrow(expect.objectContaining({ code: 'document.too-large' }));
  });

  it('with more attributes on a tag than any has is refused at the first that is too many', () => {
    const attributes = Array.from({ length: LIMITS.treeAttributes + 1 }, (_, at) => `a${at}=""`).join(' ');
    const refused = expect.objectContaining({ code: 'page.too-many-elements' });
    expect(open(`<rss ${attributes}><channel/></rss>`)).toThrow(refused);
    expect(open(`<rss ${'a="" '.repeat(LIMITS.treeAttributes + 1)}><channel/></rss>`)).toThrow(refused);
  });

  it('may have many attributes on many tags', () => {
    const tags = '<media a="1" b="2" c="3"/>'.repeat(LIMITS.treeAttributes / 2);
    expect(open(item(tags))()?.members).toHaveLength(1);
  });
});

describe('a document whose root is named like that of a feed', () => {
  const refused = expect.objectContaining({
    code: 'document.unsupported-format',
    message: expect.stringContaining('<'),
  });

  it.each([
    '<feed><animal>The mare eats oats.</animal></feed>',
    '<rdf:RDF xmlns:rdf="http://x.example/rdf"><rdf:Description>A note.</rdf:Description></rdf:RDF>',
    '<rss>Something else</rss>',
  ])('is no empty container: its text does not go without a word: %s', (text) => {
    expect(open(text)).toThrow(refused);
  });

  it.each([
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Nothing yet</title></feed>',
    '<rss version="2.0"><channel><title>Nothing yet</title></channel></rss>',
    '<feed><entry><id>a</id></entry></feed>',
  ])('is a feed when it says so or has an entry: %s', (text) => {
    expect(open(text)()?.format).toBe('a feed');
  });
});
