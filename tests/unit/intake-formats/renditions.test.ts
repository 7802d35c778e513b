/** An item that carries its text in several forms: they are the same text, and one of them is read. */
import { describe, expect, it } from 'vitest';
import { openDocument } from '../../../shared/core/intake/open.ts';
import { NEWSML, NITF, PARAGRAPHS } from './one-article.ts';

const escaped = PARAGRAPHS.map((text) => text.replaceAll('&', '&amp;'));
const inTags = escaped.map((text) => `<p>${text}</p>`).join('');
const nitfOnly = NITF.slice(NITF.indexOf('<nitf'));
const BELL =
  'The bell was heard as far as the mill, and nobody there could say afterwards who had rung it first or why.';

const html = (text: string, role = '') =>
  `<inlineXML contenttype="application/xhtml+xml"${role}><html><body>${text}</body></html></inlineXML>`;
const nitf = `<inlineXML contenttype="application/nitf+xml">${nitfOnly}</inlineXML>`;
const plain = (text: string, role = '') => `<inlineData contenttype="text/plain"${role}>${text}</inlineData>`;
const TEXT = plain(escaped.join('\n\n'));

const open = (text: string) => openDocument(Buffer.from(text), { contentType: null, contentEncoding: null, name: 'a' });
const g2 = (content: string) =>
  open(NEWSML.replace(/<contentSet>[\s\S]*<\/contentSet>/, `<contentSet>${content}</contentSet>`)).stated;
const ninjs = (bodies: readonly object[]) =>
  open(JSON.stringify({ uri: 'urn:newsml:halden-courier.example:1', versionCreated: '2025-03-03T12:00:00Z', bodies }))
    .stated;
const bodyOf = (stated: ReturnType<typeof g2>) =>
  stated?.paragraphs.filter(({ label }) => label === 'body').map(({ text }) => text);

describe('a content set of NewsML-G2', () => {
  it.each([
    ['XHTML and NITF', html(inTags) + nitf],
    ['NITF and XHTML', nitf + html(inTags)],
    ['XHTML and plain text', TEXT + html(inTags)],
    ['XHTML twice', html(inTags) + html(inTags)],
    ['plain text twice', TEXT + TEXT],
  ])('of %s is one text, read once', (_, content) => {
    expect(bodyOf(g2(content))).toEqual(PARAGRAPHS);
  });

  it('is read in the form that says most: a caption in NITF is none of the text', () => {
    const inHtml = html(`<div>The quay at noon.</div>${inTags}`);
    for (const content of [inHtml + nitf, nitf + inHtml]) expect(bodyOf(g2(content))).toEqual(PARAGRAPHS);
  });

  it.each([
    ['rendition="rend:abstract"'],
    ['rendition="rnd:summary"'],
    ['renditionuri="http://cv.halden-courier.example/rendition/abstract"'],
  ])('with a summary (%s) has it as its deck, wherever it stands, and never in its text', (role) => {
    for (const content of [html(BELL, ` ${role}`) + TEXT, TEXT + html(BELL, ` ${role}`)]) {
      const stated = g2(content);
      expect(bodyOf(stated)).toEqual(PARAGRAPHS);
      expect(stated?.fields).toContainEqual(expect.objectContaining({ field: 'deck', value: BELL }));
    }
  });

  it('with a form that holds less than half of the text is read in another, though that is plainer', () => {
    expect(bodyOf(g2(html(`<p>${escaped[0]?.slice(0, 80)}</p>`) + TEXT))).toEqual(PARAGRAPHS);
  });

  it('with a text beside the story reads the story', () => {
    const aside = html(`<p>${BELL}</p><p>${BELL}</p><p>${BELL}</p>`, ' rendition="rend:sidebar"');
    expect(bodyOf(g2(aside + TEXT))).toEqual(PARAGRAPHS);
    expect(bodyOf(g2(html(`<p>${BELL}</p>`, ' rendition="rend:sidebar"')))).toEqual([BELL]);
  });

  it('with mark-up that nobody knows, or a picture in letters, is read in the form that is known', () => {
    const strange = `<inlineXML contenttype="text/xml"><scores>${`<team>${BELL}</team>`.repeat(12)}</scores></inlineXML>`;
    const picture = `<inlineData contenttype="image/jpeg">${'iVBORw0KGgo'.repeat(200)}</inlineData>`;
    expect(bodyOf(g2(strange + picture + TEXT))).toEqual(PARAGRAPHS);
  });

  it('of a summary alone is refused as having no text', () => {
    expect(() => g2(html(BELL, ' rendition="rend:abstract"'))).toThrow(
      expect.objectContaining({ code: 'article.no-text' }),
    );
  });
});

describe('bodies of ninjs', () => {
  const inPlain = { role: 'main', contentType: 'text/plain', value: PARAGRAPHS.join('\n\n') };
  it.each([
    ['plain text and HTML', [inPlain, { role: 'richtext', contentType: 'text/html', value: inTags }]],
    ['HTML by a name of its sender', [inPlain, { contentType: 'body_xhtml', value: inTags }]],
    ['NITF and plain text', [{ contentType: 'text/vnd.IPTC.NITF', value: NITF }, inPlain]],
    ['NITF that is not named so', [{ value: nitfOnly }]],
    ['HTML that is not named so', [{ value: inTags }]],
    [
      'mark-up of an agency and plain text',
      [{ contentType: 'application/xml', value: `<WIRE>${`<T>${BELL}</T>`.repeat(12)}</WIRE>` }, inPlain],
    ],
    ['a short HTML and plain text', [{ contentType: 'text/html', value: '<p>The ferry.</p>' }, inPlain]],
    [
      'a box beside the story and the story',
      [{ role: 'sidebar', contentType: 'text/html', value: `<p>${BELL}</p><p>${BELL}</p>` }, inPlain],
    ],
    [
      'a summary and the story',
      [{ role: 'summary', contentType: 'text/html', value: `<p>${BELL}</p><p>${BELL}</p>` }, inPlain],
    ],
  ])('of %s are one text, read once', (_, bodies) => {
    expect(bodyOf(ninjs(bodies))).toEqual(PARAGRAPHS);
  });

  it('in plain text may begin with an angle bracket', () => {
    const quoted = `<Wire> ${BELL}`;
    expect(bodyOf(ninjs([{ contentType: 'text/plain', value: quoted }]))).toEqual([quoted]);
  });
});
