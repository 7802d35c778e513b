import { describe, expect, it } from 'vitest';
import { secondOpinion } from '../../shared/core/html/opinion.ts';
import { htmlPage } from '../../shared/core/html/page.ts';
import { parseTree } from '../../shared/core/html/tree.ts';

const SENTENCE =
  'The harbour office said on Monday that the new pier would open in spring, after two winters of work, and that ferries would call there again.';
const page = (body: string, attributes = '') =>
  `<html ${attributes}><head><title>Pier opens in spring - The Harbour Post</title></head><body ${attributes}>${body}</body></html>`;
const story = (name: string) =>
  `<div class="menu"><a href="/">Home</a> <a href="/town">Town</a></div><article><h1>Pier opens in spring</h1>${`<p>${name}: ${SENTENCE}</p>`.repeat(6)}</article>`;
const opinionOf = (html: string) => secondOpinion(parseTree(html));

describe('the second opinion', () => {
  it('is the paragraphs of the article, without the menu', () => {
    const opinion = opinionOf(page(story('Ida')));
    expect(opinion?.paragraphs).toEqual(Array.from({ length: 6 }, () => `Ida: ${SENTENCE}`));
    expect(opinion?.headline).toContain('Pier opens in spring');
  });

  it.each([
    'class="sidebar-open footer-fixed"',
    'class="comment-page" id="popup"',
    'CLASS="BANNER"',
  ])('is the same whatever the body is called: %s', (attributes) => {
    expect(opinionOf(page(story('Ida'), attributes))).toEqual(opinionOf(page(story('Ida'))));
  });

  it('is the same in old upper-case markup', () => {
    const upper = page(story('Ida')).replace(
      /<(\/?)([a-z0-9]+)/g,
      (_, slash: string, tag: string) => `<${slash}${tag.toUpperCase()}`,
    );
    expect(opinionOf(upper)).toEqual(opinionOf(page(story('Ida'))));
  });

  it('is the same for the first page and for the same page after fifty others', () => {
    const first = opinionOf(page(story('Ida')));
    for (let other = 0; other < 50; other += 1)
      opinionOf(page(`<div class="c${other}">${story(`Other ${other}`)}</div>`));
    expect(opinionOf(page(story('Ida')))).toEqual(first);
  });

  it('takes strange tags and attributes as they come', () => {
    const odd = story('Ida')
      .replaceAll('<p>', '<p "=1 x:y="2" onclick="throw 1"><o:p></o:p><a$b>')
      .replaceAll('</p>', '</a$b></p>');
    expect(opinionOf(page(odd))?.paragraphs.length).toBeGreaterThan(0);
  });

  it('is not asked of a page that would cost more than it tells', () => {
    expect(opinionOf(page('<div>'.repeat(100) + '<span class="author">x</span>'.repeat(8_000)))).toBeNull();
  });
});

describe('a page', () => {
  const document = {
    format: 'html',
    text: page(story('Ida')),
    mediaType: 'text/html',
    charset: 'utf-8',
    charsetBasis: 'utf-8-valid',
    bytes: 0,
  } as const;

  it('carries the opinion only when asked, and its headline as a candidate', () => {
    expect(htmlPage(document, { opinion: false }).opinion).toBeNull();
    const asked = htmlPage(document, { opinion: true });
    expect(asked.opinion?.paragraphs).toHaveLength(6);
    expect(asked.candidates.map(({ source }) => source)).toContain('readability');
  });

  it('says when mojibake was undone', () => {
    const text = document.text.replaceAll('Ida: ', 'â€œYesâ€\u009d: ');
    const { blocks, repairs } = htmlPage({ ...document, text }, { opinion: false });
    expect(blocks.at(-1)?.text).toBe(`“Yes”: ${SENTENCE}`);
    expect(repairs).toEqual(['mojibake-repaired']);
  });
});
