/** How many articles may not be shown: counted in parts, at any moment, in little room. */
import { describe, expect, it } from 'vitest';
import { allHiddenUntil, hiddenAt, hiddenOne, hiddenSum, hiddenUntil } from '../../shared/core/hidden.ts';
import { STORE_LIMITS } from '../../shared/core/store-limits.ts';

const [JAN, FEB, MAR] = ['2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z'];

describe('an article', () => {
  it('is hidden for good, until its embargo ends, or never', () => {
    expect(hiddenUntil({ status: 'withheld' })).toBe('always');
    expect(hiddenUntil({ status: 'canceled', embargoedUntil: JAN })).toBe('always');
    expect(hiddenUntil({ status: 'usable', embargoedUntil: '2026-01-01T01:00:00+01:00' })).toBe(JAN);
    expect(hiddenUntil({ status: 'usable', embargoedUntil: null })).toBeNull();
    expect(hiddenOne(null)).toBeNull();
  });
});

describe('a count of hidden articles', () => {
  const all = hiddenSum([hiddenOne('always'), hiddenOne(FEB), null, hiddenOne(FEB), hiddenOne(MAR)]);

  it('falls as embargoes end, and counts those that are withheld at all times', () => {
    expect([JAN, FEB, MAR].map((at) => hiddenAt(all, at))).toEqual([4, 2, 1]);
    expect(hiddenAt(null, JAN)).toBe(0);
  });

  it('is the same however it was counted in parts, and nothing where nobody is hidden', () => {
    const parts = [hiddenSum([hiddenOne(MAR), hiddenOne('always')]), hiddenSum([hiddenOne(FEB), hiddenOne(FEB)])];
    expect(hiddenSum(parts)).toEqual(all);
    expect(hiddenSum([null, undefined])).toBeNull();
  });

  it('stays small, and never shows anybody too soon', () => {
    const day = (at: number) => new Date(Date.UTC(2026, 0, 1 + at)).toISOString();
    const many = hiddenSum(Array.from({ length: 50 }, (_, at) => hiddenOne(day(at))));
    expect(Object.keys(many?.until ?? {})).toHaveLength(STORE_LIMITS.embargoEnds);
    for (let at = 0; at < 50; at += 1) expect(hiddenAt(many, day(at))).toBeGreaterThanOrEqual(49 - at);
    expect([hiddenAt(many, day(-1)), hiddenAt(many, day(49))]).toEqual([50, 0]);
  });

  it('says when the first of a text comes out', () => {
    expect(allHiddenUntil(all, 5)).toBeNull();
    expect(allHiddenUntil(all, 4)).toBe(FEB);
    expect(allHiddenUntil(hiddenOne('always'), 1)).toBe('always');
  });
});
