import { describe, expect, it } from 'vitest';
import type { Page } from '../../shared/core/block.ts';
import { treeBlocks } from '../../shared/core/html/blocks.ts';
import { parseTree } from '../../shared/core/html/tree.ts';
import { bodyScores } from '../../shared/core/score/score.ts';

const PROSE = [
  'The harbour master of Halden said on Tuesday that the old lighthouse, dark since the storm of March, would be lit again before winter.',
  'Workers have replaced two of its four lamps, and the town council voted to pay for the others, according to its clerk, Ane Mork.',
  'Fishermen had complained for months: three boats touched the rocks below the tower, though nobody was hurt and the damage was small.',
  'The council will meet again in November to decide whether the tower should be opened to visitors, as the harbour master has proposed.',
];
const MENU = ['Home', 'News', 'Sport', 'Weather', 'Log in', 'Subscribe'];
const FOOTER = ['Contact', 'Privacy', 'Terms of use', '© 2024 The Halden Courier'];

const list = (items: readonly string[]) =>
  `<ul>${items.map((item) => `<li><a href="/x">${item}</a></li>`).join('')}</ul>`;
const HTML = `<title>Halden lighthouse to be lit again</title><nav>${list(MENU)}</nav><article><h1>Halden lighthouse to be lit again</h1>${PROSE.map((text) => `<p>${text}</p>`).join('')}</article><footer>${list(FOOTER)}</footer>`;

function pageOf(html: string): Page {
  const tree = parseTree(html);
  const title = { field: 'headline', value: tree.title ?? '-', source: 'title', where: 'title' } as const;
  return { format: 'html', blocks: treeBlocks(tree), candidates: [title], opinion: null, repairs: [] };
}

function scrapeOf(lines: readonly string[]): Page {
  const facts = { raw: null, tag: 'line', element: null, linkChars: 0, gapBefore: false, fused: false };
  const blocks = lines.map((text, index) => ({ index, line: index + 1, text, ...facts }));
  return { format: 'text', blocks, candidates: [], opinion: null, repairs: [] };
}

const chosen = (page: Page) => {
  const scores = bodyScores(page);
  return page.blocks.filter((block) => (scores[block.index] ?? 0) > 0.5).map((block) => block.text);
};

describe('scores of blocks', () => {
  it('single out the paragraphs of an article in a page', () => {
    expect(chosen(pageOf(HTML))).toEqual(PROSE);
  });

  it('single out the paragraphs of an article in a scrape without layout', () => {
    const lines = [...MENU, 'Halden lighthouse to be lit again', ...PROSE, ...FOOTER];
    expect(chosen(scrapeOf(lines))).toEqual(PROSE);
  });

  it('are one probability for each block', () => {
    const page = pageOf(HTML);
    const scores = bodyScores(page);
    expect(scores).toHaveLength(page.blocks.length);
    expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
  });

  it('do not depend on what was read before', () => {
    const fresh = bodyScores(pageOf(HTML));
    bodyScores(pageOf('<p>Another page altogether, short and about something else.</p>'));
    bodyScores(scrapeOf(PROSE));
    expect(bodyScores(pageOf(HTML))).toEqual(fresh);
  });

  it.each([
    ['no block', []],
    ['one word', ['x']],
    ['only signs', ['***', '———', '🙂']],
    ['Japanese', ['日本語の記事です。これは本文の段落であり、句点で終わります。', 'メニュー']],
  ])('exist for a text of %s', (_, lines) => {
    expect(bodyScores(scrapeOf(lines)).every((score) => Number.isFinite(score))).toBe(true);
  });
});
