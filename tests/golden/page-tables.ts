/**
 * Small documents, by the names of their tables. In: their source, or one whose scores or labels are given. Out: what each block is and why,
 * and every field with its evidence and what lost.
 */
import { readDocument } from '../../shared/core/article.ts';
import { NO_HINTS, NO_PROFILE } from '../../shared/core/document.ts';
import { type Explanation, explain } from '../../shared/core/explain.ts';
import { composeArticle } from '../../shared/core/fields/compose.ts';
import { htmlPage } from '../../shared/core/html/page.ts';
import { openDocument } from '../../shared/core/intake/open.ts';
import { labelPage } from '../../shared/core/label/labeller.ts';
import type { LabelledBlock } from '../../shared/core/label.ts';
import type { Article } from '../../shared/core/record.ts';
import { newColumns } from '../../shared/core/score/columns.ts';
import { pageFacts } from '../../shared/core/score/facts.ts';
import { firstFeatures, secondFeatures } from '../../shared/core/score/features.ts';
import { scrapePage } from '../../shared/core/scrape.ts';
import { labelledLines, scoredLines, scoredMarkup } from './given.ts';
import { blockPlace, offerLine } from './reading-text.ts';
import { shown } from './shown.ts';

type Reader = (source: string) => readonly string[];

function opened(source: string, contentType: string) {
  const name = contentType === 'text/html' ? 'page.html' : contentType === 'text/markdown' ? 'page.md' : 'scrape.txt';
  return openDocument(Buffer.from(source), { contentType, contentEncoding: null, name });
}

/** The whole way, the model's included. */
function whole(contentType: string): Reader {
  return (source) => {
    const reading = readDocument(opened(source, contentType), NO_HINTS, NO_PROFILE);
    return [...reading.labelled.map(labelLine), ...articleLines(reading.article, reading.labelled)];
  };
}

function labelLine({ block, label, reason }: LabelledBlock): string {
  return `${label}, ${reason.rule}: ${block.text}${/“.*”/.test(reason.text) ? ` (${reason.text})` : ''}`;
}

const ELSEWHERE = ['evidence', 'quality', 'body', 'media', 'wordCount', 'charCount', 'paragraphCount'];

function articleLines(article: Article, labelled: readonly LabelledBlock[]): readonly string[] {
  const { fields, quality } = explain({ article, labelled });
  const told = new Set([...fields.map(({ field }) => field), ...ELSEWHERE]);
  const rest = Object.entries(article).filter(
    ([field, value]) => !told.has(field) && brief(value) !== '{}' && !isNothing(value),
  );
  const { wordCount, charCount, paragraphCount } = article;
  return [
    ...fields.flatMap(fieldLines),
    ...rest.map(([field, value]) => `${field} ${brief(value)}`),
    `${wordCount} words, ${charCount} characters, ${paragraphCount} paragraphs`,
    ...article.body.map(({ role, text }) => `text ${role}: ${text}`),
    ...article.media.map((one) => `media ${brief(one)}`),
    ...quality.map(({ code, where, raw }) => `quality ${code}${where === null ? '' : ` from ${where}: ${shown(raw)}`}`),
  ];
}

function isNothing(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

/** What is null in an object says nothing. */
function brief(value: unknown): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return shown(value);
  return shown(Object.fromEntries(Object.entries(value).filter(([, part]) => !isNothing(part))));
}

function fieldLines({ field, value, where, rule, raw, lost }: Explanation['fields'][number]): readonly string[] {
  return [
    `${field} ${brief(value)} from ${where}, ${rule}, ${shown(raw)}`,
    ...lost.map((one) => `  not ${shown(one.value)} from ${one.where}`),
  ];
}

/** Each column of numbers that the model may look at, once for all blocks. */
function features(source: string): readonly string[] {
  const isPage = source.startsWith('<');
  const page = isPage
    ? htmlPage(opened(source, 'text/html'), { opinion: false })
    : scrapePage(opened(source, 'text/plain'));
  const facts = pageFacts(page);
  const columns = newColumns(null);
  firstFeatures(columns, facts);
  // What a first judgement would be, so that the columns of the second are seen without the model.
  if (isPage)
    secondFeatures(
      columns,
      facts,
      facts.prose.map((words) => Math.min(0.9, words / 30)),
    );
  return [...columns.values].map(
    ([name, values]) => `${name}: ${[...values].map((value) => +value.toFixed(4)).join(' ')}`,
  );
}

export const PAGE_TABLES: Readonly<Record<string, Reader>> = {
  scrapes: whole('text/plain'),
  pages: whole('text/html'),
  'labels-of-lines': (input) => {
    const { page, scores, profile } = scoredLines(input);
    return labelPage(page, scores, profile).map(labelLine);
  },
  'labels-of-markup': (input) => {
    const { page, scores, profile } = scoredMarkup(input);
    return labelPage(page, scores, profile).map(labelLine);
  },
  fields: (input) => {
    const { page, labelled, hints, profile } = labelledLines(input);
    return articleLines(composeArticle(page, labelled, hints, profile), labelled);
  },
  markup: (source) => {
    const { candidates, blocks, repairs } = htmlPage(opened(source, 'text/html'), { opinion: false });
    return [
      ...candidates.map(offerLine),
      ...blocks.flatMap((block) => [block.text, `  ${blockPlace(block)}`]),
      ...repairs,
    ];
  },
  lines: (source) => {
    const { candidates, blocks, repairs } = scrapePage(opened(source, 'text/plain'));
    return [
      ...candidates.map(offerLine),
      ...blocks.flatMap((block) => [block.text, `  ${blockPlace(block)}`]),
      ...repairs,
    ];
  },
  markdown: (source) => {
    const { candidates, blocks, repairs } = scrapePage(opened(source, 'text/markdown'));
    return [
      ...candidates.map(offerLine),
      ...blocks.flatMap((block) => [block.text, `  ${blockPlace(block)}`]),
      ...repairs,
    ];
  },
  features,
};
