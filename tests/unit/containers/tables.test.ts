/** Tables and answers as other programs write them, and entries of feeds that are no more than a link. */
import { describe, expect, it } from 'vitest';
import type { Member } from '../../../shared/core/intake/containers/member.ts';
import { openContainer } from '../../../shared/core/intake/containers/open-container.ts';
import { cleanBytes } from '../../../shared/pipeline/clean.ts';
import { FACTS, reader, TEXT } from './dropped.ts';

const TITLE = 'The tide is early';
const ADDRESS = 'https://lowquay.example/tide';
const PARAGRAPHS = TEXT.split('\n\n');
const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
const membersOf = (content: string): readonly Member[] => openContainer(Buffer.from(content), FACTS)?.members ?? [];

function statedBy(content: string) {
  const documents = membersOf(content).map(({ open }) => open());
  return documents.map(({ stated }) => ({
    headline: stated?.paragraphs.find(({ label }) => label === 'meta.headline')?.text,
    body: stated?.paragraphs.filter(({ label }) => label === 'body').map(({ text }) => text),
    url: stated?.hints.url,
    fields: Object.fromEntries((stated?.fields ?? []).map(({ field, value }) => [field, value])),
  }));
}

const trafilatura = (over: Readonly<Record<number, string>> = {}) =>
  [
    ADDRESS,
    'null',
    '8ac5a6f1e4bb3a7d',
    'lowquay.example',
    TITLE,
    'null',
    '2027-03-01',
    cell(PARAGRAPHS.join('\n')),
    'null',
    'null',
    'article',
  ]
    .map((value, at) => over[at] ?? value)
    .join('\t');

describe('a table', () => {
  it.each([
    ['with bars', `title|text|url\r\n${TITLE}|${cell(TEXT)}|${ADDRESS}\r\n`],
    ['with Excel’s word on its mark', `sep=;\r\ntitle;text;url\r\n${TITLE};${cell(TEXT)};${ADDRESS}\r\n`],
    ['with Excel’s word in quotes', `\u{feff}"sep=|"\r\ntitle|text|url\r\n${TITLE}|${cell(TEXT)}|${ADDRESS}\r\n`],
    ['of trafilatura, without names', `${trafilatura()}\r\n`],
    ['of trafilatura, without what it did not find', `${trafilatura({ 2: 'null', 3: 'null' })}\r\n`],
  ])('%s is read row by row', (_, content) => {
    expect(statedBy(content)).toEqual([expect.objectContaining({ headline: TITLE, body: PARAGRAPHS, url: ADDRESS })]);
    expect(membersOf(content).map(({ name }) => name)).toEqual(['row 1']);
  });

  it.each([
    ['prose with a bar', `The pier | a title\n\n${TEXT}`],
    ['tabs without an address or a day', `${trafilatura({ 0: 'null', 2: 'null', 6: 'null' })}\n`],
    ['tabs that are no such row', `${trafilatura({ 6: 'Monday' })}\n`],
    ['more columns', `${trafilatura()}\tmore\n`],
  ])('%s is none', (_, content) => {
    expect(openContainer(Buffer.from(content), FACTS)).toBeNull();
  });
});

describe('a list of articles in JSON', () => {
  it('as NewsAPI answers is read', () => {
    const article = {
      ...{ source: { id: null, name: 'Low Quay Post' }, author: 'Ida Holm', title: TITLE, description: 'Short.' },
      ...{ url: ADDRESS, urlToImage: null, publishedAt: '2027-03-01T06:00:00Z', content: TEXT },
    };
    const [first] = statedBy(JSON.stringify({ status: 'ok', totalResults: 1, articles: [article] }));
    expect(first).toMatchObject({
      ...{ headline: TITLE, body: PARAGRAPHS, url: ADDRESS },
      fields: { publisher: 'Low Quay Post', author: 'Ida Holm', published: '2027-03-01T06:00:00Z', deck: 'Short.' },
    });
  });

  it('of which each is a beginning says so', async () => {
    const content = `${TEXT.slice(0, 200)}… [+2311 chars]`;
    const document = JSON.stringify({ title: TITLE, content, publishedAt: '2027-03-01T06:00:00Z' });
    const record = await cleanBytes(Buffer.from(document), { path: 'a', modifiedAt: '2027-03-02T00:00:00Z' }, reader);
    expect(record.quality).toContain('body-truncated');
    expect(record.body.map(({ text }) => text).join(' ')).not.toContain('chars]');
  });

  it.each([
    ['title and body', { title: TITLE, body: TEXT }],
    ['title and content', { title: TITLE, content: TEXT }],
    ['a title that names the site', { title: `${TITLE} | Low Quay Post`, body: `${TITLE}\n\n${TEXT}` }],
    ['title and text, which the text repeats', { title: TITLE, text: `${TITLE.toUpperCase()}.\n\n${TEXT}` }],
  ])('with %s is read', (_, article) => {
    expect(statedBy(JSON.stringify([article]))).toEqual([
      expect.objectContaining({ headline: expect.stringContaining(TITLE), body: PARAGRAPHS }),
    ]);
  });

  it('with objects under such names is none that is known', () => {
    const [member] = membersOf(JSON.stringify([{ title: TITLE, body: { height: 3 } }]));
    expect(() => member?.open()).toThrow('no known tool uses');
  });
});

describe('an entry of a feed', () => {
  const atom = (content: string, link = `<link href="${ADDRESS}"/>`) =>
    `<feed xmlns="http://www.w3.org/2005/Atom"><entry>${link}<title>${TITLE}</title><content>${content}</content></entry></feed>`;

  it.each([
    ['two words', 'Read on.'],
    ['as little in Chinese', '全文閱讀。'],
  ])('of %s is only where the article is', (_, content) => {
    const [member] = membersOf(atom(content));
    expect(() => member?.open()).toThrow(expect.objectContaining({ code: 'entry.pointer-only' }));
  });

  it.each([
    ['a sentence', atom(PARAGRAPHS[1] ?? '')],
    ['a sentence in Chinese', atom('低碼頭鎮議會星期一提前一小時散會，因為潮水在四點湧進了碼頭。')],
    ['two words that lead nowhere', atom('Bell mended.', '')],
  ])('of %s is an article', (_, content) => {
    expect(statedBy(content)).toHaveLength(1);
  });
});
