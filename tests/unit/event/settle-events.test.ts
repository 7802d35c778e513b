import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventPrint } from '../../../shared/core/event/event-print.ts';
import { type PrintedStory, settleEvents } from '../../../shared/core/event/settle-events.ts';
import { TOLD_TWICE } from './news.ts';

const stories: readonly PrintedStory[] = TOLD_TWICE.flatMap(({ language, first, second }) =>
  [first, second].map(([headline, body], at) => ({
    id: `${language}${at}`,
    print: eventPrint({ language, headline, paragraphs: [body], published: `2031-05-0${5 + at}T09:00:00Z` }),
  })),
);

const undated = stories.map(({ id, print }) => ({ id, print: { ...print, minutes: null } }));

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

  it('are named after their smallest member', () => {
    for (const [id, event] of settleEvents(stories)) expect(event <= id).toBe(true);
  });

  it('of no stories are none', () => {
    expect(settleEvents([]).size).toBe(0);
  });
});
