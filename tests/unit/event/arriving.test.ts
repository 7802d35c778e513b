import { describe, expect, it } from 'vitest';
import { assignOnline } from '../../../shared/core/event/assign-online.ts';
import { describeEvent, type EventMember } from '../../../shared/core/event/describe-event.ts';
import { eventPrint } from '../../../shared/core/event/event-print.ts';
import { aPrint, TOLD_TWICE } from './news.ts';

const prints = TOLD_TWICE.map(({ language, first, second }) =>
  [first, second].map(([headline, body]) =>
    eventPrint({ language, headline, paragraphs: [body], published: '2031-05-05T09:00:00Z' }),
  ),
);

describe('an arriving story', () => {
  it('joins the event that tells the same', () => {
    const candidates = prints.flatMap(([first], at) =>
      first === undefined ? [] : [{ eventId: `event-${at}`, print: first }],
    );
    for (const [at, [, second]] of prints.slice(0, 3).entries()) {
      if (second !== undefined) expect(assignOnline(second, candidates.slice(0, 5))).toBe(`event-${at}`);
    }
  });

  it('opens an event of its own when nothing is alike', () => {
    const print = aPrint({
      headline: 'Council votes on parking',
      paragraphs: ['The council of Dunmarsh voted to raise parking fees.'],
    });
    expect(assignOnline(print, [{ eventId: 'ferry', print: aPrint() }])).toBeNull();
    expect(assignOnline(print, [])).toBeNull();
  });
});

describe('an event', () => {
  const member = (storyId: string, overrides: Partial<EventMember> = {}): EventMember => ({
    storyId,
    headline: 'Ferry sinks off Quillmore island',
    published: '2031-05-05T09:00:00Z',
    outlets: ['Ardelle Post'],
    articles: 1,
    print: aPrint(),
    ...overrides,
  });

  it('is described by its span, its outlets and its counts', () => {
    const members = [
      member('b', { published: '2031-05-07T09:00:00Z', outlets: ['Tolven Echo'], articles: 3 }),
      member('a'),
      member('c', { published: null }),
    ];
    expect(describeEvent(members)).toEqual({
      title: 'Ferry sinks off Quillmore island',
      from: '2031-05-05T09:00:00Z',
      until: '2031-05-07T09:00:00Z',
      outlets: ['Ardelle Post', 'Tolven Echo'],
      stories: 3,
      articles: 5,
    });
  });

  it('takes its title from the story that is most like the others', () => {
    const odd = member('a', {
      headline: 'Parking fees rise',
      print: aPrint({ headline: 'Parking fees rise', paragraphs: ['The council of Dunmarsh voted.'] }),
    });
    expect(describeEvent([odd, member('b'), member('c')]).title).toBe('Ferry sinks off Quillmore island');
  });

  it('has no title when no story has a headline', () => {
    expect(describeEvent([member('a', { headline: null })]).title).toBeNull();
  });
});
