import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusters } from '../../../shared/core/event/average-linkage.ts';
import { clustersByParts } from '../../../shared/core/event/linked-parts.ts';

const LINKAGE = { missing: -5, least: -1 };

/** Scores of a few values, so that ties and pairs exactly at the border come up. */
const graphs = fc.integer({ min: 1, max: 24 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    pairs: fc.uniqueArray(
      fc.record({
        a: fc.integer({ min: 0, max: count - 1 }),
        b: fc.integer({ min: 0, max: count - 1 }),
        score: fc.oneof(fc.constantFrom(-6, -3, -1, -0.5, 0, 2, 6), fc.double({ min: -6, max: 6, noNaN: true })),
      }),
      { maxLength: 60, selector: ({ a, b }) => `${Math.min(a, b)} ${Math.max(a, b)}` },
    ),
  }),
);

describe('clustering part by part', () => {
  it('gives what clustering all at once gives', () => {
    fc.assert(
      fc.property(graphs, ({ count, pairs }) => {
        const scored = pairs
          .filter(({ a, b }) => a !== b)
          .map(({ a, b, score }) => ({ a: Math.min(a, b), b: Math.max(a, b), score }));
        const columns = {
          a: Uint32Array.from(scored, ({ a }) => a),
          b: Uint32Array.from(scored, ({ b }) => b),
          score: Float64Array.from(scored, ({ score }) => score),
        };
        expect([...clustersByParts(count, columns, LINKAGE)]).toEqual(clusters(count, scored, LINKAGE));
      }),
      { numRuns: 500 },
    );
  });

  it('refuses a linkage by which what was not scored would join', () => {
    const none = { a: new Uint32Array(0), b: new Uint32Array(0), score: new Float64Array(0) };
    expect(() => clustersByParts(2, none, { missing: 0, least: 0 })).toThrow('must count less');
  });
});
