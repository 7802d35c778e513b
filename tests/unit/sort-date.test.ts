/** Statements of a date as instants: which of them may claim to be first, and under which an article is filed. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { instantOf, trustedMoment } from '../../shared/core/moment.ts';
import type { Published } from '../../shared/core/record.ts';
import { sortDateOf } from '../../shared/core/sort-date.ts';
import { aDate, UNDATED } from '../../shared/testing/builders.ts';

const UTC = '2023-10-16T07:59:00.000Z';
const CAPTURED = '2024-01-01T00:00:00.000Z';
const STORED = '2024-02-02T00:00:00.000Z';
const ESTIMATE = { earliest: '2023-10-15', latest: '2023-10-17', basis: 'text' } as const;

afterEach(() => vi.unstubAllEnvs());

describe('a date as text', () => {
  it.each([
    ['2023-10-16', '2023-10-16T00:00:00.000Z'],
    ['2023-10-16T08:59', '2023-10-16T08:59:00.000Z'],
    ['2023-10-16T08:59Z', '2023-10-16T08:59:00.000Z'],
    ['2023-10-16T08:59+01:00', '2023-10-16T07:59:00.000Z'],
    ['2023-10-16T08:59:07-05:30', '2023-10-16T14:29:07.000Z'],
    ['2023-10-16T08:59:07.5Z', '2023-10-16T08:59:07.500Z'],
    ['2023-10-16T08:59:07.123456789Z', '2023-10-16T08:59:07.123Z'],
  ])('%s is the instant %s', (text, instant) => {
    expect(instantOf(text)).toBe(instant);
  });

  it.each([
    '',
    '2023-10',
    '2023-13-40',
    '2023-10-16T',
    '2023-10-16T8:59',
    'x2023-10-16',
    '2023-10-16x',
    '2023-10-16T08:59:07.1234567890Z',
    '2023-10-16T08:59:07.Z',
  ])('%j is none', (text) => {
    expect(instantOf(text)).toBeNull();
  });
});

describe('a moment', () => {
  it('is what is stated, with or without a zone', () => {
    expect(trustedMoment(aDate(UTC))).toEqual({ utc: UTC, latest: UTC });
    const local = { utc: null, local: '2023-10-16T07:59', status: 'stated-zone-assumed' } as const;
    expect(trustedMoment(aDate(UTC, local))).toEqual({ utc: UTC, latest: UTC });
  });

  it('is that of the stated instant, whatever the wall time beside it says', () => {
    expect(trustedMoment(aDate(UTC, { local: '2023-10-16T08:59' }))).toEqual({ utc: UTC, latest: UTC });
  });

  it('is the same on a machine in any zone', () => {
    vi.stubEnv('TZ', 'America/New_York');
    expect(instantOf('2023-10-16')).toBe('2023-10-16T00:00:00.000Z');
    expect(instantOf('2023-10-16T08:59')).toBe('2023-10-16T08:59:00.000Z');
  });

  it('of a day lasts until its last millisecond', () => {
    const day = trustedMoment(aDate(UTC, { utc: null, local: '2023-10-16', precision: 'day' }));
    expect(day).toEqual({ utc: '2023-10-16T00:00:00.000Z', latest: '2023-10-16T23:59:59.999Z' });
  });

  it.each<Partial<Published>>([
    { status: 'disputed' },
    { status: 'estimated' },
    { status: 'missing' },
    { precision: null },
    { precision: 'month' },
    { utc: null, local: null },
    { utc: null, local: '2023-10' },
  ])('is not there when it cannot be trusted: %j', (given) => {
    expect(trustedMoment(aDate(UTC, given))).toBeNull();
  });
});

describe('an article is filed under', () => {
  const sorted = (published: Published, capturedAt: string | null = CAPTURED) =>
    sortDateOf(published, capturedAt, STORED);

  it('its date, when the page states one', () => {
    expect(sorted(aDate(UTC))).toEqual({ utc: UTC, basis: 'published' });
    expect(sorted(aDate(UTC, { status: 'stated-zone-assumed' }))).toEqual({
      utc: UTC,
      basis: 'published-zone-assumed',
    });
  });

  it('its wall time, or the first day of its month, with the zone assumed', () => {
    const local = (text: string) => sorted(aDate(UTC, { utc: null, local: text }));
    expect(local('2023-10-16T08:00')).toEqual({ utc: '2023-10-16T08:00:00.000Z', basis: 'published-zone-assumed' });
    expect(local('2023-10')).toEqual({ utc: '2023-10-01T00:00:00.000Z', basis: 'published-zone-assumed' });
  });

  it('an estimate, when that is all there is, the date itself being disproved or missing', () => {
    const filed = { utc: '2023-10-15T00:00:00.000Z', basis: 'estimate' };
    expect(sorted(aDate(UTC, { status: 'estimated', estimate: ESTIMATE }))).toEqual(filed);
    expect(sorted(aDate(UTC, { status: 'disputed', estimate: ESTIMATE }))).toEqual(filed);
    expect(sorted({ ...UNDATED, estimate: ESTIMATE })).toEqual(filed);
    const asLocal = aDate(UTC, { status: 'estimated', local: '2023-10-14' });
    expect(sorted(asLocal)).toEqual({ utc: '2023-10-14T00:00:00.000Z', basis: 'estimate' });
  });

  it.each<Partial<Published>>([
    { status: 'disputed' },
    { status: 'missing' },
    { status: 'estimated', local: null },
    { utc: null, local: null },
    { utc: null, local: 'soon' },
  ])('the moment of its capture without any: %j', (given) => {
    expect(sorted(aDate(UTC, given))).toEqual({ utc: CAPTURED, basis: 'captured' });
  });

  it('the moment of its upload when nobody says when it was captured', () => {
    expect(sorted(UNDATED, null)).toEqual({ utc: STORED, basis: 'stored' });
  });
});
