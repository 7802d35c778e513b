/** Texts in feeds: plain text where it is text, mark-up where it is mark-up, and titles as people read them. */
import { describe, expect, it } from 'vitest';
import { feedEntries } from '../../../shared/core/intake/containers/feed.ts';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const cdata = (text: string) => `<![CDATA[${text}]]>`;
const readIn = (feed: string) => {
  const entry = feedEntries(feed)[0]?.read();
  return {
    headline: entry?.headline,
    deck: entry?.deck,
    content: entry?.content.map(({ text }) => text),
    said: entry?.fields.map(({ field, value }) => `${field}=${value}`),
  };
};
const rss = (item: string, channel = '') => `<rss><channel>${channel}<item>${item}</item></channel></rss>`;
const atom = (entry: string, feed = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom">${feed}<entry>${entry}</entry></feed>`;

const LINES: readonly (readonly [string, string])[] = [
  ['Queen&#8217;s fish &amp; chips', 'Queen’s fish & chips'],
  ['Queen&#x2019;s&nbsp;fish', 'Queen’s fish'],
  ['Zo&euml; Quill', 'Zoë Quill'],
  ['<b>Bold</b> town <EM class="x">news</EM>', 'Bold town news'],
  ['One<br/>two<wbr>three', 'One twothree'],
  ['<p>One</p><p>two</p>', 'One two'],
  ['AT&T, R&D; and &c.', 'AT&T, R&D; and &c.'],
  ['R&notes', 'R&notes'],
  ['1 < 2 and a<b', '1 < 2 and a<b'],
  ['Tides <LQT.L> &amp; Quay', 'Tides <LQT.L> & Quay'],
  ['Tides <LQT.L> rise', 'Tides <LQT.L> rise'],
  ['What <b> means', 'What <b> means'],
  ['What </b> means', 'What </b> means'],
  ['What &lt;b&gt; and &lt;/b&gt; mean', 'What <b> and </b> mean'],
];

describe('a line of RSS', () => {
  it.each(LINES)('%s is read as people read it, as title, name, keyword and name of the feed', (written, expected) => {
    for (const put of [cdata, escaped]) {
      const one = put(written);
      const names = `<dc:creator>${one}</dc:creator><author>desk@a.example (${one})</author><author>${one}</author><category>${one}</category>`;
      const { headline, said } = readIn(rss(`<title>${one}</title>${names}`, `<title>${one}</title>`));
      const authors = Array.from({ length: 3 }, () => `author=${expected}`);
      expect([headline, said]).toEqual([expected, [...authors, `keywords=${expected}`, `publisher=${expected}`]]);
    }
  });

  it('names the feed the same in CDATA and without, so that its entries stay the same articles', () => {
    const named = (title: string) => feedEntries(rss('<guid>1</guid>', `<title>${title}</title>`))[0]?.whose;
    expect(named(cdata('Post &amp; Times'))).toEqual(named('Post &amp; Times'));
  });

  it('that is longer than any title is left alone', () => {
    const long = `${'<b>'.repeat(700)}</b>`;
    expect(readIn(rss(`<title>${cdata(long)}</title>`)).headline).toBe(long);
  });
});

const TICKER = 'Shares of Low Quay Tides <LQT.L> rose.';

describe('a text of Atom', () => {
  it.each(['', 'type="text"', 'type="text/plain"'])('is plain text with %s: signs stay, and its lines', (type) => {
    const text = `${TICKER}\n\nSome said 1 < 2\nand if(a<b) too.`;
    const entry = `<title ${type}>${escaped(TICKER)}</title><summary ${type}>${escaped(TICKER)}</summary><content ${type}>${escaped(text)}</content>`;
    expect(readIn(atom(entry))).toMatchObject({
      ...{ headline: TICKER, deck: TICKER },
      content: [TICKER, 'Some said 1 < 2 and if(a<b) too.'],
    });
    expect(readIn(atom(`<content ${type}>One\nTwo</content>`)).content).toEqual(['One', 'Two']);
  });

  it.each(['html', 'text/html', ' HTML '])('is HTML where it says %s', (type) => {
    const text = escaped('<p>Fish &amp; <b>chips</b></p><p>Two</p>');
    const entry = ['title', 'summary', 'content'].map((name) => `<${name} type="${type}">${text}</${name}>`).join('');
    expect(readIn(atom(entry))).toMatchObject({
      ...{ headline: 'Fish & chips Two', deck: 'Fish & chips Two', content: ['Fish & chips', 'Two'] },
    });
  });

  it.each([
    'type="xhtml"',
    'type="html"',
    'type="application/xhtml+xml"',
    'type="text"',
    '',
  ])('whose mark-up is not escaped is mark-up, with %s', (type) => {
    const text = '<div xmlns="http://www.w3.org/1999/xhtml"><p>1 &lt; <b>2</b></p><p>&lt;LQT.L></p></div>';
    const entry = `<title ${type}>${text}</title><content ${type}>${text}</content>`;
    expect(readIn(atom(entry))).toMatchObject({ headline: '1 < 2 <LQT.L>', content: ['1 < 2', '<LQT.L>'] });
  });

  it.each([
    ['paragraphs', '<p class="a">One</p>\n<P>Two</P>', ['One', 'Two']],
    ['a line break', 'One<br />Two', ['One', 'Two']],
    ['a list, and a paragraph that is never closed', '<p>One<ul><li>Two</li></ul>', ['One', 'Two']],
  ])('without a type is HTML where it has %s', (_, text, expected) => {
    const entry = `<summary>${escaped(text)}</summary><content>${escaped(text)}</content>`;
    expect(readIn(atom(entry))).toMatchObject({ deck: expected.join(' '), content: expected });
  });

  it.each([
    ['mark-up that is not closed', 'content', 'Then <p> begins a paragraph'],
    ['mark-up of which a part is not closed', 'content', 'Then <p> begins and <p>One</p> stands'],
    ['an end without a beginning', 'content', 'Then </p> ends a paragraph'],
    ['mark-up within a line', 'content', 'It was <b>bold</b>'],
    ['names that only begin like those of HTML', 'content', '<party>One</party>'],
    ['a type that says so', 'content type="text"', '<p>One</p>'],
    ['a type of other text', 'content type="text/markdown"', '<p>One</p>'],
    ['a type that says that it is mark-up itself', 'content type="xhtml"', '<p>One</p>'],
  ])('is plain text with %s', (_, tag, text) => {
    expect(readIn(atom(`<${tag}>${escaped(text)}</content>`)).content).toEqual([text]);
  });

  it('is HTML without a type where a link in it is closed', () => {
    const linked = '<a href="https://a.example/ida">Ida</a> said <em>this</em>';
    expect(readIn(atom(`<content>${escaped(linked)}</content>`)).content).toEqual(['Ida said this']);
    expect(readIn(atom(`<content>${escaped('<a href="x"> is a tag')}</content>`)).content).toEqual([
      '<a href="x"> is a tag',
    ]);
  });

  it('in a title without a type is text, in which references of HTML are undone, and whatever else stands in it stays', () => {
    expect(readIn(atom(`<title>${escaped('<p>One</p> &amp; AT&T')}</title>`)).headline).toBe('<p>One</p> & AT&T');
    expect(readIn(atom(`<title type="text">${escaped('One &amp;')}</title>`)).headline).toBe('One &amp;');
  });

  it.each(['type="image/png"', 'type="application/pdf"', 'mode="base64"'])('is no text with %s', (how) => {
    const entry = `<title ${how}>VGlkZQ==</title><content ${how}>VGlkZQ==</content>`;
    expect(readIn(atom(entry))).toMatchObject({ headline: '', content: [] });
  });

  it('may be XML of another type, whose text is read', () => {
    const content = (type: string) => `<content type="${type}">Tide</content>`;
    expect(readIn(atom(content('application/xml'))).content).toEqual(['Tide']);
    expect(readIn(atom(content('application/tide+xml'))).content).toEqual(['Tide']);
  });

  it('says who has the rights, and what the feed is called, by the same rules', () => {
    const html = escaped('Fish &amp; Chips');
    const { said } = readIn(atom(`<rights type="html">${html}</rights>`, `<title type="html">${html}</title>`));
    expect(said).toEqual(['rights=Fish & Chips', 'publisher=Fish & Chips']);
    const text = readIn(atom(`<rights type="text">${html}</rights>`, `<title type="text">${html}</title>`));
    expect(text.said).toEqual(['rights=Fish &amp; Chips', 'publisher=Fish &amp; Chips']);
  });
});

describe('the author of an entry of Atom', () => {
  const by = (name: string) => `<author><name>${name}</name><email>x@a.example</email></author>`;
  const source = `<source><id>urn:2</id>${by('Of the source')}</source>`;
  const help = '<contributor><name>Helper</name></contributor>';

  it.each([
    ['its own', by('Own') + source, ['Own']],
    ['that of the feed that it was taken over from', source, ['Of the source']],
    ['that of the feed', '', ['Of the feed', 'Second']],
    ['that of the feed where its source names nobody', '<source><id>urn:2</id></source>', ['Of the feed', 'Second']],
    ['that of the feed, beside who helped', help, ['Of the feed', 'Second', 'Helper']],
    ['nobody where it says that it has one and not who', '<author/>', []],
  ])('is %s', (_, entry, expected) => {
    const { said } = readIn(atom(entry, by('Of the feed') + by('Second')));
    expect(said).toEqual(expected.map((name) => `author=${name}`));
  });
});
