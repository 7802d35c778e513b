/**
 * `wirefold group`: articles in as JSON Lines, the story and the event of each out. Promise: order of the input; no store is touched;
 * the same articles in another order give the same groups.
 */
import { type ArticleText, type GroupedArticles, groupArticles } from '../../shared/core/copies/group-articles.ts';
import { type EventArticle, groupEvents } from '../../shared/core/event/group-events.ts';
import { guessLanguage } from '../../shared/core/fields/language.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { failureInWords } from '../failure.ts';
import { type GroupableArticle, readGroupLine } from '../grouped-article.ts';
import type { Io } from '../io.ts';
import { linesOf } from '../lines.ts';
import { openOutput } from '../output/output.ts';
import type { Column } from '../output/table.ts';

export interface GroupOptions {
  readonly json: boolean;
  readonly counts: boolean;
}

interface Grouped {
  readonly id: string;
  readonly storyId: string;
  readonly eventId: string;
}

const COLUMNS: readonly Column[] = [
  { title: 'Id', max: 40 },
  { title: 'Story', max: 30 },
  { title: 'Event', max: 30 },
];

export async function group(path: string, options: GroupOptions, io: Io): Promise<ExitCode> {
  const { articles, failed } = await readArticles(path, io);
  const grouped = groupArticles(articles.map(({ id, paragraphs }): ArticleText => ({ id, paragraphs })));
  const events = groupEvents(articles.map((article) => eventArticle(article, grouped.storyOf)));
  const output = openOutput<Grouped>(COLUMNS, ({ id, storyId, eventId }) => [id, storyId, eventId], options, io);
  for (const { id } of articles) {
    const storyId = grouped.storyOf.get(id) ?? id;
    if (!(await output.item({ id, storyId, eventId: events.get(id) ?? storyId }))) break;
  }
  await output.end();
  if (options.counts) io.stderr.write(countsLine(articles.length, grouped));
  return failed ? EXIT.someFailed : EXIT.ok;
}

function eventArticle(
  { id, title, paragraphs, published }: GroupableArticle,
  storyOf: ReadonlyMap<string, string>,
): EventArticle {
  const language = guessLanguage(paragraphs.join(' '));
  return { id, storyId: storyOf.get(id) ?? id, headline: title, paragraphs, language, published };
}

/** Everything that is asked of a store for these articles: what `group` costs, whatever the size of the store. */
function countsLine(articles: number, { texts, storyOf, counts }: GroupedArticles): string {
  const each = (count: number) => (count / Math.max(1, articles)).toFixed(2);
  return `${JSON.stringify({
    articles,
    texts,
    stories: new Set(storyOf.values()).size,
    keyWritesPerArticle: each(counts.keysWritten),
    candidateReadsPerArticle: each(counts.linked),
    verificationsPerArticle: each(counts.compared),
    links: counts.linked,
  })}\n`;
}

/** Dates that cannot be read are told one by one up to so many: an export with another calendar has them in every line. */
const MOST_NOTES = 20;

/** A line that is no article is told and left out; so is the second of two articles with one id, for the answer is by id. */
async function readArticles(path: string, io: Io) {
  const articles = new Map<string, { readonly line: number; readonly article: GroupableArticle }>();
  let [line, failed, undated] = [0, false, 0];
  const say = (what: string) => void io.stderr.write(`${path}${what}\n`);
  try {
    for await (const text of linesOf(path, io.base, io.stdin)) {
      line += 1;
      if (text.trim() === '') continue;
      const { article, complaint } = readGroupLine(text);
      const twin = article === null ? undefined : articles.get(article.id);
      if (article !== null && complaint !== null) undated += 1;
      if (complaint !== null && (article === null || undated <= MOST_NOTES)) say(`:${line}: ${complaint}`);
      if (twin !== undefined)
        say(`:${line}: line ${twin.line} has an article with this id already: each needs its own`);
      if (article === null || twin !== undefined) failed = true;
      else articles.set(article.id, { line, article });
    }
  } catch (error) {
    failed = true;
    say(`: ${failureInWords(error)}`);
  }
  if (undated > MOST_NOTES) say(`: and ${undated - MOST_NOTES} more dates that cannot be read`);
  return { articles: [...articles.values()].map(({ article }) => article), failed };
}
