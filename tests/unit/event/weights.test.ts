/** What is kept of a story, and how much each of its terms weighs, number by number. */
import { describe, expect, it } from 'vitest';
import { PRINT_TERMS } from '../../../shared/core/event/event-limits.ts';
import { eventPrint, heft, type PrintTerm } from '../../../shared/core/event/event-print.ts';
import { languageDoubt } from '../../../shared/core/event/language-doubt.ts';
import { packPrint, unpackPrint } from '../../../shared/core/event/packed-print.ts';
import { rarity, textsInTable } from '../../../shared/core/event/rarity.ts';
import { weighed } from '../../../shared/core/event/weighed-print.ts';
import { weighedWindow } from '../../../shared/core/event/weighed-window.ts';
import { windowRarity } from '../../../shared/core/event/window-rarity.ts';
import { aPrint, aTerm, MAY_5, rounded } from './a-print.ts';

describe('a print', () => {
  it('holds the heaviest terms in order of their hashes, with how often and where they stand', () => {
    const print = eventPrint({
      headline: 'Ferry sinks',
      paragraphs: ['The ferry Marisande sank with 12. Ferry, ferry, ferry, ferry, ferry, ferry, ferry.'],
      language: 'en-GB',
      published: '2031-05-05T09:00:59.999Z',
    });
    expect(print.language).toBe('en');
    expect(print.minutes).toBe(MAY_5 + 540);
    expect(print.terms.map(({ hash }) => hash)).toEqual(print.terms.map(({ hash }) => hash).toSorted((a, b) => a - b));
    const facts = print.terms.map(({ hash: _, rarity: __, ...kept }) => kept);
    const bare = { count: 1, inHeadline: false, inLead: true, isName: false, isNumber: false };
    expect(facts).toContainEqual({ ...bare, count: 7, inHeadline: true });
    expect(facts).toContainEqual({ ...bare, isName: true });
    expect(facts).toContainEqual({ ...bare, isNumber: true });
    expect(facts).toContainEqual({ ...bare, inHeadline: true, inLead: false });
  });

  it('leaves out what weighs least where there are too many', () => {
    const words = Array.from({ length: PRINT_TERMS + 9 }, (_, at) => `kel${String.fromCharCode(97 + (at % 26))}${at}x`);
    const told = { headline: 'vormast', paragraphs: [`${words.join(' ')} vormast`], language: 'qq', published: null };
    const print = eventPrint(told);
    expect(print.terms).toHaveLength(PRINT_TERMS);
    expect(print.terms.filter(({ inHeadline }) => inHeadline)).toHaveLength(1);
    expect(print.minutes).toBeNull();
    expect(eventPrint({ ...told, published: 'some day' }).minutes).toBeNull();
    expect(eventPrint({ ...told, language: '' }).language).toBe('');
  });

  it('weighs rare terms more, and those that are often or at the top', () => {
    expect(heft(aTerm(1, { rarity: 32 }))).toBe(2);
    expect(heft(aTerm(1, { rarity: 16, inHeadline: true, inLead: true }))).toBeCloseTo(1.9, 12);
    expect(heft(aTerm(1, { rarity: 16, count: 3 }))).toBeCloseTo(1 + Math.log(3), 12);
  });

  it('is these bytes', () => {
    const term = aTerm(0x010203, { rarity: 4, count: 5, inLead: true, isNumber: true });
    const other = aTerm(0xffffff, { rarity: 255, count: 7, inHeadline: true, isName: true });
    const print = aPrint([term, other], { language: 'de', minutes: 258 });
    const bytes = [1, 100, 101, 0, 0, 0, 1, 2, 1, 2, 3, 4, 5 + 16 + 64, 255, 255, 255, 255, 7 + 8 + 32];
    expect([...packPrint(print)]).toEqual(bytes);
    expect(unpackPrint(Uint8Array.from(bytes))).toEqual(print);
    expect(unpackPrint(Uint8Array.from(bytes.slice(0, 8)))).toEqual({ ...print, terms: [] });
    expect(unpackPrint(Uint8Array.from(bytes.slice(0, 7)))).toBeNull();
    expect([...packPrint({ ...print, minutes: null, terms: [] })]).toEqual([1, 100, 101, 0, 128, 0, 0, 0]);
  });
});

describe('how rare a term is', () => {
  it('is known from the table of its language, and guessed by its letters without one', () => {
    expect(rarity('en', 'the', false)).toBeLessThan(0.5);
    expect(rarity('en', 'qqqqqqq', false)).toBeGreaterThan(rarity('en', 'monday', false));
    expect(['abc', 'abcdefg', 'abcdefghijkl'].map((term) => rounded(rarity('qq', term, false)))).toEqual([3, 5.4, 6.5]);
    expect(rarity('qq', '東京', false)).toBe(5);
    expect(rarity('ja', 'から', false)).toBe(0.8);
    expect(rarity('toString', 'abc', false)).toBe(3);
  });

  it('is of a number by its length', () => {
    expect(['7', '12', '123', '1,400', '1,400,000'].map((term) => rarity('en', term, true))).toEqual([4, 4.5, 5, 6, 6]);
  });

  it('is doubted in a language of which few texts are known', () => {
    expect([textsInTable('en') > 1_000, textsInTable('qq'), textsInTable('toString')]).toEqual([true, 0, 0]);
    expect([languageDoubt('qq', 0), languageDoubt('qq', 75), languageDoubt('qq', 225)]).toEqual([2.8, 1.4, 0.7]);
    expect([languageDoubt('qq', 999) > 0, languageDoubt('qq', 1_000)]).toEqual([true, 0]);
  });

  it('is learned from a window, beside the table', () => {
    const story = (...terms: readonly PrintTerm[]) => ({ print: aPrint(terms, { language: 'qq' }) });
    const [common, rare] = [aTerm(1, { rarity: 64 }), aTerm(2, { rarity: 64 })];
    const of = windowRarity([story(common), story(common, rare), story()]);
    const expected = 1_497 * Math.exp(-4);
    expect(of(common, 'qq')).toBeCloseTo(-Math.log((expected + 2) / 1_500), 12);
    expect(of(rare, 'qq')).toBeCloseTo(-Math.log((expected + 1) / 1_500), 12);
    expect(of(common, 'en')).toBeCloseTo(4, 12);
    expect(of(aTerm(3, { rarity: 255 }), 'en')).toBe(8);
    const large = windowRarity(Array.from({ length: 1_300 }, () => story(common)));
    expect(large(common, 'qq')).toBeCloseTo(-Math.log((300 * Math.exp(-4) + 1_300) / 1_600), 12);
    expect(
      windowRarity(Array.from({ length: 3 }, () => story(aTerm(4, { rarity: 0 }))))(aTerm(4, { rarity: 0 }), 'qq'),
    ).toBe(0);
  });
});

describe('a weighed print', () => {
  it('has columns of length one, in which names, headline and lead stand by themselves and figures count less', () => {
    const print = aPrint([
      aTerm(1, { rarity: 48, inHeadline: true }),
      aTerm(2, { rarity: 64, inLead: true, isName: true }),
      aTerm(3, { rarity: 64, isNumber: true, count: 2 }),
    ]);
    const own = weighed(print);
    const figure = 4 * (1 + Math.log(2)) * 0.7;
    const length = Math.hypot(3, 4, figure);
    expect([...own.body].map((value) => value.toFixed(5))).toEqual(
      [3, 4, figure].map((value) => (value / length).toFixed(5)),
    );
    expect([...own.headline]).toEqual([1, 0, 0]);
    expect([...own.lead].map((value) => value.toFixed(5))).toEqual(['0.60000', '0.80000', '0.00000']);
    expect([...own.name]).toEqual([0, 1, 0]);
    expect([...own.number]).toEqual([0, 0, 1]);
    expect({ ...own, rare: [...own.rare], hash: [...own.hash] }).toMatchObject({
      ...{ days: MAY_5 / 1_440, rare: [3, 4, 4], hash: [1, 2, 3], hasHeadline: true, numbers: 1 },
    });
    expect(weighed(aPrint([], { minutes: null }))).toMatchObject({ days: null, hasHeadline: false, numbers: 0 });
  });

  it('is the same in a window of many, and there is none behind its end', () => {
    const stories = Array.from({ length: 1_030 }, (_, at) => ({
      print: aPrint(at % 3 === 0 ? [] : [aTerm(at, { inHeadline: at % 2 === 0 }), aTerm(at + 9, { isNumber: true })], {
        minutes: at % 5 === 0 ? null : at,
      }),
    }));
    const rare = () => 2;
    const window = weighedWindow(stories, rare);
    expect(window.size).toBe(1_030);
    for (const at of [0, 1, 2, 1_023, 1_024, 1_025, 1_029])
      expect(window.at(at)).toEqual(weighed(stories[at]?.print ?? aPrint([]), rare));
    expect(() => window.at(1_030)).toThrow('The window holds no story 1030.');
  });
});
