/** The explanation of a reading: lines as they stood, pieces joined, fields with what decided them. */
import { describe, expect, it } from 'vitest';
import { NO_PROFILE } from '../../shared/core/document.ts';
import { explain, explainLines } from '../../shared/core/explain.ts';
import { labelPage } from '../../shared/core/label/labeller.ts';
import { scrapePage } from '../../shared/core/scrape.ts';
import { anArticle } from '../../shared/testing/builders.ts';

const TEXT = `Old ferry returns to the island
The ferry leaves Vell, May 4, 2026Image source, Reuters
The crew waves. Picture: VELL HARBOUR/REUTERS
The old ferry crossed the sound again on Monday, ten years after it had been tied up at the island quay.`;

function labelled() {
  const page = scrapePage({
    format: 'text',
    text: TEXT,
    mediaType: 'text/plain',
    charset: 'utf-8',
    charsetBasis: 'utf-8-valid',
    bytes: 0,
  });
  return labelPage(
    page,
    page.blocks.map((block) => (block.text.length > 80 ? 0.9 : 0.1)),
    NO_PROFILE,
  );
}

describe('explained lines', () => {
  it('join the pieces of a glued line, and a caption with its credit', () => {
    expect(explainLines(labelled()).map(({ line, label }) => [line, label])).toEqual([
      [1, 'meta.headline'],
      [2, 'media.alt+credit'],
      [3, 'media.caption+credit'],
      [4, 'body'],
    ]);
  });
  it('hold every block once, with its reason', () => {
    const blocks = labelled();
    const pieces = explainLines(blocks).flatMap((line) => line.pieces);
    expect(pieces.map(({ text, why }) => [text, why])).toEqual(
      blocks.map(({ block, reason }) => [block.text, reason.text]),
    );
  });
});

describe('explained fields', () => {
  const article = anArticle({
    headline: 'Old ferry returns',
    quality: ['live-blog', 'body-short'],
    evidence: {
      headline: { where: 'line 1', rule: 'headline.only', raw: null },
      'headline.lost.1': { where: 'title', rule: 'lost', raw: 'The Vell Post' },
      'quality.live-blog': { where: 'line 9', rule: 'kind.times-as-headings', raw: '11:40' },
    },
  });
  const explained = explain({ article, labelled: [] });

  it('say value, place and reason, and which candidates lost and why', () => {
    expect(explained.fields).toEqual([
      {
        field: 'headline',
        value: 'Old ferry returns',
        where: 'line 1',
        rule: 'headline.only',
        why: 'Nothing else on the page offers a headline.',
        raw: null,
        lost: [{ value: 'The Vell Post', where: 'title', why: 'Fewer or weaker sources give this one.' }],
      },
    ]);
  });
  it('say what each quality code means, and what shows it', () => {
    expect(explained.quality).toMatchObject([
      { code: 'live-blog', where: 'line 9', why: expect.stringContaining('times of day'), raw: '11:40' },
      { code: 'body-short', where: null, meaning: 'The text has fewer than 50 words.' },
    ]);
  });

  it('count what an article has several of, and put what lost under what won', () => {
    const picture = { kind: 'image', caption: 'The ferry', alt: null, credit: null, href: null } as const;
    const at = { where: 'line 3', rule: 'media.short', raw: null };
    const article = anArticle({
      headline: 'Ferry returns',
      media: [picture],
      evidence: { 'media.1': at, headline: at, 'headline.lost.1': { ...at, raw: 'Ferry' } },
    });
    expect(explain({ article, labelled: [] }).fields).toMatchObject([
      { field: 'media.1', value: picture, lost: [] },
      { field: 'headline', value: 'Ferry returns', lost: [{ value: 'Ferry' }] },
    ]);
  });
});
