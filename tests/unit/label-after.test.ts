/** Labels of what is told twice, of what follows the text or stands inside it, and of what an outlet repeats. */
import { describe, expect, it } from 'vitest';
import { NO_PROFILE, type OutletProfile } from '../../shared/core/document.ts';
import { labelPage } from '../../shared/core/label/labeller.ts';
import type { LabelledBlock } from '../../shared/core/label.ts';
import { scrapePage } from '../../shared/core/scrape.ts';

const HEADLINE = 'Old ferry returns to the island of Vell after ten years';
const DECK = 'The harbour office of Vell says that the old ferry returns for good this time';
const FIRST =
  'The old ferry of Vell crossed the sound again on Monday, ten years after it had been tied up at the island quay.';
const SECOND =
  'The harbour office said that it would run four times a day, and that nobody on the island would pay more than before.';
const THIRD =
  'It had been sold twice in the meantime, the office said, and had once been used as a restaurant in another harbour.';
const TEXT = [FIRST, SECOND, THIRD];

/** Lines that end like sentences and are long are body for this stand-in; it is as easily fooled as any model. */
function label(lines: readonly string[], profile: OutletProfile = NO_PROFILE): readonly LabelledBlock[] {
  const text = lines.join('\n');
  const page = scrapePage({
    format: 'text',
    text,
    mediaType: 'text/plain',
    charset: 'utf-8',
    charsetBasis: 'utf-8-valid',
    bytes: 0,
  });
  const scores = page.blocks.map((block) => (block.text.length > 60 && /[.!?]$/.test(block.text) ? 0.84 : 0.1));
  return labelPage(page, scores, profile);
}
const labels = (lines: readonly string[]) => label(lines).map((one) => one.label);
describe('a text told twice', () => {
  it('is told once: headline, deck and paragraphs of the copy are repetitions', () => {
    expect(labels([HEADLINE, DECK, '4 May 2026', ...TEXT, HEADLINE, DECK, ...TEXT, 'Reuters'])).toEqual([
      'meta.headline',
      'meta.deck',
      'meta.published',
      'body',
      'body',
      'body',
      'dup.headline',
      'dup.deck',
      'dup.body',
      'dup.body',
      'dup.body',
      'meta.credit',
    ]);
  });
});

describe('after the text', () => {
  it('come comments, other articles and the imprint', () => {
    const lines = [
      'Would you like to comment on this article?',
      'Sign up or sign in now.',
      'Please read our Comment Policy before commenting.',
    ];
    const related = [
      'Most read',
      'Related articles',
      'A bridge for the island of Vell at last',
      'Harbour office moves to the old customs house',
    ];
    expect(labels([HEADLINE, ...TEXT, ...lines, ...related]).slice(4)).toEqual([
      'ui.comments',
      'ui.comments',
      'ui.comments',
      'related.heading',
      'related.heading',
      'related.item',
      'related.item',
    ]);
  });
  it('a line with a bracketed number is a counter', () => {
    expect(labels([HEADLINE, ...TEXT, 'soNice! (46151)'])[4]).toBe('ui.counter');
  });
  it('a list of headlines is a list of other articles, with or without bullets', () => {
    const lines = [
      'Related',
      '- A bridge for the island of Vell',
      '- Ten years without a ferry',
      'Ranking',
      'Why the customs house was sold',
    ];
    expect(labels([HEADLINE, ...TEXT, ...lines]).slice(4)).toEqual([
      'related.heading',
      'related.item',
      'related.item',
      'related.heading',
      'related.item',
    ]);
  });
});

describe('inside the text', () => {
  it('furniture is not body, and a short line before a paragraph is a heading', () => {
    const page = [HEADLINE, FIRST, 'Advertisement', 'Read more: A bridge for Vell', SECOND, 'Comments', THIRD];
    expect(labels(page)).toEqual([
      'meta.headline',
      'body',
      'promo.advertisement',
      'related.item',
      'body',
      'ui.comments',
      'body',
    ]);
  });
});

describe('an outlet’s profile', () => {
  it('names lines that are never text', () => {
    const line = 'The Vell Gazette has been printed on the island since the first ferry came, and is proud of it.';
    const out = label([HEADLINE, FIRST, line, SECOND], { ...NO_PROFILE, boilerplate: [line] });
    expect(out[2]).toMatchObject({ label: 'other', reason: { rule: 'profile.boilerplate' } });
  });
});
