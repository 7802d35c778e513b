/** A message of an agency with several texts: each is an article of its own. */
import { describe, expect, it } from 'vitest';
import { openContainer } from '../../../shared/core/intake/containers/open-container.ts';
import { Rejection } from '../../../shared/core/rejection.ts';
import { HEADLINE, NEWSML, NEWSML_1, PARAGRAPHS } from '../intake-formats/one-article.ts';

const FACTS = { contentType: null, contentEncoding: null, name: 'a.xml' };
const open = (text: string) => openContainer(Buffer.from(text), FACTS);
const itemOf = (document: string): string => /<NewsItem [\s\S]*<\/NewsItem>/i.exec(document)?.[0] ?? '';

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

it('a message that is nested without end is refused, and no more than that', () => {
  expect(() => open(`<newsMessage>${'<a>'.repeat(5_000)}`)).toThrow(Rejection);
});
