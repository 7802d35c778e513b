/** A message of an agency with several texts: each is an article of its own. */
import zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openContainer } from '../../../shared/core/intake/containers/open-container.ts';
import { Rejection } from '../../../shared/core/rejection.ts';
import { HEADLINE, NEWSML, NEWSML_1, PARAGRAPHS } from '../intake-formats/one-article.ts';
import { drop } from './dropped.ts';

const FACTS = { contentType: null, contentEncoding: null, name: 'a.xml' };
const open = (text: string) => openContainer(Buffer.from(text), FACTS);
const itemOf = (document: string): string => /<NewsItem [\s\S]*<\/NewsItem>/i.exec(document)?.[0] ?? '';

const upTo = (text: string, word: string): string => text.slice(0, text.indexOf(word) + word.length);

const G2 = itemOf(NEWSML);
const second = G2.replace('2025:4711', '2025:4712');
const picture = G2.replace('2025:4711', '2025:4713').replace(/<contentSet>[\s\S]*<\/contentSet>/, '<contentSet/>');
const message = (...items: readonly string[]): string =>
  `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/><itemSet>${items.join('')}</itemSet></newsMessage>`;

describe('a NewsML-G2 message', () => {
  it('with two texts and a picture holds two members, by their identifiers', () => {
    const found = open(message(G2, second, picture));
    expect(found).toMatchObject({ format: 'a message in NewsML' });
    expect(found?.members.map(({ name }) => name)).toEqual([
      'urn:newsml:halden-courier.example:2025:4711',
      'urn:newsml:halden-courier.example:2025:4712',
    ]);
    for (const member of found?.members ?? []) {
      const { stated } = member.open();
      expect(stated?.paragraphs.filter(({ label }) => label === 'body').map(({ text }) => text)).toEqual(PARAGRAPHS);
      expect(stated?.fields).toContainEqual(expect.objectContaining({ field: 'headline', value: HEADLINE }));
    }
  });

  it('with one text, with or without a picture, is a document', () => {
    expect(open(message(G2))).toBeNull();
    expect(open(message(picture, G2))).toBeNull();
  });

  it('holds a cancellation among its members', () => {
    const kill = picture.replace('stat:usable', 'stat:canceled');
    expect(open(message(G2, kill))?.members[1]?.open().stated?.handling.status).toBe('canceled');
  });
});

describe('a NewsML 1 document', () => {
  it('with two texts holds two members', () => {
    const both = NEWSML_1.replace('</NewsML>', `${itemOf(NEWSML_1).replaceAll('4711', '4712')}</NewsML>`);
    expect(open(both)?.members.map(({ name }) => name)).toEqual([
      'urn:newsml:halden-courier.example:20250303:4711',
      'urn:newsml:halden-courier.example:20250303:4712',
    ]);
  });
});

describe('a message that is cut off', () => {
  const two = 'urn:newsml:halden-courier.example:2025:4712';
  const whole = message(G2, second.replaceAll('The ferry', 'The boat'));
  const kill = second.replace('stat:usable', 'stat:canceled');
  const old = NEWSML_1.replace('</NewsML>', `${itemOf(NEWSML_1).replaceAll('4711', '4712')}</NewsML>`);

  it.each([
    ['in an item names it', whole.slice(0, -200), { [two]: 'document.truncated' }],
    [
      'in what an item says of itself names it',
      upTo(whole, `${two}" version="2" xml:lang="en">`),
      { [two]: 'document.truncated' },
    ],
    ['between items says so', upTo(whole, '</newsItem>'), { '/1': 'document.truncated' }],
    ['in the first tag of an item says so', upTo(whole, `${two}" ver`), { '/1': 'document.truncated' }],
    ['in an item (NewsML 1) names it', old.slice(0, -300), { [two.replace('2025', '20250303')]: 'document.truncated' }],
    [
      'in the name of an item (NewsML 1) does not name it by half',
      upTo(old, '20250303:4712'),
      { '/1': 'document.truncated' },
    ],
  ])('%s, and keeps the one that is whole', async (_, content, named) => {
    const { state, refused } = await drop(content);
    expect(state).toMatchObject({ state: 'container', found: 2, stored: 1, rejected: 1 });
    expect(refused).toEqual(named);
  });

  it('behind its items says so, and keeps them', async () => {
    const { state, refused } = await drop(whole.slice(0, -4));
    expect(state).toMatchObject({ found: 3, stored: 2 });
    expect(refused).toEqual({ '/2': 'document.truncated' });
  });

  it('in a cancellation is obeyed', async () => {
    const cut = message(G2, kill).slice(0, -200);
    const [, taken, rest] = open(cut)?.members ?? [];
    expect(taken?.name).toBe(two);
    expect(taken?.open().stated).toMatchObject({ handling: { status: 'canceled' }, isCut: true });
    expect(rest?.why).toMatchObject({ code: 'document.truncated' });
    expect((await drop(cut)).refused).toEqual({ '/2': 'document.truncated' });
  });

  it('in a cancellation that does not say of what names it', async () => {
    const cut = upTo(message(G2, kill), `stat:canceled"/></itemMeta>`);
    expect((await drop(cut)).refused).toEqual({ [two]: 'document.truncated' });
  });

  it('in its first item is a document: its text says that it is cut off', () => {
    expect(open(message(G2, second).slice(0, G2.length - 100))).toBeNull();
    expect(open(message(kill, G2).slice(0, G2.length - 100))).toBeNull();
  });

  it('and packed with that end is named once', async () => {
    const packed = zlib.gzipSync(whole.slice(0, -200), { level: 0 });
    expect((await drop(packed.subarray(0, -20))).refused).toEqual({ [two]: 'document.truncated' });
  });
});

it('an item with its summary alone is refused by name beside one with a text, a picture is none', async () => {
  const short = second.replace('<inlineXML ', '<inlineXML rendition="rend:abstract" ');
  expect((await drop(message(G2, short, picture))).refused).toEqual({
    'urn:newsml:halden-courier.example:2025:4712': 'article.no-text',
  });
});

it('a message that is nested without end is refused, and no more than that', () => {
  expect(() => open(`<newsMessage>${'<a>'.repeat(5_000)}`)).toThrow(Rejection);
});
