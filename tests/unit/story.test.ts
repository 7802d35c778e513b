/** Stories of equal texts: who was first, and which dates that disproves. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDisputed, type Member, Story, storyOf } from '../../shared/core/story.ts';

function aMember(articleId: string, utc: string | null, given: Partial<Member> = {}): Member {
  const moment = utc === null ? null : { utc, latest: utc };
  return { articleId, present: true, publisher: null, moment, sortUtc: utc ?? '2026-01-01T00:00:00.000Z', ...given };
}

const story = (...members: readonly Member[]) => storyOf('sty_x', 'text', members);
const OLD = '2023-10-16T07:59:00.000Z';
const NEW = '2025-04-17T14:27:32.000Z';

describe('a story', () => {
  it('was first told by its earliest trustworthy date', () => {
    expect(story(aMember('b', NEW), aMember('a', OLD), aMember('c', null))).toMatchObject({
      copies: 3,
      first: { id: 'a', utc: OLD },
    });
  });

  it('has no first when nobody states a date', () => {
    expect(story(aMember('a', null))).toMatchObject({ copies: 1, first: null });
  });

  it('does not take a day for its first minute', () => {
    const day = aMember('day', null, {
      moment: { utc: '2023-10-16T00:00:00.000Z', latest: '2023-10-16T23:59:59.999Z' },
    });
    expect(story(day, aMember('minute', OLD))).toMatchObject({ first: { id: 'minute' } });
  });

  it('does not count who has left', () => {
    const left = aMember('a', null, { present: false });
    expect(story(left, aMember('b', NEW))).toMatchObject({ copies: 1, present: true });
    expect(story(left)).toMatchObject({ copies: 0, present: false, first: null });
  });

  it('shows fifty members and counts all', () => {
    const members = Array.from({ length: 200 }, (_, index) => aMember(`art_${index}`, OLD));
    const told = story(...members);
    expect(told).toMatchObject({ copies: 200 });
    expect(told['members']).toHaveLength(50);
  });

  it('is the same for every order of its members', () => {
    const dates = fc.option(fc.constantFrom(OLD, NEW, '2024-01-01T00:00:00.000Z'));
    const members = fc.uniqueArray(fc.record({ id: fc.string({ minLength: 1 }), utc: dates }), {
      selector: ({ id }) => id,
    });
    const orders = members.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    const told = (list: readonly { id: string; utc: string | null }[]) =>
      JSON.stringify(story(...list.map(({ id, utc }) => aMember(id, utc))));
    fc.assert(
      fc.property(orders, ([one, other]) => told(one) === told(other)),
      { numRuns: 1_000 },
    );
  });

  it('is read back as it was written', () => {
    expect(Story.parse(story(aMember('a', OLD)))).toMatchObject({ storyId: 'sty_x', copies: 1 });
  });
});

describe('a date', () => {
  const first = { id: 'a', utc: '2026-01-01T00:00:00.000Z' };
  it.each([
    ['2026-01-31T00:00:00.000Z', false],
    ['2026-01-31T00:00:00.001Z', true],
    ['2025-01-01T00:00:00.000Z', false],
  ])('of %s beside an equal text of 1 January: disputed %s', (utc, disputed) => {
    expect(isDisputed({ utc, latest: utc }, first)).toBe(disputed);
  });

  it('that nobody stated cannot be disputed', () => {
    expect(isDisputed(null, first)).toBe(false);
    expect(isDisputed({ utc: OLD, latest: OLD }, null)).toBe(false);
  });
});
