/**
 * Small documents, by the names of their tables. In: their source, or one whose scores or labels are given. Out: what each block is and why,
 * and every field with its evidence and what lost.
 */
import { readDocument } from '../../shared/core/article.ts';
import { NO_HINTS, NO_PROFILE } from '../../shared/core/document.ts';
import { type Explanation, explain } from '../../shared/core/explain.ts';
import { metadataLists } from '../../shared/core/fields/author-lists.ts';
import { readBody } from '../../shared/core/fields/body.ts';
import { composeArticle } from '../../shared/core/fields/compose.ts';
import { dateOffers } from '../../shared/core/fields/date-offers.ts';
import { lazyFacts } from '../../shared/core/fields/facts-lines.ts';
import { chooseHeadline } from '../../shared/core/fields/headline.ts';
import { readLanguage } from '../../shared/core/fields/language.ts';
import { printedByline } from '../../shared/core/fields/printed-byline.ts';
import { selfReferences } from '../../shared/core/fields/self-reference.ts';
import { siteNames } from '../../shared/core/fields/site-names.ts';
import { sourcesOf } from '../../shared/core/fields/sources.ts';
import { dateContext, surroundingsOf } from '../../shared/core/fields/surroundings.ts';
import { bareTitle } from '../../shared/core/fields/titles.ts';
import { htmlPage } from '../../shared/core/html/page.ts';
import { openDocument } from '../../shared/core/intake/open.ts';
import { startDraft } from '../../shared/core/label/draft.ts';
import { headlineCandidates, worthOf } from '../../shared/core/label/headline-words.ts';
import { labelPage } from '../../shared/core/label/labeller.ts';
import type { LabelledBlock } from '../../shared/core/label.ts';
import type { Article } from '../../shared/core/record.ts';
import { newColumns } from '../../shared/core/score/columns.ts';
import { pageFacts } from '../../shared/core/score/facts.ts';
import { firstFeatures, secondFeatures } from '../../shared/core/score/features.ts';
import { scrapePage } from '../../shared/core/scrape.ts';
import { labelWithSecondLook } from '../../shared/core/second-look.ts';
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
    ...quality.map(({ code, where, why, raw }) =>
      where === null ? `quality ${code}` : `quality ${code} from ${where}: ${shown(raw)}. ${why}`,
    ),
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

/** `opinion: text` is a paragraph of what the second opinion takes for the article; without one it has none. */
function secondLook(input: string): readonly string[] {
  const { page, scores, profile } = scoredMarkup(input.replace(/^opinion: .*\n/gm, ''));
  const paragraphs = [...input.matchAll(/^opinion: (.*)$/gm)].flatMap(([, text]) => (text === undefined ? [] : [text]));
  const left: string[] = [];
  const { labelled } = labelWithSecondLook(page, scores, profile, (leaveOut) => {
    left.push(`asked without ${shown([...leaveOut].map(({ tag }) => tag))}`);
    return paragraphs.length === 0 ? page : { ...page, opinion: { paragraphs, headline: null, byline: null } };
  });
  return [...left, ...labelled.map(labelLine)];
}

/** What each offer weighs, so that a choice is seen to be made for its reason. */
function weights({ page, labelled, hints, profile }: ReturnType<typeof labelledLines>): readonly string[] {
  const sources = sourcesOf(page, labelled, hints, profile);
  const body = readBody(sources).value.parts.map(({ text }) => text);
  const around = surroundingsOf(sources, readLanguage(sources, body, null).value);
  const context = dateContext(around);
  const facts = lazyFacts(sources, context);
  const printed = printedByline(sources, around.language, facts);
  const dates = (['published', 'modified'] as const).flatMap((field) =>
    dateOffers(sources, field, context, facts).map((offer) => ({ ...offer, field })),
  );
  return [
    ...(chooseHeadline(page.candidates, null, sources.site)?.lost ?? []).map(({ text, weight, kind }) => {
      return `weighs ${weighed(weight)}: ${kind} ${shown(text)}`;
    }),
    ...metadataLists(sources, around.language, printed?.byline.names ?? []).map(({ names, where, weight }) => {
      return `weighs ${weighed(weight)}: ${where} ${shown(names.map(({ name }) => name))}`;
    }),
    ...dates.map(({ field, where, weight, raw }) => `weighs ${weighed(weight)}: ${field} ${where} ${shown(raw)}`),
    ...(printed === null ? [] : [`printed ${shown({ ...printed, byline: printed.byline.text })}`]),
    ...selfReferences(labelled).map(({ name, where, count }) => `names itself ${shown(name)} ${where} ${count}`),
  ];
}

function weighed(weight: number): string {
  return String(+weight.toFixed(4));
}

/** `is Harbour News` asks whether that is the site's name, `title River | Harbour` what is left of a title. */
function siteLines(input: string): readonly string[] {
  const { page } = labelledLines(input);
  const asked = input.split('\n');
  const [headline = null] = asked.flatMap((line) => (line.startsWith('headline ') ? [line.slice(9)] : []));
  const site = siteNames(page.candidates, headline);
  return asked.flatMap((line) => {
    if (line.startsWith('is ')) return [`${line}: ${site.isSite(line.slice(3)) ? 'yes' : 'no'}`];
    return line.startsWith('title ') ? [shown(bareTitle(line.slice(6), site))] : [];
  });
}

/** Every line that may be the headline, with all that is said of it. */
function headlineLines({ page, scores, profile }: ReturnType<typeof scoredLines>): readonly string[] {
  return headlineCandidates(startDraft(page, scores, profile)).flatMap(({ line, traits, until }) => {
    const told = traits.flatMap((group) => Object.entries(group).filter(([, value]) => value !== 0));
    return [
      `${weighed(worthOf(traits))}, text from ${until}: ${line.text}`,
      `  ${told.map(([name, value]) => (value === 1 ? name : `${name} ${weighed(value)}`)).join(', ')}`,
    ];
  });
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
  'second-looks': secondLook,
  fields: (input) => {
    const given = labelledLines(input);
    const { page, labelled, hints, profile } = given;
    return [...articleLines(composeArticle(page, labelled, hints, profile), labelled), ...weights(given)];
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
  'site-names': siteLines,
  headlines: (input) => headlineLines(scoredLines(input)),
  'headlines-of-markup': (input) => headlineLines(scoredMarkup(input)),
};
