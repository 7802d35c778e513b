/** What reads like text and is not this article's: labels of pages whose model takes every sentence for body. */
import { describe, expect, it } from 'vitest';
import { NO_PROFILE } from '../../shared/core/document.ts';
import { openPage } from '../../shared/core/html/page.ts';
import { labelPage } from '../../shared/core/label/labeller.ts';
import { isBody } from '../../shared/core/label.ts';

const HEADLINE = 'Old ferry returns to the island of Vell';
const FIRST =
  'The old ferry of Vell crossed the sound again on Monday, ten years after it had been tied up at the quay.';
const SECOND =
  'The harbour office said that it would run four times a day, and that nobody would pay more than before.';
const THIRD = 'It had been sold twice in the meantime, the office said, and had been a restaurant in another harbour.';
const TEXT = [FIRST, SECOND, THIRD];
const paragraphs = (texts: readonly string[]) => texts.map((text) => `<p>${text}</p>`).join('');
const head = `<head><title>${HEADLINE}</title><meta property="og:title" content="${HEADLINE}"></head>`;

/** Each line that ends like a sentence and is long is body for this stand-in, but for those that ask outright. */
const scoreOf = (text: string) => (text.length > 40 && /[.!?]$/.test(text) && !ASKS.test(text) ? 0.97 : 0.1);
const ASKS = /^(?:Support|Please donate)/;

function labelled(body: string) {
  const text = `<html>${head}<body>${body}</body></html>`;
  const facts = { mediaType: 'text/html', charset: 'utf-8', charsetBasis: 'utf-8-valid', bytes: text.length } as const;
  const { page } = openPage({ format: 'html', text, ...facts });
  const scores = page.blocks.map((block) => scoreOf(block.text));
  return labelPage(page, scores, NO_PROFILE);
}
const bodyOf = (html: string) => labelled(html).flatMap(({ block, label }) => (isBody(label) ? [block.text] : []));
const ruleOf = (html: string, text: string) =>
  labelled(html).find(({ block }) => block.text.startsWith(text))?.reason.rule;
const article = `<h1>${HEADLINE}</h1>${paragraphs(TEXT)}`;

describe('a list of stories told in a sentence each', () => {
  const stories = [
    'Bridge of Orn opens a year early ORN: The bridge of Orn was opened on Sunday, a year before anybody had hoped.',
    `${HEADLINE} VELL: The old ferry of Vell crossed the sound again on Monday.`,
    'Nine new wells for Tarrow TARROW: The council of Tarrow has found water in nine places, it said on Monday.',
    'A winter without snow HARL: There has been no snow in Harl since November, and none is expected this month.',
  ];
  const list = (items: readonly string[]) => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;

  it('is no text where the page’s own headline begins one of them', () => {
    expect(bodyOf(list(stories) + article)).toEqual(TEXT);
    expect(ruleOf(list(stories) + article, 'Nine new wells')).toBe('related.own');
  });

  it('is believed otherwise, and where there are few', () => {
    const others = stories.filter((story) => !story.startsWith(HEADLINE));
    expect(bodyOf(list([...others, ...others]) + article)).toContain(others[0]);
    expect(bodyOf(list(stories.slice(0, 3)) + article)).toContain(stories[0]);
  });
});

describe('articles below a heading for other articles', () => {
  const other = 'The bridge of Orn was opened on Sunday, a year before anybody in the valley had hoped for it.';
  const own = `<article class="story">${article}</article>`;

  it('are not this one, however whole they are', () => {
    const page = `${own}<h3>Related articles</h3><article class="card"><p>${other}</p></article>`;
    expect(bodyOf(page)).toEqual(TEXT);
    expect(ruleOf(page, 'The bridge')).toBe('next.related');
  });

  it('without such a heading the model is believed', () => {
    expect(bodyOf(`${own}<article class="card"><p>${other}</p></article>`)).toContain(other);
  });
});

describe('a side column', () => {
  const note =
    'Click on the picture and read what the columnist of this paper thinks about ferries and their captains.';

  it('is no text where the article stands elsewhere', () => {
    const page = `<main>${article}</main><aside><p>${note}</p></aside>`;
    expect(bodyOf(page)).toEqual(TEXT);
    expect(ruleOf(page, 'Click')).toBe('aside.column');
  });

  it('keeps its text between paragraphs, and where it holds the article', () => {
    const between = `<h1>${HEADLINE}</h1><p>${FIRST}</p><aside><p>${note}</p></aside><p>${SECOND}</p><p>${THIRD}</p>`;
    expect(bodyOf(between)).toContain(note);
    expect(bodyOf(`<aside>${article}</aside><p>${note}</p>`)).toEqual([...TEXT, note]);
  });
});

describe('a text that is there twice', () => {
  it('counts once, also when it is repeated in one piece, with or without blanks between', () => {
    for (const blank of [' ', '']) {
      const page = `${article}<div>${TEXT.join(blank)}</div>`;
      expect(bodyOf(page)).toEqual(TEXT);
      expect(labelled(page).at(-1)).toMatchObject({ label: 'dup.body', reason: { rule: 'repeat.fused' } });
    }
  });

  it('is not repeated by one who quotes a paragraph at length', () => {
    const quoting = `Nobody believed it at first: ${SECOND} But then, on Monday, at half past seven in the morning, there it was, painted in green and white, with the mayor on board and a band playing.`;
    expect(bodyOf(`${article}<p>${quoting}</p>`)).toContain(quoting);
  });
});

describe('a caption that the page names so', () => {
  const caption = 'The ferry of Vell reached the island quay on Monday with the mayor and a band of nine on board.';

  it.each([
    'wp-caption-text',
    'imageCaption',
    'photo_caption',
    'caption',
  ])('by the class %s is none of the text', (name) => {
    const page = `<h1>${HEADLINE}</h1>${paragraphs([FIRST, SECOND])}<p class="${name}">${caption}</p><p>${THIRD}</p>`;
    expect(bodyOf(page)).toEqual(TEXT);
  });

  it('is text where captions tell the story', () => {
    const told = `<h1>${HEADLINE}</h1>${TEXT.map((text) => `<p class="caption">${text}</p>`).join('')}`;
    expect(bodyOf(told)).toEqual(TEXT);
  });
});

describe('a box of appeals', () => {
  const asks = [
    'Support our journalism with a donation today, and help us to keep this newspaper free for everybody who reads it.',
    'Please donate now: your contribution keeps our independent journalism going, and every donation helps us.',
  ];
  const around =
    'Our reporters spend weeks on a single story, and their work has changed a good deal in this country of ours.';
  const box = (name: string, texts: readonly string[]) => `${article}<div class="${name}">${paragraphs(texts)}</div>`;

  it('takes with it what stands between its appeals, when its name says what it is for', () => {
    expect(bodyOf(box('support-us', [...asks, around]))).toEqual(TEXT);
    expect(ruleOf(box('support-us', [...asks, around]), 'Our reporters')).toBe('appeal.box');
  });

  it('is none for one appeal, or where its name says nothing and appeals are few', () => {
    expect(bodyOf(box('support-us', [asks[0] ?? '', around]))).toContain(around);
    expect(bodyOf(box('part', [...asks, around, `${around} Nobody else does it.`]))).toContain(around);
  });
});

describe('a box that opens over a name', () => {
  const popup =
    '<span><a href="/p/1">Ann Reed</a><a href="/s/2">Ann Reed finds nine wells</a> <a href="/p/1">MORE</a></span>';
  const sentence = (between: string) =>
    `<h1>${HEADLINE}</h1><p>It was <a href="/p/1">Ann Reed</a>${between} who brought the ferry back to Vell, the office said.</p>`;
  const TOLD = 'It was Ann Reed who brought the ferry back to Vell, the office said.';

  it('is not in the sentence, and can be seen in the line as it stood', () => {
    expect(bodyOf(sentence(popup))).toEqual([TOLD]);
    const line = labelled(sentence(popup)).find(({ block }) => block.text === TOLD);
    expect(line?.block.raw).toContain('Ann ReedAnn ReedAnn Reed finds nine wells MORE who brought');
  });

  it('is one only where it begins with the same name, linked', () => {
    expect(bodyOf(sentence('<span> of Tarrow</span>'))).toEqual([TOLD.replace('Reed who', 'Reed of Tarrow who')]);
    expect(bodyOf(sentence('<span>Ann Reed senior</span>'))[0]).toContain('Ann ReedAnn Reed senior');
  });
});
