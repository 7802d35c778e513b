/** What records of tools and of one's own say, part by part, each with its place. */
import { describe, expect, it } from 'vitest';
import { checkMapping, readMapping } from '../../../shared/core/intake/formats/mapping.ts';
import type { Stated } from '../../../shared/core/intake/formats/stated.ts';
import { readMapped, readToolJson } from '../../../shared/core/intake/formats/tool-json.ts';

const lines = (stated: Stated | null) => stated?.paragraphs.map(({ label, text }) => `${label}: ${text}`);
const said = (stated: Stated | null) => stated?.fields.map(({ field, value, where }) => `${field}=${value} (${where})`);

describe('an article of a tool', () => {
  it('says what its names say', () => {
    const stated = readToolJson({
      ...{
        title: 'One',
        text: 'First.\nSecond.',
        hostname: 'a.example',
        author: 'Ada; Ben',
        date: 'A',
        excerpt: 'Short',
        sitename: 'The Post',
      },
      ...{
        language: 'en',
        categories: ['World'],
        tags: 'ships;ports',
        image: 'https://a.example/i',
        source: 'https://a.example/1',
        filedate: '2026-01-02T03:04:05Z',
      },
    });
    expect(stated?.name).toBe('an article in JSON as trafilatura writes it');
    expect(lines(stated)).toEqual(['meta.headline: One', 'body: First.', 'body: Second.']);
    expect(said(stated)).toEqual([
      ...[
        'headline=One (trafilatura title)',
        'author=Ada (trafilatura author)',
        'author=Ben (trafilatura author)',
        'published=A (trafilatura date)',
      ],
      ...[
        'deck=Short (trafilatura excerpt)',
        'publisher=The Post (trafilatura sitename)',
        'language=en (trafilatura language)',
      ],
      ...[
        'section=World (trafilatura categories)',
        'keywords=ships (trafilatura tags)',
        'keywords=ports (trafilatura tags)',
      ],
      ...['image=https://a.example/i (trafilatura image)', 'url=https://a.example/1 (trafilatura source)'],
    ]);
    expect(stated?.hints).toEqual({ url: 'https://a.example/1', capturedAt: '2026-01-02T03:04:05.000Z' });
    expect(readToolJson({ nobody: 'x' })).toBeNull();
  });

  it('says by a mapping what its own names say', () => {
    const mapping = checkMapping({ headline: 'kop', text: ['a.b', 'a.c'], guid: 'nr', url: 'at' });
    if (typeof mapping === 'string') throw new Error(mapping);
    const stated = readMapped({ kop: 'One', a: { c: ['<p>First.</p>', 'Second.'] }, nr: 7, at: 'no address' }, mapping);
    expect([lines(stated), stated?.hints, stated?.name]).toEqual([
      ...[['meta.headline: One', 'body: First.', 'body: Second.'], { ownName: '7' }],
      'an article in JSON as its mapping describes it',
    ]);
    expect([readMapped({ kop: 'One' }, mapping), readMapped({}, null)]).toEqual([null, null]);
  });

  it('is refused with a mapping that is wrong, in words', () => {
    const parts =
      'headline, text, author, published, modified, deck, publisher, language, section, keywords, image, url, guid, capturedAt';
    expect(checkMapping({ headline: 'a', text: 'b', tekst: 'c' })).toBe(
      `"tekst" is no part of an article; the parts are ${parts}`,
    );
    expect(checkMapping([])).toBe(`it is one JSON object with the parts ${parts}; headline and text are needed`);
    const place = 'the name of a field, or of a column, as "title" or "content.body"';
    expect(checkMapping({ headline: 3, text: 'b' })).toBe(`headline: ${place}`);
    expect(readMapping({})).toBeNull();
    expect(readMapping({ mapping: ' ' })).toBeNull();
    expect(() => readMapping({ mapping: '{' })).toThrow(
      'The mapping that came with the file (x-amz-meta-mapping) is wrong: it is no JSON.',
    );
  });
});
