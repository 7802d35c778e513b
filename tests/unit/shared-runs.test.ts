/** Where two texts run alike: runs of three words or more, their order, and what stands between them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Run, sharedRuns } from '../../shared/core/copies/alignment.ts';
import { orderedRuns } from '../../shared/core/copies/chain.ts';
import { gapsOf } from '../../shared/core/copies/gaps.ts';
import { isNumberByte, sequenceOf } from '../../shared/core/copies/sequence.ts';
import { wordsOf } from '../../shared/core/copies/words.ts';

const bytes = (...values: readonly number[]) => Uint8Array.from(values);
const run = (at: number, inLonger: number, size: number): Run => ({ at, inLonger, size });

describe('runs that two texts share', () => {
  it('are three words at least, each as long as it goes', () => {
    expect(sharedRuns(bytes(1, 2, 3), bytes(1, 2, 3))).toEqual([run(0, 0, 3)]);
    expect(sharedRuns(bytes(1, 2), bytes(1, 2))).toEqual([]);
    expect(sharedRuns(bytes(1, 2, 9), bytes(1, 2, 8))).toEqual([]);
    expect(sharedRuns(bytes(7, 1, 2, 3, 4, 8), bytes(9, 1, 2, 3, 4, 5))).toEqual([run(1, 1, 4)]);
    expect(sharedRuns(bytes(), bytes(1, 2, 3))).toEqual([]);
  });

  it('come in the order of the longer text, wherever they stand in the other', () => {
    const shorter = bytes(4, 5, 6, 9, 1, 2, 3);
    const longer = bytes(1, 2, 3, 7, 8, 4, 5, 6);
    expect(sharedRuns(shorter, longer)).toEqual([run(4, 0, 3), run(0, 5, 3)]);
  });

  it('go on where the last one ended, where a passage stands twice', () => {
    const shorter = bytes(1, 2, 3, 10, 5, 6, 7, 11, 5, 6, 7);
    const longer = bytes(1, 2, 3, 10, 5, 6, 7, 20, 5, 6, 7);
    expect(sharedRuns(shorter, longer)).toEqual([run(0, 0, 7), run(4, 8, 3)]);
    // Of two places of one length it is the one where the last run ended, else the first.
    expect(sharedRuns(bytes(5, 6, 7, 1, 2, 3, 5, 6, 7), bytes(1, 2, 3, 9, 5, 6, 7))).toEqual([
      ...[run(3, 0, 3), run(6, 4, 3)],
    ]);
    expect(sharedRuns(bytes(5, 6, 7, 1, 5, 6, 7), bytes(9, 5, 6, 7))).toEqual([run(0, 1, 3)]);
  });

  it('are the longest of the places that begin alike', () => {
    expect(sharedRuns(bytes(1, 2, 3, 9, 1, 2, 3, 4), bytes(1, 2, 3, 4))).toEqual([run(4, 0, 4)]);
  });

  it('are equal words, and no word of the longer text is in two', () => {
    const text = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 40 }).map((list) => Uint8Array.from(list));
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
        let end = 0;
        for (const { at, inLonger, size } of sharedRuns(shorter, longer)) {
          expect(size).toBeGreaterThanOrEqual(3);
          expect(inLonger).toBeGreaterThanOrEqual(end);
          expect(shorter.slice(at, at + size)).toEqual(longer.slice(inLonger, inLonger + size));
          end = inLonger + size;
        }
      }),
    );
  });

  it('are found in texts of any length', () => {
    const long = Uint8Array.from({ length: 300 }, (_, at) => (at * at) % 251);
    expect(sharedRuns(long, long)).toEqual([run(0, 0, 300)]);
  });
});

describe('runs in the order of both texts', () => {
  it('leave out the lighter of two that cross', () => {
    const [heavy, light] = [run(0, 5, 9), run(10, 0, 3)];
    expect(orderedRuns([light, heavy])).toEqual([heavy]);
    expect(orderedRuns([run(0, 0, 3), run(5, 5, 3)])).toEqual([run(0, 0, 3), run(5, 5, 3)]);
    expect(orderedRuns([])).toEqual([]);
  });

  it('may touch, and do not overlap', () => {
    expect(orderedRuns([run(0, 0, 3), run(3, 3, 3)])).toHaveLength(2);
    expect(orderedRuns([run(0, 0, 4), run(3, 4, 3)])).toEqual([run(0, 0, 4)]);
  });

  it('are the heaviest part: many short ones before one that is longer than each', () => {
    const many = [run(10, 1, 3), run(14, 5, 3), run(18, 9, 3)];
    expect(orderedRuns([run(30, 0, 5), ...many])).toEqual(many);
    expect(orderedRuns([run(30, 0, 10), ...many])).toEqual([run(30, 0, 10)]);
  });

  it('keep the first of two of one weight', () => {
    expect(orderedRuns([run(9, 0, 3), run(0, 4, 3)])).toEqual([run(9, 0, 3)]);
  });
});

describe('what stands between runs', () => {
  const [shorter, longer] = [new Uint8Array(60).fill(1), new Uint8Array(60).fill(1)];
  const gap = (own: number, other: number, [a, b] = [shorter, longer]) =>
    gapsOf([run(0, 0, 3), run(3 + own, 3 + other, 3)], a, b);

  it('is nothing before the first and after the last', () => {
    expect(gapsOf([], shorter, longer)).toEqual({ numbers: 0, words: 0, rewritten: 0 });
    expect(gapsOf([run(20, 20, 3)], shorter, longer)).toEqual({ numbers: 0, words: 0, rewritten: 0 });
  });

  it('is small up to eight words, and rewritten beyond, unless one text only has a passage more', () => {
    expect(gap(1, 1)).toEqual({ numbers: 0, words: 1, rewritten: 0 });
    expect(gap(8, 8)).toEqual({ numbers: 0, words: 1, rewritten: 0 });
    expect(gap(9, 4)).toEqual({ numbers: 0, words: 0, rewritten: 1 });
    expect(gap(4, 9)).toEqual({ numbers: 0, words: 0, rewritten: 1 });
    expect(gap(3, 20)).toEqual({ numbers: 0, words: 0, rewritten: 0 });
  });

  it('is a number when either text has one there, and not beside it', () => {
    const withNumber = (at: number) => shorter.map((byte, index) => (index === at ? 220 : byte));
    expect(gap(2, 2, [withNumber(4), longer])).toEqual({ numbers: 1, words: 0, rewritten: 0 });
    expect(gap(2, 2, [shorter, withNumber(3)])).toEqual({ numbers: 1, words: 0, rewritten: 0 });
    for (const at of [2, 5]) expect(gap(2, 2, [withNumber(at), withNumber(at)]).numbers).toBe(0);
    expect(gap(12, 12, [withNumber(5), longer])).toEqual({ numbers: 0, words: 0, rewritten: 1 });
  });

  it('is counted gap by gap', () => {
    const chain = [run(0, 0, 3), run(4, 4, 3), run(8, 8, 3), run(30, 30, 3)];
    expect(gapsOf(chain, shorter, longer)).toEqual({ numbers: 0, words: 2, rewritten: 1 });
  });
});

describe('the order of words as bytes', () => {
  it('has equal bytes for equal words, and a range of its own for figures', () => {
    const [harbour, count, again, other] = sequenceOf(wordsOf(['harbour 27 harbour 28']));
    expect(harbour).toBe(again);
    expect([harbour, count, other].map((byte) => isNumberByte(byte ?? 0))).toEqual([false, true, true]);
    expect([207, 208].map(isNumberByte)).toEqual([false, true]);
  });
});
