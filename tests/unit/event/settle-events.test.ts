import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventPrint } from '../../../shared/core/event/event-print.ts';
import { type PrintedStory, settleEvents } from '../../../shared/core/event/settle-events.ts';
import { TOLD_TWICE } from './news.ts';
import { plainlySettled } from './plainly-settled.ts';

const stories: readonly PrintedStory[] = TOLD_TWICE.flatMap(({ language, first, second }) =>
  [first, second].map(([headline, body], at) => ({
    id: `${language}${at}`,
    print: eventPrint({ language, headline, paragraphs: [body], published: `2031-05-0${5 + at}T09:00:00Z` }),
  })),
);

const undated = stories.map(({ id, print }) => ({ id, print: { ...print, minutes: null } }));

/** Stories of few topics and many common words: some lists are longer than what is looked at, and some stories have no date. */
const windows = fc
  .record({ size: fc.integer({ min: 2, max: 130 }), seed: fc.integer({ min: 1, max: 1e6 }) })
  .map(({ size, seed }): readonly PrintedStory[] => {
    let state = seed;
    const below = (most: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return Math.floor((state / 2 ** 32) * most);
    };
    const words = (topic: number, from: number, most: number) =>
      Array.from({ length: 14 }, () => `${['kel', 'mor', 'tas', 'ven'][topic % 4]}${topic}w${from + below(most)}`);
    return Array.from({ length: size }, (_, at) => {
      const topic = below(6);
      const text = [...words(topic, 0, 9), ...words(99, 0, 40), `Oxmere${topic}`, `${below(90)}`].join(' ');
      const day = String(1 + below(9)).padStart(2, '0');
      return {
        id: `sty_${String(at).padStart(3, '0')}`,
        print: eventPrint({
          language: ['en', 'de', 'fi'][below(3)] ?? 'en',
          headline: below(5) === 0 ? null : text.slice(0, 40),
          paragraphs: [text],
          published: below(6) === 0 ? null : `2031-05-${day}T0${below(9)}:00:00Z`,
        }),
      };
    });
  });

describe('settled events', () => {
  it.each(TOLD_TWICE)('gather two tellings of one happening in $language', ({ language }) => {
    expect(settleEvents(stories).get(`${language}1`)).toBe(`${language}0`);
  });

  it.each(TOLD_TWICE)('gather them without a date, too, in $language', ({ language }) => {
    expect(settleEvents(undated).get(`${language}1`)).toBe(`${language}0`);
  });

  it('keep different happenings apart', () => {
    expect(new Set(settleEvents(stories).values()).size).toBe(TOLD_TWICE.length);
  });

  it('keep the same kind of happening a year later apart', () => {
    const [first] = stories;
    const later = eventPrint({
      language: 'en',
      headline: 'Ferry sinks off Brannock harbour',
      paragraphs: [
        'The ferry Oriflamme sank near Brannock harbour in a storm, the coastguard of Wexley said. Nine passengers are missing.',
      ],
      published: '2032-06-01T09:00:00Z',
    });
    if (first === undefined) throw new Error('no stories');
    expect(settleEvents([first, { id: 'later', print: later }]).get('later')).toBe('later');
  });

  it('do not depend on the order of stories', () => {
    const settled = settleEvents(stories);
    const mixed = [...stories, ...undated.map(({ id, print }) => ({ id: `${id}-undated`, print }))];
    const expected = settleEvents(mixed);
    fc.assert(
      fc.property(fc.shuffledSubarray(mixed, { minLength: mixed.length }), (shuffled) => {
        expect(new Map([...settleEvents(shuffled)].sort())).toEqual(new Map([...expected].sort()));
      }),
      { numRuns: 100 },
    );
    expect(settled.size).toBe(stories.length);
  });

  it('are those of plain settling, number for number, in windows crowded enough that every cap counts', () => {
    fc.assert(
      fc.property(windows, (window) => {
        expect([...settleEvents(window)]).toEqual([...plainlySettled(window)]);
      }),
      { numRuns: 25 },
    );
  });

  it('are named after their smallest member', () => {
    for (const [id, event] of settleEvents(stories)) expect(event <= id).toBe(true);
  });

  it('of no stories are none', () => {
    expect(settleEvents([]).size).toBe(0);
  });
});
