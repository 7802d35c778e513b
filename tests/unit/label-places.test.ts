/** Labels that depend on where a line stands: below comments, beside a picture, at the end, right under the headline. */
import { describe, expect, it } from 'vitest';
import { NO_PROFILE } from '../../shared/core/document.ts';
import { labelPage } from '../../shared/core/label/labeller.ts';
import { scrapePage } from '../../shared/core/scrape.ts';

const HEADLINE = 'Old ferry returns to the island of Vell after ten years';
const TEXT = [
  'The old ferry of Vell crossed the sound again on Monday, ten years after it had been tied up at the island quay.',
  'The harbor office said that it would run four times a day, and that nobody on the island would pay more than before.',
  'It had been sold twice in the meantime, the office said, and had once been used as a restaurant in another harbor.',
  'Islanders met the ferry with lanterns, and the bakery stayed open until the last of the passengers had left the quay.',
  'The next crossing leaves on Tuesday morning at six, weather permitting, and the timetable hangs at the bakery door.',
];

/** Long lines that end like sentences are body for this stand-in. */
function labelsOf(lines: readonly string[], other = 0.1): ReadonlyMap<string, string> {
  const facts = { mediaType: 'text/plain', charset: 'utf-8', charsetBasis: 'utf-8-valid', bytes: 0 } as const;
  const page = scrapePage({ format: 'text', text: lines.join('\n'), ...facts });
  const scores = page.blocks.map(({ text }) => (text.length > 60 && /[.!?]$/.test(text) ? 0.84 : other));
  return new Map(labelPage(page, scores, NO_PROFILE).map(({ block, label }) => [block.text, label]));
}

describe('comments', () => {
  const comment =
    'I took the old ferry to school every day and would like to know whether the benches are still green.';
  it('are no text, however much they read like it', () => {
    expect(labelsOf([HEADLINE, ...TEXT, 'Comments (3)', 'quayside_pete', comment]).get(comment)).toBe('ui.comments');
  });
  it('have a heading that may also stand above the text, as a link to them', () => {
    const labels = labelsOf([HEADLINE, 'Comments', ...TEXT]);
    for (const paragraph of TEXT) expect(labels.get(paragraph)).toBe('body');
  });
});

describe('a notice of consent', () => {
  const first = 'When you visit any website, it may store or retrieve information on your browser, as cookies.';
  const last = 'These cookies are necessary for the website to function and cannot be switched off.';
  it('is no text from its first standard sentence to its last', () => {
    const between = 'You can choose not to allow some of them, but then some parts of the site will not work.';
    const labels = labelsOf([HEADLINE, ...TEXT, first, between, last]);
    for (const line of [first, between, last]) expect(labels.get(line)).toBe('ui.notification');
    for (const paragraph of TEXT) expect(labels.get(paragraph)).toBe('body');
  });
  it('leaves a text about cookies alone', () => {
    const report =
      'The harbor office stores cookies on the browsers of its visitors, a court in Vell found on Tuesday.';
    expect(labelsOf([HEADLINE, ...TEXT, report]).get(report)).toBe('body');
  });
});

describe('a short paragraph', () => {
  const short = 'Nobody was hurt in the first crossing.';
  it('beside an advertisement is text when it stands between two paragraphs', () => {
    const lines = [HEADLINE, ...TEXT.slice(0, 3), 'Advertisement', short, ...TEXT.slice(3)];
    expect(labelsOf(lines, 0.2).get(short)).toBe('body');
    expect(labelsOf(lines, 0.02).get(short)).not.toBe('body');
  });
  it('below the text and an advertisement closes it', () => {
    expect(labelsOf([HEADLINE, ...TEXT, 'Advertisement', short, 'Comments (3)']).get(short)).toBe('body');
  });
});

describe('a picture', () => {
  it('may be named by a short line above its caption', () => {
    const caption = 'The lighthouse at Vell Point, automated since 1998 (Vell Harbor Trust)';
    const labels = labelsOf([HEADLINE, 'Monday 4 May 2026 08:59 BST', 'Vell Point lighthouse', caption, ...TEXT]);
    expect(labels.get('Vell Point lighthouse')).toBe('media.alt');
    expect(labels.get(caption)).toBe('media.caption');
  });
});

describe('the author', () => {
  it('is introduced at the end by the name of the byline', () => {
    const note = 'Mia Venn covers ferries and everything that floats for the Vell Gazette, and has done so since 2011.';
    expect(labelsOf([HEADLINE, 'By Mia Venn', '4 May 2026, 10:00', ...TEXT, note]).get(note)).toBe('footer.author');
  });
  it('is somebody else than a person whom the text names at its end', () => {
    const last =
      'Ada Holm, who captained the ferry for thirty years, said she would be on the quay again tomorrow morning.';
    expect(labelsOf([HEADLINE, 'By Mia Venn', '4 May 2026, 10:00', ...TEXT, last]).get(last)).toBe('body');
  });
  it('may be named together with an agency', () => {
    const byline = 'By Mia Venn and The Associated Press';
    expect(labelsOf([HEADLINE, byline, '4 May 2026, 10:00', ...TEXT]).get(byline)).toBe('meta.byline');
  });
  it('stands after “written by” below the headline', () => {
    expect(labelsOf([HEADLINE, 'Written by Mia Venn', ...TEXT]).get('Written by Mia Venn')).toBe('meta.byline');
  });
});

describe('dates', () => {
  it('right below the headline outweigh one above it', () => {
    const labels = labelsOf(['Friday, 8 May 2026', HEADLINE, '4 May 2026, 10:00', ...TEXT]);
    expect(labels.get('4 May 2026, 10:00')).toBe('meta.published');
    expect(labels.get('Friday, 8 May 2026')).not.toBe('meta.published');
  });
  it('may stand beside a place', () => {
    const line = 'Vell | Published: 4 May 2026 10:00';
    expect(labelsOf([HEADLINE, line, ...TEXT]).get(line)).toBe('meta.published');
  });
  it('that are several after the text are those of other articles', () => {
    const labels = labelsOf([
      HEADLINE,
      ...TEXT,
      '7/3/2025',
      'A bridge for the island',
      '2/21/2025',
      'Seals on the quay',
    ]);
    expect(labels.get('7/3/2025')).not.toBe('meta.published');
  });
  it('glued to a name are cut off it', () => {
    const labels = labelsOf([HEADLINE, 'By Mia VennPublished: 4 May 2026', ...TEXT]);
    expect(labels.get('By Mia Venn')).toBe('meta.byline');
    expect(labels.get('Published: 4 May 2026')).toBe('meta.published');
  });
});

describe('invitations inside the text', () => {
  it.each([
    ['Sign up for our daily newsletter and get the stories of the island delivered to your inbox.', 'promo.newsletter'],
    ['Also read | Why the lighthouse of Vell blinks twice', 'related.item'],
  ])('%s', (line, label) => {
    expect(labelsOf([HEADLINE, ...TEXT.slice(0, 3), line, ...TEXT.slice(3)]).get(line)).toBe(label);
  });
});

describe('a menu', () => {
  it('of single words is no headline, even where words stand without spaces', () => {
    const headline = '創業百四十年の豆腐店、高校生三人が継ぐ 港町の朝を守る';
    const body =
      '浜之津町で百四十年続く豆腐店を、地元の高校に通う三人が引き継ぐことになった。店主が町役場で開かれた会見で明らかにした。';
    expect(labelsOf(['トップ 社会 経済 文化 スポーツ', headline, '2024年7月30日 18時15分', body]).get(headline)).toBe(
      'meta.headline',
    );
  });
});

describe('the date', () => {
  const filler = [
    'The sound and its boats',
    'Larger type',
    'Map of the pier',
    'All about boats',
    'Timetable',
    'Harbor radio',
  ];
  it('stands right below its byline, where the byline is the last that is looked at', () => {
    const labels = labelsOf([HEADLINE, TEXT[0] ?? '', ...filler, 'By Anna Quist', '4 May 2021', ...TEXT.slice(1)]);
    expect(labels.get('4 May 2021')).toBe('meta.published');
  });
  it('in figures alone is no counter', () => {
    expect(labelsOf([HEADLINE, '31.8.19', ...TEXT]).get('31.8.19')).toBe('meta.published');
  });
});

describe('an appeal', () => {
  const asks =
    'Readers like you pay for the reporters who sit through every council meeting. Local journalism costs money.';
  const gives =
    'Your donation, however small, keeps our newsroom and this website free for every reader in the county.';
  it('is one also where the model takes it for text, beside a paragraph that asks', () => {
    const facts = { mediaType: 'text/plain', charset: 'utf-8', charsetBasis: 'utf-8-valid', bytes: 0 } as const;
    const lines = [HEADLINE, asks, gives, ...TEXT];
    const page = scrapePage({ format: 'text', text: lines.join('\n'), ...facts });
    const scores = page.blocks.map(({ text }) => (text === asks ? 0.99 : TEXT.includes(text) ? 0.95 : 0.4));
    const labels = new Map(labelPage(page, scores, NO_PROFILE).map(({ block, label }) => [block.text, label]));
    expect([labels.get(asks), labels.get(gives)]).toEqual(['promo.donation', 'promo.donation']);
    for (const paragraph of TEXT) expect(labels.get(paragraph)).toBe('body');
  });
});
