import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusters } from '../../../shared/core/event/average-linkage.ts';

const linkage = { missing: -5, least: 0 };

describe('average linkage', () => {
  it('joins what agrees and leaves the rest alone', () => {
    expect(clusters(3, [{ a: 0, b: 2, score: 1 }], linkage)).toEqual([0, 1, 0]);
  });

  it('does not chain: a story between two happenings joins the nearer', () => {
    const pairs = [
      { a: 0, b: 1, score: 3 },
      { a: 1, b: 2, score: 2 },
    ];
    expect(clusters(3, pairs, linkage)).toEqual([0, 0, 2]);
  });

  it('breaks ties by the smallest members', () => {
    const pairs = [
      { a: 1, b: 2, score: 2 },
      { a: 0, b: 1, score: 2 },
    ];
    expect(clusters(3, pairs, linkage)).toEqual([0, 0, 2]);
  });

  it('is the same whatever the order of pairs', () => {
    const pair = fc.record({
      a: fc.integer({ min: 0, max: 8 }),
      b: fc.integer({ min: 9, max: 17 }),
      score: fc.integer({ min: -6, max: 6 }),
    });
    const graph = fc.uniqueArray(pair, { selector: ({ a, b }) => a * 20 + b, maxLength: 60 });
    fc.assert(
      fc.property(graph, (pairs) => {
        expect(clusters(18, [...pairs].reverse(), linkage)).toEqual(clusters(18, pairs, linkage));
      }),
    );
  });
});
