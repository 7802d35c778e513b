/** The raw file beside the clean text: every line with label and reason; what became of a line lights up with it. */
import type { ExplainedLine, Explanation } from '../../shared/core/explain.ts';
import type { ArticleRecord } from '../../shared/core/record.ts';
import { h, spoken } from './dom.ts';
import { languageIn } from './words.ts';

/** Each area of labels has a letter beside its colour, so that nothing is told by colour alone. */
const AREAS: Readonly<Record<string, readonly [string, string]>> = {
  body: ['T', 'text of the article'],
  meta: ['M', 'about the article'],
  media: ['P', 'picture'],
  nav: ['N', 'navigation'],
  ui: ['U', 'page furniture'],
  promo: ['A', 'promotion'],
  related: ['R', 'other articles'],
  dup: ['D', 'said twice'],
  footer: ['F', 'footer'],
  other: ['O', 'nothing of it'],
};
const KEPT = ['body', 'meta', 'media'];

export function cleanText({ body, media, language }: ArticleRecord): HTMLElement {
  const tags = { p: 'p', h2: 'h3', quote: 'blockquote', list: 'p' } as const;
  const lang = languageIn(language);
  const paragraphs = body.map(({ text, role }) => h(tags[role], spoken(lang), text));
  const captions = media.flatMap(({ caption }) =>
    caption === null ? [] : [h('p', { class: 'caption', ...spoken(lang) }, caption)],
  );
  const empty = paragraphs.length === 0 ? h('p', { class: 'hint' }, 'There is no text on this page.') : null;
  return h(
    'div',
    { class: 'clean', tabindex: '0', role: 'region', 'aria-label': 'Clean text' },
    empty,
    ...paragraphs,
    ...captions,
  );
}

export function beside({ lines }: Explanation, clean: HTMLElement, language: string | null): HTMLElement {
  const list = h('ol', { class: 'lines' }, ...lines.map((one) => line(one, language)));
  light(list, clean);
  return h('div', {}, legend(lines), list);
}

function legend(lines: readonly ExplainedLine[]): HTMLElement {
  const counts = new Map<string, number>();
  for (const { label } of lines) counts.set(areaOf(label), (counts.get(areaOf(label)) ?? 0) + 1);
  const items = [...counts].map(([area, count]) =>
    h('li', {}, letter(area), `${AREAS[area]?.[1] ?? area}, ${count === 1 ? '1 line' : `${count} lines`}`),
  );
  return h('ul', { class: 'areas', 'aria-label': 'Labels' }, ...items);
}

function line({ line: number, label, pieces }: ExplainedLine, language: string | null): HTMLElement {
  const area = areaOf(label);
  const parts = pieces.flatMap(({ text, why, label: own }) => [
    h('p', { class: KEPT.includes(areaOf(own)) ? 'text' : 'text dropped', ...spoken(language) }, text),
    h('p', { class: 'why' }, h('b', {}, own), ` ${why}`),
  ]);
  return h(
    'li',
    { class: `line area-${area}` },
    h('span', { class: 'number' }, String(number)),
    letter(area),
    h('div', {}, ...parts),
  );
}

function letter(area: string): HTMLElement {
  return h('span', { class: `letter area-${area}`, 'aria-hidden': 'true' }, AREAS[area]?.[0] ?? '?');
}

function areaOf(label: string): string {
  return label.split('.')[0] ?? label;
}

/** The clean paragraph and the raw line with the same text, by their words: dashes and blanks may differ. */
function light(list: HTMLElement, clean: HTMLElement): void {
  const raw = new Map([...list.querySelectorAll('.text')].map((text) => [wordsOf(text), text.closest('.line')]));
  for (const paragraph of clean.children) {
    const own = raw.get(wordsOf(paragraph));
    if (own == null) continue;
    for (const [one, other] of [
      [paragraph, own],
      [own, paragraph],
    ] as const) {
      one.addEventListener('pointerenter', () => other.classList.add('lit'));
      one.addEventListener('pointerleave', () => other.classList.remove('lit'));
    }
  }
}

function wordsOf({ textContent }: Element): string {
  return (textContent ?? '').replace(/[^\p{L}\p{N}]+/gu, '');
}
