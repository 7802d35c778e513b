import { describe, expect, it } from 'vitest';
import { phraseColumns } from '../../shared/core/score/columns/phrase.ts';
import { newColumns, shiftedColumn } from '../../shared/core/score/columns.ts';
import { pageFacts } from '../../shared/core/score/facts.ts';
import { forestSums, type PackedForest, unpackForest } from '../../shared/core/score/forest.ts';
import { BUCKETS, lexicalScores, unpackLexicon, wordBuckets } from '../../shared/core/score/lexicon.ts';
import { measureText } from '../../shared/core/score/measure.ts';
import { bestSegment } from '../../shared/core/score/segment.ts';
import { TOKEN_GROUPS, tokenReader } from '../../shared/core/score/tokens.ts';
import { contentWords } from '../../shared/core/score/words.ts';
import { scrapePage } from '../../shared/core/scrape.ts';

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

  it('walks each tree from its own root to one of its own leaves', () => {
    const forest = unpackForest({
      features: ['a', 'b'],
      roots: [0, 2],
      leafRoots: [0, 3],
      split: base64(Uint16Array.of(0, 1, 1)),
      threshold: base64(Float32Array.of(1, 5, 2)),
      left: base64(Int16Array.of(-1, -2, -1)),
      right: base64(Int16Array.of(1, -3, -2)),
      leaf: base64(Float32Array.of(1, 2, 4, 8, 16)),
      bias: 0,
    });
    const columns = newColumns(new Set(['b', 'a']));
    columns.put('b', 4, (i) => [0, 5, 6, 9][i] ?? 0);
    columns.put('a', 4, (i) => [0, 2, 2, 1][i] ?? 0);
    expect([...forestSums(forest, columns, 4, true)]).toEqual([1 + 8, 2 + 16, 4 + 16, 1 + 16]);
  });

  it('says which feature it misses', () => {
    expect(() => forestSums(unpackForest(STUMP), newColumns(null), 1, false)).toThrow('length');
  });
});

describe('columns', () => {
  it('are worked out only when somebody wants them', () => {
    const columns = newColumns(new Set(['wanted']));
    columns.put('unwanted', 2, () => {
      throw new Error('nobody asked');
    });
    expect(columns.room('unwanted', 2)).toBeNull();
    expect([...columns.values.keys()]).toEqual([]);
  });
  it('keep what they hold while more are added', () => {
    const columns = newColumns(null);
    for (let nth = 0; nth < 200; nth += 1) columns.put(`column ${nth}`, 3, (i) => nth * 10 + i);
    expect([...columns.values.values()].map((values) => [...values])).toEqual(
      Array.from({ length: 200 }, (_, nth) => [nth * 10, nth * 10 + 1, nth * 10 + 2]),
    );
  });
  it.each([
    [-1, [-9, 1, 2]],
    [1, [2, 3, -9]],
    [-4, [-9, -9, -9]],
    [3, [-9, -9, -9]],
    [0, [1, 2, 3]],
  ])('shifted by %i', (offset, expected) => {
    const columns = newColumns(null);
    shiftedColumn(columns, 'shifted', Float32Array.of(1, 2, 3), offset, -9);
    expect([...(columns.values.get('shifted') ?? [])]).toEqual(expected);
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

describe('the lexicon', () => {
  it('puts the same words into the same buckets, whatever their case and the numbers beside them', () => {
    expect(wordBuckets('Vell has 12 ferries')).toEqual(wordBuckets('VELL HAS 48 FERRIES'));
    expect(wordBuckets('東京都')).not.toEqual(wordBuckets('京都東'));
    expect(wordBuckets('')).toEqual([]);
  });
  it('adds up signed bytes, so that words of menus count against a line', () => {
    const weights = new Int8Array(BUCKETS);
    for (const bucket of wordBuckets('ferry')) weights[bucket] = 100;
    for (const bucket of wordBuckets('login')) weights[bucket] = -100;
    const lexicon = unpackLexicon({ weights: base64(weights), scale: 0.01, bias: 0 });
    const [ferry = 0, login = 0, unknown = 0] = lexicalScores(lexicon, ['ferry', 'login', '…']);
    expect(ferry).toBeGreaterThan(0);
    expect(login).toBeLessThan(0);
    expect(unknown).toBe(0);
  });
});

describe('columns of phrases', () => {
  it('count from the last line that belongs to the comments', () => {
    const text = ['Ferry returns', 'Comments', 'I saw it.', 'Me too.'].join('\n');
    const facts = { mediaType: 'text/plain', charset: 'utf-8', charsetBasis: 'utf-8-valid', bytes: 0 } as const;
    const columns = newColumns(new Set(['phrase.comments', 'phrase.comments.since', 'phrase.comments.until']));
    phraseColumns(columns, pageFacts(scrapePage({ format: 'text', text, ...facts })));
    expect([...(columns.values.get('phrase.comments') ?? [])]).toEqual([0, 2, 0, 0]);
    expect([...(columns.values.get('phrase.comments.since') ?? [])].slice(0, 2)).toEqual([-1, -1]);
    expect(columns.values.get('phrase.comments.since')?.[3]).toBeCloseTo(Math.log1p(2));
    expect(columns.values.get('phrase.comments.until')?.[0]).toBeCloseTo(Math.log1p(1));
  });
});
