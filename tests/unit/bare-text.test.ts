/** Reports in figures: a wire text without a sentence is an article; a page without an article is none. */
import { describe, expect, it } from 'vitest';
import { readArticle } from '../../shared/library/index.ts';

const HEADLINE = 'HALVORSEN PUMPS CO 2ND QTR NET';
const FIGURES = [
  'Shr 41 cts vs 36 cts',
  'Net 2,108,000 vs 1,866,000',
  'Revs 88.4 mln vs 79.9 mln',
  'Six mths',
  'Shr 79 cts vs 70 cts',
];

const bodyOf = async (...lines: readonly string[]) =>
  (await readArticle(['HEADLINE', ...lines].join('\n').replace('HEADLINE', HEADLINE))).body.map(({ text }) => text);

describe('a plain text of figures', () => {
  it('is the article, when nothing but a headline and a date stands beside it', async () => {
    expect(await bodyOf('14-JUL-2026 09:12:00', ...FIGURES)).toEqual(FIGURES);
  });

  it('is none beside the furniture of a page', async () => {
    const furniture = ['Subscribe to our newsletter', 'Share on Facebook', 'Privacy policy', 'All rights reserved'];
    expect(await bodyOf('14-JUL-2026 09:12:00', ...FIGURES, ...furniture)).toEqual([]);
  });

  it('gives way to sentences, where there are any', async () => {
    const sentences = [
      'Halvorsen Pumps said its profit rose in the second quarter because more towns along the coast replaced their old waterworks.',
      'The company expects orders from the northern districts to go on rising until the end of the year, its chairman told shareholders on Tuesday.',
    ];
    expect(await bodyOf('14-JUL-2026 09:12:00', ...sentences)).toEqual(sentences);
  });
});
