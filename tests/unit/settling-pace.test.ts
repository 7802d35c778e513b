/** When a changed day is settled: small stores at every call, large ones at least daily, and what kills its worker ever more seldom. */
import { describe, expect, it } from 'vitest';
import { isDue } from '../../shared/core/settling-pace.ts';
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

  it('reads no more an hour than it is allowed, once that is more than one call', () => {
    for (const stories of [200, 1_000, 10_000]) {
      const minutes = Array.from({ length: DAY }, (_, at) => at).find((at) =>
        isDue({ at: AT, stories, tries: 0 }, later(at)),
      );
      expect((stories * 60) / (minutes ?? 0)).toBeLessThanOrEqual(STORE_LIMITS.settleReadsPerHour);
    }
  });
});
