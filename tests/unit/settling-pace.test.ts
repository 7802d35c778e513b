/** When a changed day is settled: small stores at every call, large ones at least daily, and what kills its worker ever more seldom. */
import { describe, expect, it } from 'vitest';
import { isDue, readHour } from '../../shared/core/settling-pace.ts';
import { STORE_LIMITS } from '../../shared/core/store-limits.ts';

const AT = '2026-01-02T00:00:00.000Z';
const later = (minutes: number) => new Date(Date.parse(AT) + minutes * 60_000).toISOString();
const DAY = 24 * 60;

describe('a day that has changed', () => {
  it.each([
    ['never settled', { at: null, stories: 0, tries: 0 }, 0, true],
    ['in a store of a hundred stories', { at: AT, stories: 100, tries: 0 }, 0, true],
    ['in a store of some thousand, after ten minutes', { at: AT, stories: 4_000, tries: 0 }, 10, false],
    ['in a store of some thousand, after six hours', { at: AT, stories: 4_000, tries: 0 }, 6 * 60, true],
    ['in a store of a million, before a day is over', { at: AT, stories: 1_000_000, tries: 0 }, DAY - 1, false],
    ['in a store of a million, a day later', { at: AT, stories: 1_000_000, tries: 0 }, DAY, true],
    ['that somebody is at, or died at', { at: AT, stories: 0, tries: 1 }, 10, false],
    ['that somebody died at twenty minutes ago', { at: AT, stories: 0, tries: 1 }, 20, true],
    ['that kills whoever settles it', { at: AT, stories: 0, tries: 60 }, DAY - 1, false],
  ])('%s', (_, past, minutes, due) => {
    expect(isDue(past, later(minutes))).toBe(due);
  });

  it.each([
    ['another hour', { at: null, stories: 0, tries: 0 }, 2 * 60 + 59, false],
    ['its hour, never settled', { at: null, stories: 0, tries: 0 }, 3 * 60, true],
    ['its hour, a day after it was settled', { at: AT, stories: 10, tries: 0 }, DAY + 3 * 60, true],
    ['its hour, settled in it already', { at: later(3 * 60), stories: 10, tries: 0 }, 3 * 60 + 40, false],
    ['the last quarter of it, never settled', { at: null, stories: 0, tries: 0 }, 3 * 60 + 45, false],
    [
      'its hour, twenty minutes after somebody died at it',
      { at: later(3 * 60), stories: 0, tries: 1 },
      3 * 60 + 20,
      true,
    ],
    ['its hour, while somebody is at it', { at: later(3 * 60), stories: 0, tries: 1 }, 3 * 60 + 10, false],
  ])('with an hour of its own, in %s', (_, past, minutes, due) => {
    expect(isDue(past, later(minutes), 3)).toBe(due);
  });

  it('has the hour that the deployment says', () => {
    expect([undefined, '', '0', '23'].map(readHour)).toEqual([null, null, 0, 23]);
    expect(() => readHour('24')).toThrow('SETTLE_HOUR');
  });

  it('reads no more an hour than it is allowed, once that is more than one call', () => {
    for (const stories of [200, 1_000, 10_000]) {
      const minutes = Array.from({ length: DAY }, (_, at) => at).find((at) =>
        isDue({ at: AT, stories, tries: 0 }, later(at)),
      );
      expect((stories * 60) / (minutes ?? 0)).toBeLessThanOrEqual(STORE_LIMITS.settleReadsPerHour);
    }
  });
});
