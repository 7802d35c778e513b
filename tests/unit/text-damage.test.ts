/** Text that machines damaged is repaired and the record says so; what the writer wrote stays. */
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../shared/core/article.ts';
import { NO_HINTS, NO_PROFILE } from '../../shared/core/document.ts';
import { openDocument } from '../../shared/core/intake/open.ts';

const MORE = [
  'He spoke after a meeting with the council, which lasted until midnight and ended without a vote on the new quay.',
  'Nobody was hurt when the old crane fell in January, but two vans were crushed and a ferry had to turn back.',
];

function articleOf(first: string, name = 'a.html') {
  const html = `<html lang="en"><title>Crane to be moved</title><article><h1>Crane to be moved</h1>${[first, ...MORE].map((text) => `<p>${text}</p>`).join('')}</article></html>`;
  const text = name.endsWith('.txt') ? first : html;
  const facts = { contentType: null, contentEncoding: null, name };
  return readDocument(openDocument(Buffer.from(text), facts), NO_HINTS, NO_PROFILE).article;
}

/** As a system writes UTF-8 that it takes for windows-1252. */
function misread(text: string): string {
  const western = new TextDecoder('windows-1252');
  return [...Buffer.from(text)].map((byte) => western.decode(Uint8Array.of(byte))).join('');
}

const CAFE =
  'The café’s “owner” said that the crane will be moved in March, after the ice has gone and the tugs are back.';

describe('damaged text', () => {
  it.each([
    ['misread once', misread(CAFE), 'mojibake-repaired'],
    ['misread twice', misread(misread(CAFE)), 'mojibake-repaired'],
    ['encoded twice', CAFE.replace('é', '&amp;eacute;').replace('’', '&amp;#8217;'), 'entities-decoded'],
    ['broken by soft hyphens', CAFE.replace('moved', 'mo\u00adved'), 'invisible-removed'],
    ['broken by zero-width spaces', CAFE.replace('crane', 'cr\u200bane'), 'invisible-removed'],
  ])('that was %s is repaired, and the record says so', (_, damaged, code) => {
    const { body, quality } = articleOf(damaged);
    expect(body[0]?.text).toBe(CAFE);
    expect(quality).toContain(code);
  });
  it.each([
    ['joined pictures and letters', CAFE.replace('crane', 'crane 👨‍👩‍👧')],
    ['a word with an accent that looks like damage', CAFE.replace('ice', 'Ã la carte menu')],
    ['an ampersand', CAFE.replace('crane', 'Reeve & Sons crane')],
  ])('is told from %s', (_, written) => {
    const { body, quality } = articleOf(written);
    expect(body[0]?.text).toBe(written);
    expect(quality.filter((code) => /repaired|decoded|removed/.test(code))).toEqual([]);
  });
  it('printed twice is kept once, with its first paragraph', () => {
    const once = `Crane to be moved\n\n${[CAFE, ...MORE].join('\n\n')}\n`;
    const { body, quality } = articleOf(`${once}\n${once}`, 'a.txt');
    expect(body.map(({ text }) => text)).toEqual([CAFE, ...MORE]);
    expect(quality).toContain('body-repeated');
  });
  it('in which headline, byline and date are glued is taken apart', () => {
    const glued = `Crane to be moved in MarchBy Ann Lee12 March 2024, 10:00\n\n${[CAFE, ...MORE].join('\n\n')}\n`;
    expect(articleOf(glued, 'a.txt')).toMatchObject({
      headline: 'Crane to be moved in March',
      byline: 'Ann Lee',
      published: { local: '2024-03-12T10:00:00' },
      quality: expect.arrayContaining(['fused-text']),
    });
  });
});

describe('a flash', () => {
  it('of one line is a record with a headline and no text', () => {
    const { headline, body, quality } = articleOf('Council votes tonight\n', 'a.txt');
    expect({ headline, parts: body.length }).toEqual({ headline: 'Council votes tonight', parts: 0 });
    expect(quality).toContain('body-short');
  });
});
