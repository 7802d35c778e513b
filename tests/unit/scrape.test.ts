/** Plain-text scrapes: lines become blocks, damage is undone, what was glued together comes apart, and nothing else changes. */
import { describe, expect, it } from 'vitest';
import type { RawDocument } from '../../shared/core/document.ts';
import { LIMITS } from '../../shared/core/limits.ts';
import { Rejection } from '../../shared/core/rejection.ts';
import { scrapePage } from '../../shared/core/scrape.ts';

function aText(text: string): RawDocument {
  return {
    format: 'text',
    text,
    mediaType: 'text/plain',
    charset: 'utf-8',
    charsetBasis: 'utf-8-valid',
    bytes: text.length,
  };
}
const texts = (text: string) => scrapePage(aText(text)).blocks.map((block) => block.text);

describe('lines', () => {
  it('become blocks that keep their number and know of the blank line before them', () => {
    const { blocks } = scrapePage(aText('\nThe bridge opened.\r\n\r\n  It  is\u00a0long. \nOr so.'));
    expect(blocks.map(({ line, text, gapBefore }) => [line, text, gapBefore])).toEqual([
      [2, 'The bridge opened.', true],
      [4, 'It is long.', true],
      [5, 'Or so.', false],
    ]);
  });
  it('give no block when there is nothing but white space', () => {
    expect(texts(' \n\t\n\u00a0')).toEqual([]);
  });
  it('beyond the limit are a rejection', () => {
    expect(() => scrapePage(aText('a\n'.repeat(LIMITS.blocks + 2)))).toThrow(Rejection);
  });
  it('longer than a block may be are cut, and nothing is lost', () => {
    const long = 'word '.repeat(LIMITS.blockChars / 4);
    expect(texts(`${long}\nb\nc\nd`).join(' ').length).toBeGreaterThanOrEqual(long.length - 2);
  });
});

describe('what machines damaged', () => {
  it.each([
    ['The mayorâ€™s cafÃ©', 'The mayor’s café'],
    ['â€œWe waited,â€\u009d she said', '“We waited,” she said'],
    ['soft\u00adhyphen and zero\u200bwidth', 'softhyphen and zerowidth'],
    ['cafe\u0301', 'café'],
  ])('is repaired: %s', (damaged, sound) => {
    const page = scrapePage(aText(damaged));
    expect(page.blocks.map((block) => block.text)).toEqual([sound]);
  });
  it.each(['Ça va, Zoë?', 'SÃO PAULO', 'Ärger in Ötztal', 'Â', '5 € – “fine”'])('is not seen in %s', (sound) => {
    expect(scrapePage(aText(sound))).toMatchObject({ blocks: [{ text: sound, raw: null }], repairs: [] });
  });
  it('is listed, and the line as it stood is kept', () => {
    expect(scrapePage(aText('itâ€™s late'))).toMatchObject({
      blocks: [{ raw: 'itâ€™s late' }],
      repairs: ['mojibake-repaired'],
    });
  });
});

describe('marks of lists', () => {
  it('are taken off, and kept in raw', () => {
    expect(scrapePage(aText('a b\n  • Published\n- Ferry runs again')).blocks).toMatchObject([
      { text: 'a b', raw: null },
      { text: 'Published', raw: '• Published' },
      { text: 'Ferry runs again', raw: '- Ferry runs again' },
    ]);
  });
  it('are left alone when a dash opens direct speech', () => {
    expect(texts('– Nie wiem, powiedział.')).toEqual(['– Nie wiem, powiedział.']);
  });
  it('of Markdown go when the text is Markdown', () => {
    const markdown =
      '# Ferry runs again\n\nThe **old** ferry [runs](https://ferry.example/a) again.\n\n## Timetable\n\n> Daily.';
    expect(texts(markdown)).toEqual(['Ferry runs again', 'The old ferry runs again.', 'Timetable', 'Daily.']);
  });
  it('of Markdown stay when it is not', () => {
    expect(texts('Room #4 was **not** free')).toEqual(['Room #4 was **not** free']);
  });
});

describe('glued lines', () => {
  it.each([
    [
      'A ferry leaves Vell on May 4, 2026Image source, Reuters',
      ['A ferry leaves Vell on May 4, 2026', 'Image source, Reuters'],
    ],
    ['You were logged inPlease refresh your browser now', ['You were logged in', 'Please refresh your browser now']],
    ['5 minutes agoShare', ['5 minutes ago', 'Share']],
    ['AdvertisementThe minister said no', ['Advertisement', 'The minister said no']],
    ['The ferry was closed.The bridge stayed open', ['The ferry was closed.', 'The bridge stayed open']],
  ])('come apart: %s', (glued, pieces) => {
    const { blocks, repairs } = scrapePage(aText(glued));
    expect(blocks.map((block) => block.text)).toEqual(pieces);
    expect(blocks.every((block) => block.fused && block.line === 1 && block.raw === glued)).toBe(true);
    expect(repairs).toEqual(['fused-text']);
  });
  it('come apart around the headline that the next line repeats', () => {
    expect(
      texts('Current:Home > TravelOld ferry returns to the island -Vell Gazette\nOld ferry returns to the island'),
    ).toEqual([
      'Current:Home > Travel',
      'Old ferry returns to the island',
      'Vell Gazette',
      'Old ferry returns to the island',
    ]);
  });
  it.each([
    'Ian McDonald and Fiona MacLeod met DeShawn LaRue',
    'An iPhone, an eBay account and YouTube in LaTeX',
    'JonBenét and DeFi traders read SharePoint News',
    'byJosh Alder and Mia Venn',
    'The U.S.A. and the E.U. met at 5 p.m. EDT',
    'He uses Node.Js and ASP.Net every day',
  ])('are not seen in names: %s', (line) => {
    expect(scrapePage(aText(line))).toMatchObject({ blocks: [{ text: line, fused: false }], repairs: [] });
  });
});

describe('layout', () => {
  it('wrapped at a column is joined into paragraphs', () => {
    const words = 'the old ferry crossed the wide river again and people waved from the quay';
    const paragraph = `The morning began and ${words} while ${words} until ${words} and ${words}.`;
    const wrapped = paragraph.replace(/(.{60,72}) /g, '$1\n');
    expect(texts(`Ferry returns\n\n${wrapped}\n\n${wrapped}`)).toEqual(['Ferry returns', paragraph, paragraph]);
  });
  it('of one huge line is cut into sentences', () => {
    const sentence = 'The old ferry crossed the river again, said Dr. Venn of the harbour office in Vell.';
    const lines = texts(Array.from({ length: 40 }, () => sentence).join(' '));
    expect(lines).toHaveLength(40);
    expect(new Set(lines)).toEqual(new Set([sentence]));
  });
  it('of five megabytes in one line takes no long time', () => {
    const began = performance.now();
    scrapePage(aText('a'.repeat(5_000_000)));
    scrapePage(aText('Ab. '.repeat(1_000_000)));
    expect(performance.now() - began).toBeLessThan(20_000);
  });
});
