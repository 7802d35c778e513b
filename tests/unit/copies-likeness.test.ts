import { describe, expect, it } from 'vitest';
import { likeness } from '../../shared/core/copies/likeness.ts';
import { candidateKeys, textPrint } from '../../shared/core/copies/text-print.ts';
import {
  aForecast,
  anArticle,
  misspelt,
  type Paragraphs,
  padded,
  splitInTwo,
  trimmed,
  WORDS,
  withDateline,
} from './copies-builders.ts';

const judged = (a: Paragraphs, b: Paragraphs) => likeness(textPrint(a), textPrint(b));
const meet = (a: Paragraphs, b: Paragraphs) => {
  const keys = candidateKeys(textPrint(b));
  return candidateKeys(textPrint(a)).some((key) => keys.includes(key));
};
const original = anArticle(1);

describe('an edited copy', () => {
  it.each([
    ['cut from the bottom', trimmed(original, 0.5), 'extended'],
    ['with two paragraphs more', padded(original, anArticle(2, { paragraphs: 2 })), 'abridged'],
    ['under a dateline', withDateline(original, 'PORT HASK, Jan 5 (Wire) —'), 'identical'],
    ['with typing errors', misspelt(original), 'identical'],
    ['in shorter paragraphs', splitInTwo(original), 'identical'],
    ['in capitals and other quotation marks', original.map((text) => `“${text.toUpperCase()}”`), 'identical'],
    ['with its paragraphs in another order', [...original.slice(4), ...original.slice(0, 4)], 'identical'],
  ])('%s meets the original under a key and belongs to its story', (_, copy, relation) => {
    expect(meet(original, copy)).toBe(true);
    expect(judged(original, copy)).toMatchObject({ same: true });
    if (copy.length !== original.length || relation !== 'identical')
      expect(judged(original, copy).relation).toBe(relation);
  });

  it('under a new lead belongs to the story', () => {
    const updated = [...anArticle(8, { paragraphs: 2 }), ...original.slice(0, 6)];
    expect(judged(original, updated)).toMatchObject({ same: true });
  });

  it('is identical only when hardly a word is other, whatever its length', () => {
    const swapped = [...original.slice(0, 6), ...anArticle(9, { paragraphs: 2 })];
    const relationOf = (copy: Paragraphs) => judged(original, copy).relation;
    expect(textPrint(swapped).words).toBe(textPrint(original).words);
    expect(relationOf(swapped)).toBe('partial');
    expect(relationOf(misspelt(original))).toBe('identical');
  });

  it('says how much of each text the other has', () => {
    const { coverageA, coverageB } = judged(original, trimmed(original, 0.5));
    expect(coverageA).toBeCloseTo(0.5, 1);
    expect(coverageB).toBe(1);
  });

  it.each(
    Object.keys(WORDS).map((language) => [language as keyof typeof WORDS] as const),
  )('in %s is found as well', (language) => {
    const text = anArticle(3, { language });
    const copy = trimmed(withDateline(text, 'HASK —'), 0.6);
    expect(meet(text, copy)).toBe(true);
    expect(judged(text, copy)).toMatchObject({ same: true, relation: 'extended' });
    expect(judged(text, anArticle(4, { language })).same).toBe(false);
  });

  it('does not care for accents, full-width letters or points of vowels', () => {
    const text = [...anArticle(5), 'Café Zürich فَتَحَ'];
    const plain = [...anArticle(5), 'Ｃａｆｅ Zurich فتح'];
    expect(judged(text, plain)).toMatchObject({ relation: 'identical', probability: 1 });
  });
});

describe('what is no copy', () => {
  it('other news of the same place', () => {
    expect(judged(original, anArticle(2))).toMatchObject({ same: false, possible: false, relation: 'none' });
  });

  it('a template with other figures', () => {
    const days = Array.from({ length: 12 }, (_, day) => aForecast(day));
    const merged = days.flatMap((a, at) => days.slice(at + 1).filter((b) => judged(a, b).same));
    expect(merged).toEqual([]);
  });

  it('a round-up that quotes two paragraphs is linked in part', () => {
    const roundUp = [...anArticle(6, { paragraphs: 5 }), ...original.slice(2, 4), ...anArticle(7, { paragraphs: 5 })];
    expect(judged(original, roundUp)).toMatchObject({ same: false, relation: 'partial' });
    const oneQuoted = [...anArticle(6, { paragraphs: 5 }), ...original.slice(2, 3)];
    expect(judged(original, oneQuoted)).toMatchObject({ same: false, relation: 'none' });
  });

  it('a digest joins none of the briefs in it, except the one it begins with', () => {
    const briefs = [11, 12, 13, 14, 15, 16].map((seed) => anArticle(seed, { paragraphs: 2 }));
    const digest = briefs.flat();
    expect(briefs.map((brief) => judged(brief, digest).same)).toEqual([true, false, false, false, false, false]);
    expect(briefs.slice(1).map((brief) => judged(brief, digest).relation)).toEqual(Array(5).fill('partial'));
  });

  it.each([2, 3, 4])('%i unrelated items are not joined by their digest', (count) => {
    const items = Array.from({ length: count }, (_, at) => anArticle(20 + at, { paragraphs: 4 }));
    const digest = items.flat();
    const others = items.slice(1).map((item) => judged(item, digest));
    expect(others.map(({ same, relation }) => [same, relation])).toEqual(others.map(() => [false, 'partial']));
  });

  it('the two halves of what a third text puts together', () => {
    const [one, other] = [anArticle(31, { paragraphs: 4 }), anArticle(32, { paragraphs: 4 })];
    const both = [...one, ...other];
    expect([judged(one, both).same, judged(other, both).same, judged(one, other).same]).toEqual([true, false, false]);
  });

  it('a short text that is not wholly equal', () => {
    const brief = ['The ferry of Port Hask will not sail on Monday because of the wind, its owner said.'];
    expect(
      judged(brief, ['The ferry of Port Hask will not sail on Tuesday because of the wind, its owner said.']).same,
    ).toBe(false);
    const quoted = ['“The ferry of Port Hask will not sail on Monday because of the wind”, its owner said'];
    expect(judged(brief, quoted)).toMatchObject({ same: true, relation: 'identical' });
    expect(meet(brief, quoted)).toBe(true);
  });
});

describe('the judgement', () => {
  it('is mirrored when the question is', () => {
    const texts = [
      original,
      trimmed(original, 0.4),
      padded(original, anArticle(2)),
      misspelt(original),
      aForecast(1),
      aForecast(2),
    ];
    const mirror = {
      identical: 'identical',
      abridged: 'extended',
      extended: 'abridged',
      partial: 'partial',
      none: 'none',
    };
    for (const a of texts)
      for (const b of texts) {
        const [one, other] = [judged(a, b), judged(b, a)];
        expect(other).toEqual({
          ...one,
          relation: mirror[one.relation],
          coverageA: one.coverageB,
          coverageB: one.coverageA,
        });
      }
  });
});
