/** What speaks for and against one text being a copy of the other, number by number. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COPIES_LIMITS } from '../../shared/core/copies/copies-limits.ts';
import { isRefilled } from '../../shared/core/copies/refilled.ts';
import { type TextPrint, textPrint } from '../../shared/core/copies/text-print.ts';
import { type Comparison, compareTexts, TRAIT_NAMES } from '../../shared/core/copies/traits.ts';

const EMPTY = textPrint([]);
const up = (from: number, count: number) => Uint8Array.from({ length: count }, (_, at) => from + at);
const joined = (...parts: readonly Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
const aPrint = (sequence: Uint8Array, given: Partial<TextPrint> = {}): TextPrint => ({
  ...EMPTY,
  words: sequence.length,
  sequence,
  ...given,
});
const ascending = (...values: readonly number[]) => Uint16Array.from(values);
const traitOf = ({ traits }: Comparison, name: (typeof TRAIT_NAMES)[number]) => traits[TRAIT_NAMES.indexOf(name)] ?? 0;

describe('two texts that are compared', () => {
  // A passage of 20, one of 4, and ten words that only this one has.
  const shorter = aPrint(joined(up(1, 20), up(100, 10), up(50, 4)));
  const longer = aPrint(joined(up(120, 6), up(1, 20), up(140, 20), up(50, 4), up(160, 10)));
  const compared = compareTexts(shorter, longer);

  it('share words, some of them in whole passages', () => {
    expect(compared).toMatchObject({ sharedWords: 24, passageWords: 20, inOrder: 24 / 34, beginsAt: 6 });
    expect(compared).toMatchObject({ coverageA: 24 / 34, coverageB: 24 / 60 });
    expect(traitOf(compared, 'inRuns8')).toBeCloseTo(20 / 34, 12);
    expect(traitOf(compared, 'inRuns16')).toBeCloseTo(20 / 34, 12);
    expect(traitOf(compared, 'sharedWords')).toBeCloseTo(Math.log1p(24), 12);
    expect(traitOf(compared, 'longestRun')).toBeCloseTo(20 / 34, 12);
    expect(traitOf(compared, 'meanRun')).toBeCloseTo(Math.log1p(12), 12);
    expect(traitOf(compared, 'opening')).toBeCloseTo(24 / 34, 12);
    // Of the 18 words in the middle the passage has 12.
    expect(traitOf(compared, 'middle')).toBeCloseTo(12 / 18, 12);
    expect(traitOf(compared, 'inOrder')).toBeCloseTo(24 / 34, 12);
    expect(traitOf(compared, 'restOfShorter')).toBeCloseTo(Math.log1p(10), 12);
    expect(traitOf(compared, 'restOfLonger')).toBeCloseTo(Math.log1p(36), 12);
  });

  it('have gaps between what they share, told for every fifty shared words', () => {
    expect(compared.gaps).toEqual({ numbers: 0, words: 0, rewritten: 1 });
    expect(traitOf(compared, 'rewrittenGaps')).toBeCloseTo(1 / (24 / 50 + 1), 12);
    const small = compareTexts(
      aPrint(joined(up(1, 10), up(70, 1), up(20, 10), up(220, 1), up(40, 10))),
      aPrint(joined(up(1, 10), up(80, 1), up(20, 10), up(230, 1), up(40, 10), up(90, 5))),
    );
    expect(small.gaps).toEqual({ numbers: 1, words: 1, rewritten: 0 });
    expect(traitOf(small, 'numberGaps')).toBeCloseTo(1 / 1.6, 12);
    expect(traitOf(small, 'wordGaps')).toBeCloseTo(1 / 1.6, 12);
  });

  it('have figures and names, of which the text with fewer may lack none, some or all', () => {
    const facts = (numbers: readonly number[], names: readonly number[]) =>
      aPrint(up(1, 30), { numbers: ascending(...numbers), names: ascending(...names) });
    const some = compareTexts(facts([1, 2, 5], [7, 9]), facts([2, 3, 4, 5], [1, 3, 9, 11]));
    expect(some).toMatchObject({ missingNumbers: 1, missingNames: 1 });
    expect(traitOf(some, 'missingNumbers')).toBe(1);
    expect(traitOf(some, 'names')).toBeCloseTo((1 + 1.8) / (2 + 3), 12);
    const many = compareTexts(facts([...up(1, 15)], []), facts([...up(20, 15)], []));
    expect(many.missingNumbers).toBe(15);
    expect(traitOf(many, 'missingNumbers')).toBe(10);
    expect(traitOf(many, 'names')).toBeCloseTo(1.8 / 3, 12);
    expect(compareTexts(facts([1, 2], [3]), facts([1, 2, 3], [3, 4]))).toMatchObject({
      ...{ missingNumbers: 0, missingNames: 0 },
    });
  });

  it('begin where the first passage stands, also where the order leaves it out', () => {
    const crossed = compareTexts(
      aPrint(joined(up(1, 30), up(100, 9))),
      aPrint(joined(up(200, 5), up(100, 9), up(150, 4), up(1, 30))),
    );
    expect(crossed).toMatchObject({ inOrder: 30 / 39, sharedWords: 39, beginsAt: 5 });
    const phrase = compareTexts(
      aPrint(joined(up(1, 30), up(100, 7))),
      aPrint(joined(up(200, 5), up(100, 7), up(150, 4), up(1, 30))),
    );
    expect(phrase.beginsAt).toBe(16);
  });

  it('may have nothing in common, or no word', () => {
    const none = compareTexts(aPrint(up(1, 10)), aPrint(up(100, 12)));
    expect(none).toMatchObject({
      sharedWords: 0,
      passageWords: 0,
      inOrder: 0,
      beginsAt: 0,
      coverageA: 0,
      coverageB: 0,
    });
    expect(compareTexts(EMPTY, EMPTY).traits.every(Number.isFinite)).toBe(true);
  });

  it('tell the same whichever is asked first', () => {
    const text = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 40 }).map((list) => Uint8Array.from(list));
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [there, back] = [compareTexts(aPrint(one), aPrint(other)), compareTexts(aPrint(other), aPrint(one))];
        expect(back).toEqual({ ...there, coverageA: there.coverageB, coverageB: there.coverageA });
      }),
    );
  });
});

describe('a template that was filled anew', () => {
  const SAME: Comparison = {
    ...{ sharedWords: 0, passageWords: 0, inOrder: 1, beginsAt: 0, missingNumbers: 0, missingNames: 0 },
    ...{ gaps: { numbers: 0, words: 0, rewritten: 0 }, traits: [], coverageA: 1, coverageB: 1 },
  };
  const facts = (words: number, numbers: number, names = 0): TextPrint => ({
    ...EMPTY,
    words,
    numbers: new Uint16Array(numbers),
    names: new Uint16Array(names),
  });
  const gaps = (numbers: number, words = 0, rewritten = 0) => ({ gaps: { numbers, words, rewritten } });
  const { noticeWords, bulletinWords, templateWords, wholeRatio } = COPIES_LIMITS;

  it('is a notice of which more than an eighth of the figures is other', () => {
    const notice = (own: number, other: number, missingNumbers: number) =>
      isRefilled(facts(noticeWords - 1, own), facts(noticeWords - 1, other), { ...SAME, missingNumbers });
    expect([notice(8, 8, 0), notice(8, 8, 1), notice(8, 8, 2)]).toEqual([false, false, true]);
    expect([notice(7, 9, 0), notice(7, 10, 0)]).toEqual([false, true]);
    // Of an excerpt the figures of the rest say nothing.
    const excerpt = (missingNumbers: number) =>
      isRefilled(facts(10, 8), facts(10 * wholeRatio + 1, 30), { ...SAME, missingNumbers });
    expect([excerpt(1), excerpt(2)]).toEqual([false, true]);
  });

  it('has two slots with other figures, and fewer with other words, in a bulletin', () => {
    const bulletin = (words: number, given: Partial<Comparison>) =>
      isRefilled(facts(words, 40, 40), facts(words, 40, 40), { ...SAME, missingNumbers: 1, ...given });
    expect(bulletin(bulletinWords - 1, gaps(2, 1))).toBe(true);
    expect(bulletin(bulletinWords - 1, gaps(1, 0))).toBe(false);
    expect(bulletin(bulletinWords - 1, gaps(2, 2))).toBe(false);
    expect(bulletin(bulletinWords - 1, { ...gaps(2, 1), missingNumbers: 0 })).toBe(false);
    expect(bulletin(bulletinWords, gaps(2, 1))).toBe(false);
  });

  describe('in a longer text', () => {
    const filled = (given: Partial<Comparison>, words: number = bulletinWords, figures = 4, names = 4) =>
      isRefilled(facts(words, figures, names), facts(words, figures, names), {
        ...{ ...SAME, ...gaps(1), missingNumbers: 1, missingNames: 1 },
        ...given,
      });

    it('has a quarter of the facts other, figures among them, in one shape', () => {
      expect(filled({})).toBe(true);
      expect(filled({ missingNames: 0 })).toBe(false);
      expect(filled({ missingNumbers: 0, missingNames: 2 })).toBe(true);
      expect(filled({ ...gaps(0), missingNumbers: 0, missingNames: 2 })).toBe(false);
      expect(filled({}, bulletinWords, 5, 4)).toBe(false);
    });

    it('is rewritten nowhere, has its order, and is not too long to be judged', () => {
      expect(filled(gaps(1, 0, 1))).toBe(false);
      expect([filled({ inOrder: 0.6 }), filled({ inOrder: 0.59 })]).toEqual([true, false]);
      expect([filled({}, templateWords - 1), filled({}, templateWords)]).toEqual([true, false]);
    });

    it('is as long as the other', () => {
      const longer = Math.floor(bulletinWords * wholeRatio) + 1;
      const given = { ...SAME, ...gaps(1), missingNumbers: 1, missingNames: 1 };
      expect(isRefilled(facts(bulletinWords, 4, 4), facts(longer, 4, 4), given)).toBe(false);
      expect(isRefilled(facts(bulletinWords, 4, 4), facts(longer - 1, 4, 4), given)).toBe(true);
    });

    it('shows two slots where its script shows no names', () => {
      const nameless = (numbers: number) =>
        filled({ ...gaps(numbers, numbers), missingNumbers: 2 }, bulletinWords, 4, 0);
      expect([nameless(1), nameless(2)]).toEqual([false, true]);
    });
  });
});
