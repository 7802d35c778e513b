/** Small things that order and names rest on: sets that grow together, chunks, generations as text, names of texts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inChunks } from '../../shared/core/in-chunks.ts';
import { revisionOf } from '../../shared/core/revision-of.ts';
import { decodeKey, encodeKey } from '../../shared/core/s3-key.ts';
import { isAlone, ownTextIdOf, textIdOf, textOfFacts } from '../../shared/core/text-id.ts';
import { Union } from '../../shared/core/union.ts';

describe('a union of names', () => {
  it('is named by the smallest of each set, and by itself what was never joined', () => {
    const union = new Union();
    union.join('c', 'b');
    union.join('e', 'd');
    expect(['b', 'c', 'd', 'e', 'f'].map((name) => union.smallest(name))).toEqual(['b', 'b', 'd', 'd', 'f']);
    union.join('c', 'e');
    union.join('c', 'c');
    expect(['b', 'c', 'd', 'e'].map((name) => union.smallest(name))).toEqual(['b', 'b', 'b', 'b']);
    union.join('a', 'e');
    expect(union.smallest('c')).toBe('a');
  });

  it('is the same in whatever order its pairs come, and however often', () => {
    const name = fc.constantFrom(...'abcdefgh');
    const pairs = fc.array(fc.tuple(name, name), { maxLength: 12 });
    const orders = pairs.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    const names = (list: readonly (readonly [string, string])[]) => {
      const union = new Union();
      for (const [a, b] of [...list, ...list]) union.join(a, b);
      return [...'abcdefgh'].map((one) => union.smallest(one));
    };
    fc.assert(
      fc.property(orders, ([one, other]) => {
        expect(names(one)).toEqual(names(other));
      }),
    );
  });
});

describe('chunks', () => {
  it('hold everything once, in order, and at most as many as asked for', () => {
    expect(inChunks([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
    expect(inChunks([1, 2], 2)).toEqual([[1, 2]]);
    expect(inChunks([], 2)).toEqual([]);
  });
});

describe('a generation as a revision', () => {
  it('is greater as text when it is later', () => {
    expect(revisionOf(0)).toBe('0000000000000');
    expect(revisionOf(10) > revisionOf(9)).toBe(true);
    expect(revisionOf(1_000_000) > revisionOf(999_999)).toBe(true);
  });
});

describe('a key of S3', () => {
  it('is decoded once, plus signs before percent signs', () => {
    expect(decodeKey('incoming/a+b%2Bc%2520d')).toBe('incoming/a b+c%20d');
    expect(encodeKey('incoming/a b+c%20d')).toBe('incoming/a+b%2Bc%2520d');
  });

  it('that is no valid encoding is refused, and says so', () => {
    expect(() => decodeKey('a%zz')).toThrow(
      expect.objectContaining({ code: 'notification.malformed', message: expect.stringContaining('percent-encoding') }),
    );
    expect(() => decodeKey('a%zz')).toThrow(expect.objectContaining({ cause: expect.any(URIError) }));
  });
});

describe('the name of a text', () => {
  const print = new Uint8Array([1, 2]);
  const facts = { articleId: 'art_a', wordCount: 50, quality: ['no-url'], contentHash: 'h', print };

  it('is that of its content and its print, whoever carries it', () => {
    expect(textOfFacts(facts)).toBe(textIdOf('h', print));
    expect(textOfFacts({ ...facts, articleId: 'art_b' })).toBe(textOfFacts(facts));
    expect(textIdOf('h', new Uint8Array([1, 3]))).not.toBe(textIdOf('h', print));
    expect(textIdOf('i', print)).not.toBe(textIdOf('h', print));
  });

  it.each([
    { wordCount: 0 },
    { quality: ['no-url', 'paywall-stub'] },
    { quality: ['not-an-article'] },
  ])('is one of its own for what says nothing of its own: %j', (given) => {
    const own = { ...facts, ...given };
    expect(isAlone(own)).toBe(true);
    expect(textOfFacts(own)).toBe(ownTextIdOf('art_a'));
    expect(ownTextIdOf('art_b')).not.toBe(ownTextIdOf('art_a'));
  });

  it('is shared by everything else', () => {
    expect(isAlone(facts)).toBe(false);
    expect(isAlone({ ...facts, quality: [] })).toBe(false);
  });
});
