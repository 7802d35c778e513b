/** Counts over time: the finest unit that a chart can show, without gaps. */
import { describe, expect, it } from 'vitest';
import { bucketsOf, labelsBack } from '../../console/server/buckets.ts';

describe('buckets', () => {
  it.each([
    ['day', ['2026-01-30T10:00:00Z', '2026-02-01T00:00:00Z'], ['2026-01-30', '2026-01-31', '2026-02-01']],
    [
      'month',
      ['2025-11-30T10:00:00Z', '2026-04-01T00:00:00Z'],
      ['2025-11', '2025-12', '2026-01', '2026-02', '2026-03', '2026-04'],
    ],
    ['year', ['1990-01-01T00:00:00Z', '2026-01-01T00:00:00Z'], 37],
  ] as const)('are by %s where that fits', (unit, instants, labels) => {
    const { unit: own, buckets } = bucketsOf(instants);
    expect(own).toBe(unit);
    if (typeof labels === 'number') expect(buckets).toHaveLength(labels);
    else expect(buckets.map(({ at }) => at)).toEqual(labels);
    expect(buckets.reduce((sum, { count }) => sum + count, 0)).toBe(instants.length);
  });

  it('are none of nothing, and never more than a chart can show', () => {
    expect(bucketsOf([]).buckets).toEqual([]);
    expect(bucketsOf(['0001-01-01T00:00:00Z', '2026-01-01T00:00:00Z']).buckets).toHaveLength(120);
  });

  it('go back over the ends of months and years', () => {
    expect(labelsBack('2024-03-01', 'day', 2)).toEqual(['2024-02-29', '2024-03-01']);
    expect(labelsBack('2026-01-31', 'month', 3)).toEqual(['2025-11', '2025-12', '2026-01']);
  });
});
