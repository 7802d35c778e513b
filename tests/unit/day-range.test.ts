/** Days as somebody asks for them, and as lists are read by them. */
import { describe, expect, it } from 'vitest';
import { type AskedDays, commonPrefix, daysAsked, EVER, isWithin, monthRange } from '../../shared/core/day-range.ts';
import { decodeHeaderText, decodePercent } from '../../shared/core/encoded-words.ts';
import { STORE_LIMITS } from '../../shared/core/store-limits.ts';

describe('days that are asked for', () => {
  it.each([
    [{}, EVER],
    [{ day: '2026-01-31' }, { from: '2026-01-31', to: '2026-01-31' }],
    [{ month: '2026-02' }, { from: '2026-02-01', to: '2026-02-28' }],
    [{ month: '2024-12' }, { from: '2024-12-01', to: '2024-12-31' }],
    [{ from: '2026-01-01' }, { from: '2026-01-01', to: null }],
    [
      { from: null, to: '2026-01-01' },
      { from: null, to: '2026-01-01' },
    ],
    [
      { from: '2026-01-01', to: '2026-01-01' },
      { from: '2026-01-01', to: '2026-01-01' },
    ],
    [
      { day: '2026-01-02', from: null, to: null },
      { from: '2026-01-02', to: '2026-01-02' },
    ],
  ])('%j are %j', (asked: AskedDays, range) => {
    expect(daysAsked(asked)).toEqual(range);
  });

  it.each([
    [{ day: '2026-01-02', month: '2026-01' }, 'days.named-twice', 'Name the days once: with day, with month, or'],
    [{ day: '2026-01-02', from: '2026-01-02' }, 'days.named-twice', 'Name the days once'],
    [{ month: '2026-01', to: '2026-01-02' }, 'days.named-twice', 'Name the days once'],
    [{ day: '2026-02-30' }, 'days.invalid', '"2026-02-30" is no day: one looks like 2026-01-02'],
    [{ day: '2026-13-01' }, 'days.invalid', 'is no day'],
    [{ day: '2026-1-2' }, 'days.invalid', 'is no day'],
    [{ day: '12026-01-02' }, 'days.invalid', 'is no day'],
    [{ from: '2026-01-02T00:00:00Z' }, 'days.invalid', 'is no day'],
    [{ to: 'x'.repeat(50) }, 'days.invalid', `"${'x'.repeat(40)}" is no day`],
    [{ month: '2026-13' }, 'days.invalid', '"2026-13" is no month: one looks like 2026-01'],
    [{ month: '2026-00' }, 'days.invalid', 'is no month'],
    [{ month: '2026-011' }, 'days.invalid', 'is no month'],
    [{ month: '12026-01' }, 'days.invalid', 'is no month'],
    [
      { from: '2026-01-02', to: '2026-01-01' },
      'days.reversed',
      'The first day 2026-01-02 is after the last, 2026-01-01',
    ],
  ])('%j are refused, %s', (asked: AskedDays, code, message) => {
    expect(() => daysAsked(asked)).toThrow(
      expect.objectContaining({ name: 'DaysError', code, message: expect.stringContaining(message) }),
    );
  });

  it('of a month that is none are an error', () => {
    expect(() => monthRange('2026')).toThrow(RangeError);
  });
});

describe('a range of days', () => {
  const range = { from: '2026-01-02', to: '2026-01-04' };

  it('holds its first and its last day, to their ends', () => {
    const days = ['2026-01-01T23:59', '2026-01-02', '2026-01-04T23:59:59.999Z#art_x', '2026-01-05'];
    expect(days.map((day) => isWithin(day, range))).toEqual([false, true, true, false]);
    expect(days.map((day) => isWithin(day, EVER))).toEqual([true, true, true, true]);
    expect(days.map((day) => isWithin(day, { ...range, to: null }))).toEqual([false, true, true, true]);
    expect(days.map((day) => isWithin(day, { ...range, from: null }))).toEqual([true, true, true, false]);
  });

  it('reads by what its ends have in common', () => {
    expect(commonPrefix(range)).toBe('2026-01-0');
    expect(commonPrefix({ from: '2026-01-02', to: '2026-01-02' })).toBe('2026-01-02');
    expect(commonPrefix({ from: '2025-12-31', to: '2031-01-01' })).toBe('20');
    expect([commonPrefix(EVER), commonPrefix({ ...range, to: null }), commonPrefix({ ...range, from: null })]).toEqual([
      ...['', '', ''],
    ]);
  });
});

describe('text in a header', () => {
  it.each([
    ['plain', 'plain'],
    ['  The Herald ', 'The Herald'],
    ['=?UTF-8?B?SMOkZmVu?=', 'Häfen'],
    ['=?utf-8?Q?H=C3=A4fen_Nord?=', 'Häfen Nord'],
    ['=?iso-8859-1?q?H=e4fen?=', 'Häfen'],
    ['=?utf-8?q?H=C3=A4?= =?utf-8?q?fen?=', 'Häfen'],
    ['a =?utf-8?q?b?= c', 'a b c'],
    ['=?no-such?q?b?=', '=?no-such?q?b?='],
    ['=?utf-8?q?=E4?=', '=?utf-8?q?=E4?='],
    ['=?utf-8?x?b?=', '=?utf-8?x?b?='],
    [Buffer.from('Häfen', 'utf8').toString('latin1'), 'Häfen'],
    ['H\u00e4fen', 'Häfen'],
    ['東京', '東京'],
    ['Ha\u0308fen', 'Häfen'],
  ])('%j means %j', (value, text) => {
    expect(decodeHeaderText(value)).toBe(text);
  });

  it('is read as far as S3 keeps any', () => {
    expect(decodeHeaderText('x'.repeat(5_000))).toHaveLength(STORE_LIMITS.metadataChars);
  });

  it.each([
    ['Die%20Zeitung', 'Die Zeitung'],
    ['100 % News', '100 % News'],
    ['%E4', '%E4'],
    ['100 %zz', '100 %zz'],
    ['%e6%9d%b1', '東'],
  ])('of percent signs, %j means %j', (value, text) => {
    expect(decodePercent(value)).toBe(text);
  });
});
