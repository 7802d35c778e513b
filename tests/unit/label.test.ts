/** Labels: what a reader would call each line of a page, and why. Scores stand in for the trained model. */
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
const labelOf = (lines: readonly string[], text: string) =>
  label(lines).find(({ block }) => block.text === text)?.label;

describe('every block', () => {
  it('gets one label, and a reason in a plain sentence', () => {
    const out = label([HEADLINE, ...TEXT, 'Comments', 'zzz']);
    expect(out).toHaveLength(6);
    for (const { reason } of out) expect(reason.text).toMatch(/^\p{Lu}.*[.”]$/u);
  });
  it('gets the same label again', () => {
    const lines = [HEADLINE, DECK, ...TEXT, 'Related', 'A bridge for Vell', 'More'];
    expect(label(lines)).toEqual(label(lines));
  });
  it('of an empty page is none', () => {
    expect(label([])).toEqual([]);
  });
});

describe('the head of an article', () => {
  it('is headline, deck, byline and date', () => {
    expect(labels([HEADLINE, DECK, 'By Mia Venn', 'Monday 4 May 2026 08:59 BST', ...TEXT])).toEqual([
      'meta.headline',
      'meta.deck',
      'meta.byline',
      'meta.published',
      'body',
      'body',
      'body',
    ]);
  });
  it('finds the headline below notifications and the deck below the headline', () => {
    const lines = [
      'Stay up to date with notifications from The Vell Gazette',
      '',
      HEADLINE,
      '',
      DECK,
      '',
      'Mia Venn',
      '4 May 2026 10:00',
      ...TEXT,
    ];
    expect(labels(lines).slice(0, 5)).toEqual([
      'ui.notification',
      'meta.headline',
      'meta.deck',
      'meta.byline',
      'meta.published',
    ]);
  });
  it('knows an agency from a person', () => {
    expect(labels([HEADLINE, 'Via AP news wire', '4 May 2026', ...TEXT])[1]).toBe('meta.credit');
  });
  it('calls a picture’s line a caption, and the same line with its credit too', () => {
    const lines = [HEADLINE, '4 May 2026', 'Vell Harbour', 'Vell Harbour (Harbour Office Press Service)', ...TEXT];
    expect(labels(lines).slice(2, 4)).toEqual(['media.caption', 'media.caption']);
  });
  it('calls the line after “Image caption,” a caption', () => {
    const caption = 'The old ferry leaves the quay of Vell for the first time in ten years on Monday, 4 May.';
    expect(labelOf([HEADLINE, 'Image caption,', '', caption, '', ...TEXT], caption)).toBe('media.caption');
  });
  it('tells the alternative text of an image from the credit glued to it', () => {
    expect(labels([HEADLINE, 'The ferry leaves Vell, May 4, 2026Image source, Reuters', ...TEXT]).slice(1, 3)).toEqual([
      'media.alt',
      'media.credit',
    ]);
  });
  it('calls path, headline and site of a glued first line by their names', () => {
    const lines = [`Current:Home > Travel${HEADLINE} -Vell Gazette`, HEADLINE, 'Date:2026-05-04 14:27:32', ...TEXT];
    expect(labels(lines).slice(0, 5)).toEqual([
      'nav.breadcrumb',
      'dup.headline',
      'nav.site',
      'meta.headline',
      'meta.published',
    ]);
  });
});

describe('the head of an article in other shapes', () => {
  it('has facts below a deck that the model takes for text, and the deck stays text when it may be the lede', () => {
    const lede =
      'The old ferry of Vell is back in service after ten years, and the islanders are glad about it, the office says.';
    expect(labels([HEADLINE, lede, 'By Mia Venn', '4 May 2026, 10:00', ...TEXT])).toEqual([
      'meta.headline',
      'body',
      'meta.byline',
      'meta.published',
      'body',
      'body',
      'body',
    ]);
  });
  it('has a menu above it', () => {
    expect(labels(['Home World Sport Culture', HEADLINE, DECK, '4 May 2026', ...TEXT])[0]).toBe('nav.menu');
  });
  it('calls a short line above an appeal its heading only when it speaks to the reader', () => {
    const appeal =
      'Readers like you pay for our reporters. Your donation keeps our journalism free for everyone on the island.';
    expect(
      labels([
        HEADLINE,
        '4 May 2026',
        'The harbour of Vell at dawn',
        'Help us stay independent',
        appeal,
        ...TEXT,
      ]).slice(2, 5),
    ).toEqual(['media.caption', 'promo.donation', 'promo.donation']);
  });
});

describe('appeals to the reader', () => {
  const appeal = [
    'Your support helps us to tell the story',
    'From the harbour to the hills, our reporters are there when it matters, and we know how important it is to check the facts.',
    'Your donation allows us to send journalists to every corner of the island, and our readers know it.',
    'Your support makes all the difference.',
  ];
  it('between headline and text are promotion from their first line to their last', () => {
    const out = labels([HEADLINE, '4 May 2026', ...appeal, ...TEXT]);
    expect(out.slice(2)).toEqual([...appeal.map(() => 'promo.donation'), 'body', 'body', 'body']);
  });
  it('are not seen in what a source says', () => {
    const quote =
      '“Your donation and your support keep our journalists going, and our readers know it,” the ferry’s owner said on Monday.';
    expect(labelOf([HEADLINE, FIRST, quote, SECOND, THIRD], quote)).toBe('body');
  });
  it('with a price are paywalls, and so are their copies', () => {
    const offer =
      'Support our journalism. The full package is €30 for the first month and thereafter you pay €12 per month.';
    const out = label([HEADLINE, offer, ...TEXT, offer]);
    expect(out.filter(({ block }) => block.text === offer).map((one) => one.label)).toEqual([
      'promo.paywall',
      'promo.paywall',
    ]);
  });
  it.each([
    'Unterstützen Sie unabhängigen Journalismus',
    'Soutenez un journalisme indépendant',
    'Apoya el periodismo independiente',
    'Sostieni il giornalismo indipendente',
    'Apoie o jornalismo independente',
    'Steun onze journalistiek',
    'Wesprzyj nas',
    'Поддержите нашу редакцию',
    'Bize destek olun',
    'ご支援ください。寄付する',
    '여러분의 후원이 필요합니다',
    '您的支持對我們很重要',
    'تبرعك يساعدنا',
  ])('are known in many languages: %s', (line) => {
    const found = labelOf([HEADLINE, FIRST, SECOND, THIRD, line], line) ?? '';
    expect(found === 'other' || found.startsWith('promo')).toBe(true);
  });
});
