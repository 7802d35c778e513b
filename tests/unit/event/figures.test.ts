/** What speaks for two stories telling of one happening, number by number. */
import { describe, expect, it } from 'vitest';
import { assignOnline, ONLINE_LEAST } from '../../../shared/core/event/assign-online.ts';
import { describeEvent, type EventMember } from '../../../shared/core/event/describe-event.ts';
import { candidatesToRead } from '../../../shared/core/event/event-candidates.ts';
import { eventKeys, keyTerms } from '../../../shared/core/event/event-keys.ts';
import { KEYS } from '../../../shared/core/event/event-limits.ts';
import type { EventPrint } from '../../../shared/core/event/event-print.ts';
import { logOdds, oddsOf, withinCertain } from '../../../shared/core/event/event-score.ts';
import { FIGURES, likeness } from '../../../shared/core/event/likeness.ts';
import { weighed } from '../../../shared/core/event/weighed-print.ts';
import { aPrint, aTerm, MAY_5, rounded } from './a-print.ts';

const figuresOf = (a: EventPrint, b: EventPrint) =>
  Object.fromEntries(likeness(weighed(a), weighed(b)).map((figure, at) => [FIGURES[at], rounded(figure)]));
const NONE = Object.fromEntries(FIGURES.map((name) => [name, 0]));

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
