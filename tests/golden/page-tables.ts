/**
 * Small documents, by the names of their tables. In: their source, or one whose scores or labels are given. Out: what each block is and why,
 * and every field with its evidence and what lost.
 */
import { readDocument } from '../../shared/core/article.ts';
import { NO_HINTS, NO_PROFILE } from '../../shared/core/document.ts';
import { composeArticle } from '../../shared/core/fields/compose.ts';
import { siteNames } from '../../shared/core/fields/site-names.ts';
import { bareTitle } from '../../shared/core/fields/titles.ts';
import { htmlPage } from '../../shared/core/html/page.ts';
import { openDocument } from '../../shared/core/intake/open.ts';
import { startDraft } from '../../shared/core/label/draft.ts';
import { headlineCandidates, worthOf } from '../../shared/core/label/headline-words.ts';
import { labelPage } from '../../shared/core/label/labeller.ts';
import { newColumns } from '../../shared/core/score/columns.ts';
import { pageFacts } from '../../shared/core/score/facts.ts';
import { firstFeatures, secondFeatures } from '../../shared/core/score/features.ts';
import { scrapePage } from '../../shared/core/scrape.ts';
import { labelWithSecondLook } from '../../shared/core/second-look.ts';
import { articleLines, labelLine } from './article-lines.ts';
import { labelledLines, scoredLines, scoredMarkup } from './given.ts';
import { lineWords } from './line-words.ts';
import { blockPlace, offerLine } from './reading-text.ts';
import { shown } from './shown.ts';
import { weighed, weights } from './weights.ts';

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

/** Labels are given, so that one field can be seen at work. */
function fields(input: string): readonly string[] {
  const given = labelledLines(input);
  const { page, labelled, hints, profile } = given;
  return [...articleLines(composeArticle(page, labelled, hints, profile), labelled), ...weights(given)];
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
  'fields-authors': fields,
  'fields-dates': fields,
  'fields-headlines': fields,
  'fields-kinds': fields,
  'fields-notes': fields,
  'fields-publishers': fields,
  'fields-texts': fields,
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
  'line-words': lineWords,
  'site-names': siteLines,
  headlines: (input) => headlineLines(scoredLines(input)),
  'headlines-of-markup': (input) => headlineLines(scoredMarkup(input)),
};
