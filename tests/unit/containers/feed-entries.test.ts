/** What the entries of feeds say, part by part, in each kind of feed. */
import { describe, expect, it } from 'vitest';
import { feedEntries } from '../../../shared/core/intake/containers/feed.ts';
import { jsonFeedEntries } from '../../../shared/core/intake/containers/json-feed.ts';

describe('a feed', () => {
  const of = (feed: string) =>
    feedEntries(feed).map(({ url, guid, read }) => {
      const { headline, deck, content, teaser, fields, name, mediaType } = read();
      const said = fields.map(({ field, value, where }) => `${field}=${value} (${where})`);
      return {
        url,
        guid,
        headline,
        deck,
        name,
        mediaType,
        content: content.map((one) => one.text),
        teaser: teaser.map((one) => one.text),
        said,
      };
    });

  it('in RSS has entries with all that they say', () => {
    const item = `<item><title>One</title><link>https://a.example/1</link><guid>g1</guid><pubDate>Mon</pubDate>
      <dc:creator>Ada</dc:creator><author>desk@a.example (Ben Reed)</author><category>ships</category><category>ports</category>
      <description>&lt;p&gt;In &lt;b&gt;short&lt;/b&gt;&lt;/p&gt;</description><content:encoded><![CDATA[<p>First.</p><p>Second.</p>]]></content:encoded></item>`;
    const bare =
      '<item rdf:about="https://a.example/2"><author>x@a.example</author><description>Teaser</description></item>';
    expect(of(`<rss><channel><title>The Post</title><language>en</language>${item}${bare}</channel></rss>`)).toEqual([
      {
        ...{
          url: 'https://a.example/1',
          guid: 'g1',
          headline: 'One',
          deck: 'In short',
          name: 'an entry of an RSS feed',
        },
        ...{ mediaType: 'application/rss+xml', content: ['First.', 'Second.'], teaser: ['In short'] },
        said: [
          ...['published=Mon (RSS published)', 'author=Ada (RSS author)', 'author=Ben Reed (RSS author)'],
          ...['keywords=ships (RSS keywords)', 'keywords=ports (RSS keywords)', 'publisher=The Post (RSS publisher)'],
          'language=en (RSS language)',
        ],
      },
      {
        ...{
          url: 'https://a.example/2',
          guid: 'https://a.example/2',
          headline: '',
          deck: '',
          content: [],
          teaser: ['Teaser'],
        },
        ...{ name: 'an entry of an RSS feed', mediaType: 'application/rss+xml' },
        said: ['publisher=The Post (RSS publisher)', 'language=en (RSS language)'],
      },
    ]);
  });

  it('in Atom has entries with all that they say', () => {
    const entry = `<entry xml:lang="de"><id>urn:1</id><title type="html">One &amp;lt; two</title><link rel="self" href="https://a.example/self"/>
      <link href="https://a.example/1"/><published>A</published><updated>B</updated><author><name>Ada</name></author>
      <contributor><name>Ben</name></contributor><category term="ships" label="Ships"/><category term="ports"/><rights>(c)</rights>
      <summary>In short</summary><content type="xhtml"><div><p>First.</p><p>Second.</p></div></content></entry>`;
    const bare =
      '<entry><link rel="alternate" href="https://a.example/2"/><updated>B</updated><summary>Teaser</summary></entry>';
    const named = { name: 'an entry of an Atom feed', mediaType: 'application/atom+xml' };
    expect(
      of(`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Post</title>${entry}${bare}</feed>`),
    ).toEqual([
      {
        ...{ ...named, url: 'https://a.example/1', guid: 'urn:1', headline: 'One < two', deck: 'In short' },
        ...{ content: ['First.', 'Second.'], teaser: ['In short'] },
        said: [
          ...['published=A (Atom published)', 'modified=B (Atom modified)', 'author=Ada (Atom author)'],
          ...['author=Ben (Atom author)', 'keywords=Ships (Atom keywords)', 'keywords=ports (Atom keywords)'],
          ...['rights=(c) (Atom rights)', 'publisher=The Post (Atom publisher)', 'language=de (Atom language)'],
        ],
      },
      {
        ...{ ...named, url: 'https://a.example/2', guid: 'https://a.example/2', headline: '', deck: '' },
        ...{ content: [], teaser: ['Teaser'] },
        said: ['published=B (Atom published)', 'publisher=The Post (Atom publisher)', 'language=en (Atom language)'],
      },
    ]);
  });

  it('that is cut off names the entry in which it ends, and reads those before', () => {
    const cut = feedEntries('<rss><channel><item><title>One</title></item><item><guid>g2</guid><title>Tw');
    expect(cut.map(({ guid }) => guid)).toEqual(['', 'g2']);
    expect(() => cut[1]?.read()).toThrow('The feed ends in the middle of this entry: upload the whole file.');
    const between = feedEntries('<rss><channel><item><title>One</title></item>');
    expect(between).toHaveLength(2);
    expect(() => between[1]?.read()).toThrow('The feed ends in the middle');
  });

  it('without entries is one by what it says of itself', () => {
    expect(of('<rss><channel></channel></rss>')).toEqual([]);
    expect(of('<feed xmlns="http://www.w3.org/2005/Atom"></feed>')).toEqual([]);
    expect(() => of('<feed xmlns="urn:zoo"></feed>')).toThrow(
      'This is a document with the root <feed> and no entry of RSS or Atom in it',
    );
    expect(() => of('<rss></rss>')).toThrow('no entry of RSS or Atom');
    expect(of('<html></html>')).toEqual([]);
  });

  it('in JSON has entries with all that they say', () => {
    const item = {
      ...{
        id: 7,
        url: 'https://a.example/1',
        title: 'One',
        content_html: '<p>First.</p><p>Second.</p>',
        summary: 'In short',
      },
      ...{
        date_published: 'A',
        date_modified: 'B',
        tags: ['ships'],
        image: 'https://a.example/i',
        authors: [{ name: 'Ada' }],
      },
    };
    const bare = { external_url: 'https://a.example/2', content_text: 'First.\n\nSecond.' };
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'The Post',
      language: 'en',
      author: { name: 'Ben' },
      items: [item, bare, 3],
    };
    const found = jsonFeedEntries(JSON.stringify(feed))?.map(({ url, guid, read }) => {
      const { headline, deck, content, fields } = read();
      return {
        url,
        guid,
        headline,
        deck,
        content: content.map((one) => one.text),
        said: fields.map(({ field, value, where }) => `${field}=${value} (${where})`),
      };
    });
    const [publisher, language] = ['publisher=The Post (JSON Feed publisher)', 'language=en (JSON Feed language)'];
    expect(found).toEqual([
      {
        ...{ url: 'https://a.example/1', guid: '7', headline: 'One', deck: 'In short', content: ['First.', 'Second.'] },
        said: [
          ...['published=A (JSON Feed published)', 'modified=B (JSON Feed modified)', 'author=Ada (JSON Feed author)'],
          ...[
            'keywords=ships (JSON Feed keywords)',
            'image=https://a.example/i (JSON Feed image)',
            publisher,
            language,
          ],
        ],
      },
      {
        ...{
          url: 'https://a.example/2',
          guid: 'https://a.example/2',
          headline: '',
          deck: '',
          content: ['First.', 'Second.'],
        },
        said: ['author=Ben (JSON Feed author)', publisher, language],
      },
    ]);
    expect(jsonFeedEntries(JSON.stringify({ ...feed, version: 'see jsonfeed.org/version/1' }))).toBeNull();
    expect(jsonFeedEntries('{"version": "1"}')).toBeNull();
  });
});
