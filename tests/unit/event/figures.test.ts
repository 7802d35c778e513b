/** What speaks for two stories telling of one happening, number by number. */
import { describe, expect, it } from 'vitest';
import { assignOnline, ONLINE_LEAST } from '../../../shared/core/event/assign-online.ts';
import { describeEvent, type EventMember } from '../../../shared/core/event/describe-event.ts';
import { candidatesToRead } from '../../../shared/core/event/event-candidates.ts';
import { eventKeys, keyTerms } from '../../../shared/core/event/event-keys.ts';
import { KEYS, PRINT_TERMS } from '../../../shared/core/event/event-limits.ts';
import { type EventPrint, eventPrint, heft, type PrintTerm } from '../../../shared/core/event/event-print.ts';
import { logOdds, oddsOf, withinCertain } from '../../../shared/core/event/event-score.ts';
import { languageDoubt } from '../../../shared/core/event/language-doubt.ts';
import { FIGURES, likeness } from '../../../shared/core/event/likeness.ts';
import { packPrint, unpackPrint } from '../../../shared/core/event/packed-print.ts';
import { rarity, textsInTable } from '../../../shared/core/event/rarity.ts';
import { weighed } from '../../../shared/core/event/weighed-print.ts';
import { weighedWindow } from '../../../shared/core/event/weighed-window.ts';
import { windowRarity } from '../../../shared/core/event/window-rarity.ts';

const aTerm = (hash: number, given: Partial<PrintTerm> = {}): PrintTerm => ({
  ...{ hash, rarity: 64, count: 1, inHeadline: false, inLead: false, isName: false, isNumber: false },
  ...given,
});
const MAY_5 = Date.parse('2031-05-05T00:00:00Z') / 60_000;
const aPrint = (terms: readonly PrintTerm[], given: Partial<EventPrint> = {}): EventPrint => ({
  ...{ language: 'en', minutes: MAY_5, terms },
  ...given,
});
const rounded = (figure: number) => Number(figure.toFixed(6));
const figuresOf = (a: EventPrint, b: EventPrint) =>
  Object.fromEntries(likeness(weighed(a), weighed(b)).map((figure, at) => [FIGURES[at], rounded(figure)]));
const NONE = Object.fromEntries(FIGURES.map((name) => [name, 0]));

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

describe('the figures of two stories', () => {
  const own = aPrint([
    aTerm(1, { inHeadline: true, inLead: true }),
    aTerm(2, { isName: true }),
    aTerm(3, { isNumber: true }),
    aTerm(4),
  ]);

  it('are all there where one is the other', () => {
    const figures = figuresOf(own, own);
    expect(figures).toEqual({
      ...{ body: 1, bodyRoot: 1, headline: 1, lead: 1, name: 1, headlineAcross: 1, numbers: 0.333333 },
      ...{ threeRarest: 0.5, shared: rounded(Math.log1p(4) / 4), gap: 0, gapBeyondTwo: 0 },
      ...{ undated: 0, noHeadline: 0, nameAndBody: 1 },
    });
  });

  it('are naught where nothing is shared, but for the days between', () => {
    const other = aPrint([aTerm(9, { inHeadline: true })], { minutes: MAY_5 + 3 * 1_440 });
    expect(figuresOf(own, other)).toEqual({
      ...NONE,
      gap: rounded(Math.log1p(3)),
      gapBeyondTwo: rounded(Math.log1p(1)),
    });
    expect(figuresOf(other, own)).toEqual(figuresOf(own, other));
    const near = aPrint([aTerm(9, { inHeadline: true })], { minutes: MAY_5 - 2 * 1_440 });
    expect(figuresOf(own, near)).toEqual({ ...NONE, gap: rounded(Math.log1p(2)) });
  });

  it('say that a date or a headline is missing, and then nothing of it', () => {
    const other = aPrint([aTerm(1)], { minutes: null });
    const figures = figuresOf(own, other);
    expect(figures).toMatchObject({
      undated: 1,
      gap: 0,
      gapBeyondTwo: 0,
      noHeadline: 1,
      headline: 0,
      headlineAcross: 0,
    });
    expect(figuresOf(other, other)).toMatchObject({ undated: 1, noHeadline: 1, body: 1 });
  });

  it('tell how much of a headline the other story says anywhere', () => {
    const one = aPrint([aTerm(1, { inHeadline: true }), aTerm(2)]);
    const other = aPrint([aTerm(1), aTerm(2, { inHeadline: true })]);
    expect(figuresOf(one, other)).toMatchObject({ headline: 0, headlineAcross: 1, body: 1, lead: 0 });
  });

  it('count the three rarest terms that both have, and no more', () => {
    const terms = [16, 32, 48, 64, 80].map((steps, at) => aTerm(at, { rarity: steps }));
    for (const order of [terms, terms.toReversed().map((term, at) => ({ ...term, hash: at }))])
      expect(figuresOf(aPrint(order), aPrint(order))['threeRarest']).toBe((5 + 4 + 3) / 24);
    expect(figuresOf(aPrint(terms.slice(0, 1)), aPrint(terms.slice(0, 1)))['threeRarest']).toBeCloseTo(1 / 24, 6);
  });

  it('become odds by their weights, within what is certain', () => {
    const scorer = { weights: [2, -1, 4], bias: 0.5 };
    expect(logOdds([1, 1, 0.25], scorer)).toBe(2.5);
    expect(oddsOf([1], scorer, 2, 7)).toBe(11);
    expect(oddsOf([1, 1], scorer, 2, 0)).toBe(4);
    expect([withinCertain(9), withinCertain(-9), withinCertain(5)]).toEqual([6, -6, 5]);
    expect(logOdds([9], scorer)).toBe(6);
  });
});

describe('keys', () => {
  it('are the heaviest words of a print that are no figures, in the week of its day', () => {
    const terms = [1, 2, 3, 4, 5, 6, 7].map((hash) => aTerm(hash, { rarity: 16 * hash, isNumber: hash === 7 }));
    const key = (hash: number, week: number | string) => `en#00000${hash}#${week}`;
    const day = (number: number) => aPrint(terms, { minutes: number * 1_440 });
    const at = (week: number | string) => [6, 5, 4, 3, 2].map((hash) => key(hash, week));
    expect(eventKeys(day(21))).toEqual({ written: at(3).slice(0, 3), own: at(3), neighbours: at(2) });
    expect(eventKeys(day(23))).toMatchObject({ own: at(3), neighbours: at(2) });
    expect(eventKeys(day(24))).toMatchObject({ own: at(3), neighbours: [] });
    expect(eventKeys(day(25))).toMatchObject({ own: at(3), neighbours: at(4) });
    expect(eventKeys(day(27.999))).toMatchObject({ own: at(3), neighbours: at(4) });
    expect(eventKeys({ ...day(1), minutes: null })).toEqual({
      written: at('x').slice(0, 3),
      own: at('x'),
      neighbours: [],
    });
    expect(at(3)).toHaveLength(KEYS);
  });

  it('of terms as heavy are those of the smaller hashes', () => {
    expect(keyTerms(aPrint([3, 1, 2].map((hash) => aTerm(hash))), 2).map(({ hash }) => hash)).toEqual([1, 2]);
    expect(keyTerms(aPrint([aTerm(1), aTerm(2)]), 1, ({ hash }) => hash).map(({ hash }) => hash)).toEqual([2]);
  });
});

describe('candidates', () => {
  it('are at most three: by shared keys, then by how late they stand, then by name', () => {
    expect(
      candidatesToRead([
        ['a', 'b', 'c', 'd'],
        ['d', 'a'],
      ]),
    ).toEqual(['d', 'a', 'c']);
    expect(candidatesToRead([['b'], ['a'], ['c'], ['d']])).toEqual(['a', 'b', 'c']);
    expect(
      candidatesToRead([
        ['x', 'b'],
        ['y', 'z', 'a'],
      ]),
    ).toEqual(['a', 'b', 'z']);
  });

  it('are joined where they agree on average, and the smaller name of two alike', () => {
    const own = aPrint([aTerm(1, { inHeadline: true })]);
    const candidate = (eventId: string, print: EventPrint) => ({ eventId, print });
    const other = aPrint([aTerm(9, { inHeadline: true })]);
    // One figure alone: how much of the stories is alike.
    const scorer = { weights: [4], bias: 0 };
    const choose = (...list: readonly (readonly [string, EventPrint])[]) =>
      assignOnline(
        own,
        list.map(([id, print]) => candidate(id, print)),
        scorer,
        2,
      );
    expect(choose(['b', own], ['a', own])).toBe('a');
    expect(choose(['a', own], ['b', own])).toBe('a');
    expect(choose(['a', own], ['a', other], ['b', own])).toBe('b');
    expect(choose(['a', own], ['a', other])).toBe('a');
    expect(choose(['a', own], ['a', other], ['a', other])).toBeNull();
    expect(choose(['a', other], ['b', other], ['c', other], ['d', own])).toBeNull();
    expect(choose()).toBeNull();
    expect(ONLINE_LEAST).toBe(1);
    // Of a language that nobody knows likeness is worth less.
    const strange = { ...own, language: 'qq' };
    expect(assignOnline(strange, [candidate('a', own)], scorer, 1.2)).toBe('a');
    expect(assignOnline(strange, [candidate('a', own)], scorer, 1.3)).toBeNull();
  });
});

describe('an event', () => {
  const member = (storyId: string, given: Partial<EventMember> = {}): EventMember => ({
    ...{ storyId, headline: storyId, published: '2031-05-05T09:00:00Z', outlets: [], articles: 1 },
    ...{ print: aPrint([aTerm(1)]), ...given },
  });

  it('has the title of the earlier of two that are as central, and of one that has a headline', () => {
    expect(describeEvent([member('b'), member('a')]).title).toBe('a');
    expect(describeEvent([member('b', { published: '2031-05-04T09:00:00Z' }), member('a')]).title).toBe('b');
    expect(describeEvent([member('a', { published: null }), member('b')]).title).toBe('b');
    expect(describeEvent([member('a', { headline: '' }), member('b')]).title).toBe('b');
    expect(describeEvent([member('a', { headline: '' })]).title).toBeNull();
  });

  it('of no stories is empty, and names each outlet once', () => {
    expect(describeEvent([])).toEqual({ title: null, from: null, until: null, outlets: [], stories: 0, articles: 0 });
    const two = [member('a', { outlets: ['Z', 'A'], articles: 2 }), member('b', { outlets: ['A'], published: null })];
    expect(describeEvent(two)).toEqual({
      ...{ title: 'a', from: '2031-05-05T09:00:00Z', until: '2031-05-05T09:00:00Z' },
      ...{ outlets: ['A', 'Z'], stories: 2, articles: 3 },
    });
  });
});
