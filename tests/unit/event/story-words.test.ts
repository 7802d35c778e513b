/** Which terms a text has: where they stand, whether they name something, and what is no term at all. */
import { describe, expect, it } from 'vitest';
import { LEAD_CHARS, READ_CHARS } from '../../../shared/core/event/event-limits.ts';
import { storyTerms, termOf } from '../../../shared/core/event/story-words.ts';

const IN_BODY = { count: 1, inHeadline: false, inLead: false, isName: false, isNumber: false };
const IN_LEAD = { ...IN_BODY, inLead: true };
const termsOf = (headline: string | null, ...paragraphs: readonly string[]) =>
  Object.fromEntries(storyTerms({ headline, paragraphs }));

describe('a word as a term', () => {
  it.each([
    ['Floods', 'flood'],
    ['glass', 'glass'],
    ['gas', 'gas'],
    ['was', 'was'],
    ['buses', 'buse'],
    ['is', null],
    ['the', 'the'],
    ['Ölfässer', 'olfasse'],
    ['Lisbon’s', 'lisbon'],
    ["players'", 'player'],
    ["O'Hara", 'ohara'],
    ['internationally', 'interna'],
    ['1,400.5', '1,400.5'],
    ['7', '7'],
    ['والمدينة', 'مدينة'],
    ['المد', 'المد'],
  ])('%s is %s', (word, term) => {
    expect(termOf(word)).toBe(term);
  });
});

describe('terms of a story', () => {
  it('tell how often they occur, and whether in the headline, at the top or below', () => {
    const below = `${'x'.repeat(LEAD_CHARS)} harbour`;
    expect(termsOf('Harbour opens', 'A harbour.')).toEqual({
      harbour: { ...IN_LEAD, count: 2, inHeadline: true },
      open: { ...IN_BODY, inHeadline: true },
    });
    expect(termsOf(null, below)['harbour']).toEqual(IN_BODY);
    expect(termsOf(null, 'x'.repeat(LEAD_CHARS - 8), 'harbour')['harbour']).toEqual(IN_LEAD);
    expect(termsOf(null, 'y '.repeat(LEAD_CHARS / 2), 'harbour')['harbour']).toEqual(IN_BODY);
    expect(termsOf(null)).toEqual({});
  });

  it('that a paragraph has on both sides of the end of the top are counted on both', () => {
    const filler = 'y '.repeat((LEAD_CHARS - 8) / 2);
    expect(termsOf(null, `harbour ${filler}harbour`)['harbour']).toEqual({ ...IN_LEAD, count: 2 });
  });

  it('name something where they have a capital that the sentence did not ask for, more often than not', () => {
    const isName = (text: string, term: string) => termsOf(null, text)[term]?.isName;
    expect(isName('We met Quill there.', 'quill')).toBe(true);
    expect(isName('Quill came. Quill went.', 'quill')).toBe(false);
    for (const end of ['.', '!', '?', ':', '…', '。', '“', '"', '„', '«', '\n', '-', '–', '—', '•'])
      expect([end, isName(`We went${end} Quill came`, 'quill')]).toEqual([end, false]);
    expect(isName('We met Quill, quill and Quill', 'quill')).toBe(true);
    expect(isName('We met Quill and quill', 'quill')).toBe(false);
    expect(isName('of Zürich', 'zurich')).toBe(true);
    expect(termsOf('We met Quill')['quill']?.isName).toBe(false);
  });

  it('are numbers, with their signs', () => {
    expect(termsOf(null, 'some 1,400 of 12')).toEqual({
      '1,400': { ...IN_LEAD, isNumber: true },
      '12': { ...IN_LEAD, isNumber: true },
      some: IN_LEAD,
    });
  });

  it('are pairs of characters where no blank stands between words', () => {
    expect(Object.keys(termsOf(null, '東京湾、雨'))).toEqual(['東京', '京湾']);
    expect(Object.keys(termsOf(null, 'ｶﾞｶﾞ'))).toEqual(['ガガ']);
    expect(Object.keys(termsOf(null, '雨'))).toEqual([]);
    expect(Object.keys(termsOf(null, 'ไทย'))).toEqual(['ไท', 'ทย']);
  });

  it('are read from the top of a text, however long it is', () => {
    const long = 'y '.repeat(READ_CHARS / 2);
    expect(termsOf(null, long, 'harbour')).toEqual({});
    expect(termsOf(null, long.slice(9), 'harbour and bay')).toEqual({ harbour: IN_BODY });
    expect(termsOf(null, `${long}harbour`)).toEqual({});
  });
});
