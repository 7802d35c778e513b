/** When a text says so far from its headline. */
import { describe, expect, it } from 'vitest';
import { articleOf, type Line, BODY as SHORT } from './fields-builders.ts';

/** Longer than what stands between headline and text. */
const BODY: Line = ['body', `${SHORT[1]} ${SHORT[1]}`];
const HEADLINE: Line = ['meta.headline', 'Ferry stays in harbour'];
const publishedOf = (...lines: readonly Line[]) => articleOf({ lines: [HEADLINE, ...lines] }).published;
const many = (count: number, line: Line) => Array.from({ length: count }, () => line);
const DATE: Line = ['other', '28. 4. 2023, 18:41 Uhr'];

describe('the date of a text', () => {
  it.each<[string, readonly Line[]]>([
    ['stands between its first paragraphs', [...many(20, ['ui.control', 'Play']), BODY, DATE, BODY, BODY]],
    ['stands far below the headline', [...many(40, ['ui.control', 'Play']), DATE, BODY]],
    ['stands below the text', [BODY, BODY, ['nav.menu', 'Politik'], ['nav.menu', DATE[1]]]],
    ['is labelled below the text', [BODY, BODY, ['other', 'Veröffentlicht am 28. 4. 2023']]],
  ])('%s', (_, lines) => expect(publishedOf(...lines).local?.slice(0, 10)).toBe('2023-04-28'));

  it.each<[string, readonly Line[]]>([
    ['when two days stand below the text', [BODY, DATE, ['other', '29. 4. 2023, 10:00 Uhr']]],
    ['in the middle of the text', [BODY, BODY, BODY, DATE, BODY]],
    ['below comments', [BODY, ['ui.comments', '3 Kommentare'], DATE]],
    ['of other articles', [BODY, ['related.item', DATE[1]]]],
    ['of a change', [BODY, ['other', 'Aktualisiert am 28. 4. 2023, 18:41 Uhr']]],
    ['without a time or a word for it', [BODY, ['other', '28. 4. 2023']]],
    ['far below the text', [BODY, ...many(20, ['other', 'Mehr aus dem Hafen']), DATE]],
    ['far from headline and text', [...many(70, ['ui.control', 'Play']), DATE, BODY]],
  ])('is not what stands %s', (_, lines) =>
    expect(publishedOf(...lines)).toMatchObject({ local: null, status: 'missing' }));

  it('is never a far one when the headline has one of its own', () => {
    expect(publishedOf(['meta.published', '27. 4. 2023'], BODY, DATE).local).toBe('2023-04-27');
  });

  it('counts once, though it stands in a line of other facts', () => {
    const facts: Line = ['meta.byline', 'Audio 03:07 Min. | 25.04.23 | Anna Lee'];
    expect(publishedOf(['meta.published', 'Veröffentlicht am 27.04.23 um 07:39 Uhr'], facts, BODY).local).toBe(
      '2023-04-27T07:39:00',
    );
  });
});
