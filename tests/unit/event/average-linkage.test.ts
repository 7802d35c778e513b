import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusters, type ScoredPair } from '../../../shared/core/event/average-linkage.ts';

const linkage = { missing: -5, least: 0 };

/** Whole scores have exact sums, in whatever order. */
function plainly(count: number, pairs: readonly ScoredPair[], least: number): readonly number[] {
  const scoreOf = (x: number, y: number) =>
    pairs.find(({ a, b }) => (a === x && b === y) || (a === y && b === x))?.score ?? linkage.missing;
  const isScored = (x: readonly number[], y: readonly number[]) =>
    pairs.some(({ a, b }) => (x.includes(a) && y.includes(b)) || (x.includes(b) && y.includes(a)));
  let parts = Array.from({ length: count }, (_, at): readonly number[] => [at]);
  for (let joins = 0; joins < count; joins += 1) {
    const offers = parts.flatMap((x, at) =>
      parts.slice(at + 1).flatMap((y) => {
        const sum = x.reduce((total, one) => total + y.reduce((own, other) => own + scoreOf(one, other), 0), 0);
        const average = sum / (x.length * y.length);
        return isScored(x, y) && average >= least ? [{ average, x, y }] : [];
      }),
    );
    const [best] = offers.sort(
      (p, q) => q.average - p.average || (p.x[0] ?? 0) - (q.x[0] ?? 0) || (p.y[0] ?? 0) - (q.y[0] ?? 0),
    );
    if (best === undefined) break;
    parts = parts
      .filter((part) => part !== best.y)
      .map((part) => (part === best.x ? [...best.x, ...best.y].sort((p, q) => p - q) : part));
  }
  return Array.from({ length: count }, (_, at) => parts.find((part) => part.includes(at))?.[0] ?? at);
}

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

  it('joins, again and again, the two clusters that agree most, as if all were looked at anew each time', () => {
    const pair = fc.record({
      a: fc.integer({ min: 0, max: 13 }),
      b: fc.integer({ min: 0, max: 13 }),
      score: fc.integer({ min: -6, max: 6 }),
    });
    const graph = fc.uniqueArray(pair, {
      selector: ({ a, b }) => `${Math.min(a, b)} ${Math.max(a, b)}`,
      maxLength: 50,
    });
    fc.assert(
      fc.property(graph, (drawn) => {
        const pairs = drawn.filter(({ a, b }) => a !== b);
        for (const least of [-1, 0])
          expect(clusters(14, pairs, { ...linkage, least })).toEqual(plainly(14, pairs, least));
      }),
      { numRuns: 200 },
    );
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
