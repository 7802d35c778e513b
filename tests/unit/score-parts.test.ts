import { describe, expect, it } from 'vitest';
import { newColumns } from '../../shared/core/score/columns.ts';
import { forestSums, type PackedForest, unpackForest } from '../../shared/core/score/forest.ts';
import { measureText } from '../../shared/core/score/measure.ts';
import { bestSegment } from '../../shared/core/score/segment.ts';
import { TOKEN_GROUPS, tokenReader } from '../../shared/core/score/tokens.ts';
import { contentWords } from '../../shared/core/score/words.ts';

const base64 = (values: ArrayBufferView) => Buffer.from(values.buffer).toString('base64');

/** One split of `length` at 10: -1 below or at it, +2 above. */
const STUMP: PackedForest = {
  features: ['length'],
  roots: [0],
  leafRoots: [0],
  split: base64(Uint16Array.of(0)),
  threshold: base64(Float32Array.of(10)),
  left: base64(Int16Array.of(-1)),
  right: base64(Int16Array.of(-2)),
  leaf: base64(Float32Array.of(-1, 2)),
  bias: 0.5,
};

describe('a packed forest', () => {
  it('adds the leaf each row falls into to its bias', () => {
    const columns = newColumns(null);
    columns.put('length', 3, (i) => 9 + i);
    expect([...forestSums(unpackForest(STUMP), columns, 3, false)]).toEqual([-0.5, -0.5, 2.5]);
  });

  it('says which feature it misses', () => {
    expect(() => forestSums(unpackForest(STUMP), newColumns(null), 1, false)).toThrow('length');
  });
});

describe('the measure of a text', () => {
  it.each([
    ['One sentence. And another one!', { words: 5, sentences: 2 }],
    ['It cost 3.5 million.', { words: 4, sentences: 1 }],
    ['HOME | NEWS', { words: 2, separators: 1 }],
    ['これは文です。', { words: 4, sentences: 1 }],
    ['Über Äpfel', { words: 2, capitalised: 2 }],
  ])('of %s', (text, expected) => {
    expect(measureText(text)).toMatchObject(expected);
  });
});

describe('the best segment', () => {
  it.each([
    [[-1, 2, 3, -1, 4, -9, 5], 1, 5],
    [[-1, -2], 0, 0],
    [[1], 0, 1],
    [[], 0, 0],
  ])('of %j runs from %i to %i', (gains, from, to) => {
    expect(bestSegment(Float32Array.from(gains))).toEqual({ from, to });
  });
});

describe('class names', () => {
  it.each([
    ['article-comments', ['comment', 'article']],
    ['relatedPosts', ['related']],
    ['gradient', []],
    ['story__body', ['body']],
  ])('%s names %j', (name, groups) => {
    const bits = tokenReader()({ tag: 'div', attributes: { class: name }, parent: null, depth: 1 });
    expect(TOKEN_GROUPS.filter((_, at) => bits & (1 << at))).toEqual(expect.arrayContaining(groups));
    if (groups.length === 0) expect(bits).toBe(0);
  });
});

describe('content words', () => {
  it('are the longer ones, whatever their ending, and pairs of characters where no spaces are', () => {
    const { blocks } = contentWords(['The lighthouses of Halden', 'the lighthouse in Halden', '東京都', 'of the']);
    expect(blocks[0]).toEqual(blocks[1]);
    expect(blocks[2]).toHaveLength(2);
    expect(blocks[3]).toEqual([]);
  });
});
