/** The place of a story among events, and the windows of days in which places are settled. */
import { describe, expect, it } from 'vitest';
import { EventPlace, eventPlace, isSeen, seenOf } from '../../shared/core/event-place.ts';
import { eventWindow, windowsThatSee } from '../../shared/core/event-windows.ts';
import type { ListedStory } from '../../shared/core/eventing.ts';

const STORY: ListedStory = {
  storyId: 'sty_a',
  about: new Uint8Array([1, 2]),
  published: '2026-01-02T00:00:00.000Z',
  listedAt: '2026-01-02T00:00:00.000Z',
};

function aPlace(given: Partial<EventPlace> = {}): EventPlace {
  return { storyId: 'sty_a', eventId: 'evt_a', seen: seenOf(STORY), gen: 1, ...given };
}

describe('a place', () => {
  it('was chosen by what the story is now, or is to be chosen anew', () => {
    expect(isSeen(STORY, aPlace())).toBe(true);
    for (const given of [
      { listedAt: '2026-01-03T00:00:00.000Z' },
      { about: new Uint8Array([1, 3]) },
      { published: null },
      { published: '2026-01-01T00:00:00.000Z' },
    ])
      expect(isSeen({ ...STORY, ...given }, aPlace())).toBe(false);
    expect(isSeen(STORY, aPlace({ eventId: null }))).toBe(false);
    expect(isSeen(STORY, aPlace({ seen: null }))).toBe(false);
  });

  it('of a story that nobody carries is none, and only that is seen', () => {
    expect(isSeen(null, aPlace({ seen: null, eventId: null }))).toBe(true);
    expect(isSeen(null, aPlace({ seen: null }))).toBe(false);
    expect(isSeen(null, aPlace({ eventId: null }))).toBe(false);
    expect(isSeen(null, aPlace())).toBe(false);
  });

  it('is read whole from its item; one from before settling was remembered has seen nothing', () => {
    const { seen: _, ...older } = aPlace();
    expect(eventPlace({ pk: 'p', sk: 'event', ...older })).toEqual(aPlace({ seen: null }));
    expect(eventPlace(null)).toBeNull();
    expect(EventPlace.parse({ ...aPlace(), basis: 'settled', events: ['evt_a'], listed: true })).toEqual(aPlace());
  });
});

describe('a window of days', () => {
  it('has ten days, of which it owns the four in the middle; the next one goes on where it ends', () => {
    const [index = 0] = windowsThatSee('2026-01-05');
    const [one, next] = [eventWindow(index), eventWindow(index + 1)];
    expect(one.days).toHaveLength(10);
    expect([...one.owned]).toEqual(one.days.slice(3, 7));
    expect([...next.owned][0]).toBe(one.days[7]);
  });

  it.each([
    '2026-01-01',
    '2026-01-02',
    '2026-01-03',
    '2026-01-04T23:59:59.999Z',
    '2024-02-29',
  ])('that sees %s is told, newest first; exactly one owns it', (day) => {
    const windows = windowsThatSee(day);
    const date = day.slice(0, 10);
    expect([...windows].sort((a, b) => b - a)).toEqual(windows);
    const around = Array.from({ length: 9 }, (_, at) => (windows[0] ?? 0) + 4 - at);
    expect(around.filter((index) => eventWindow(index).days.includes(date))).toEqual(windows);
    expect(around.filter((index) => eventWindow(index).owned.has(date))).toHaveLength(1);
  });
});
