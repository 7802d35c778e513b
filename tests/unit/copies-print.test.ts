import { describe, expect, it } from 'vitest';
import { likeness } from '../../shared/core/copies/likeness.ts';
import { packPrint, unpackPrint } from '../../shared/core/copies/packed-print.ts';
import { candidateKeys, textPrint } from '../../shared/core/copies/text-print.ts';
import { anArticle, trimmed } from './copies-builders.ts';

const texts = [anArticle(1), anArticle(2, { language: 'ja' }), ['Three words only'], [], ['— … !']];

describe('a print', () => {
  it.each(texts.map((text) => [text]))('comes back from its bytes as it was', (text) => {
    const print = textPrint(text);
    expect(unpackPrint(packPrint(print))).toEqual(print);
  });

  it('takes half a kilobyte for an article of 300 words, and is bounded for a giant', () => {
    expect(packPrint(textPrint(anArticle(1, { paragraphs: 10 }))).length).toBeLessThan(512);
    const giant = textPrint(anArticle(1, { paragraphs: 3_000 }));
    expect(packPrint(giant).length).toBeLessThan(2_048);
    expect(candidateKeys(giant).length).toBeLessThanOrEqual(12);
  });

  it('still tells the copy of a giant', () => {
    const giant = anArticle(1, { paragraphs: 300 });
    expect(likeness(textPrint(giant), textPrint(trimmed(giant, 0.5))).same).toBe(true);
  });

  it('of another format, or cut, is refused', () => {
    const packed = packPrint(textPrint(anArticle(1)));
    expect(() => unpackPrint(packed.subarray(0, packed.length - 1))).toThrow('cut');
    expect(() => unpackPrint(Uint8Array.of(9, ...packed.subarray(1)))).toThrow('format');
    expect(() => unpackPrint(new Uint8Array())).toThrow('format');
  });

  it('depends on words and their order alone', () => {
    const digest = (text: string) => textPrint([text]).digest;
    expect(digest('“It’s here”, she said')).toBe(digest("It's here -- she said."));
    expect(digest('man bites dog')).not.toBe(digest('dog bites man'));
    expect(digest('up 1,204.5 points')).not.toBe(digest('up 1,204.6 points'));
  });

  it('has a short text meet only its equals', () => {
    expect(candidateKeys(textPrint(['Closed on Monday.']))).toEqual(candidateKeys(textPrint(['closed on monday'])));
    expect(candidateKeys(textPrint(['Closed on Monday.']))).toHaveLength(1);
  });
});
