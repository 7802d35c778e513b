/**
 * `wirefold group`: articles in as JSON Lines, the story and the event of each out. Promise: order of the input; no store is touched;
 * the same articles in another order give the same groups.
 */
import { z } from 'zod';
import { articleParagraphs } from '../../shared/core/copies/article-paragraphs.ts';
import { type ArticleText, type GroupedArticles, groupArticles } from '../../shared/core/copies/group-articles.ts';
import { type EventArticle, groupEvents } from '../../shared/core/event/group-events.ts';
import { guessLanguage } from '../../shared/core/fields/language.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { failureInWords } from '../failure.ts';
import type { Io } from '../io.ts';
import { linesOf } from '../lines.ts';
import { openOutput } from '../output/output.ts';
import type { Column } from '../output/table.ts';

const InputArticle = z
  .object({
    id: z.union([z.string().min(1), z.number().transform(String)]),
    title: z.string().nullish(),
    text: z.string().nullish(),
    /** Instead of `text`. */
    paras: z.array(z.string()).nullish(),
    /** Seconds. */
    ts: z.number().nullish(),
    date: z.string().nullish(),
    url: z.string().nullish(),
    outlet: z.string().nullish(),
  })
  .transform(({ text, paras, ...rest }) => ({
    ...rest,
    paragraphs: articleParagraphs(paras ?? (text ?? '').split('\n')),
  }));

export type GroupableArticle = z.infer<typeof InputArticle>;

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
  { id, title, paragraphs, ts, date }: GroupableArticle,
  storyOf: ReadonlyMap<string, string>,
): EventArticle {
  const at = ts === null || ts === undefined ? Date.parse(date ?? '') : ts * 1000;
  return {
    ...{ id, storyId: storyOf.get(id) ?? id, headline: title ?? null, paragraphs },
    language: guessLanguage(paragraphs.join(' ')),
    published: Number.isNaN(new Date(at).getTime()) ? null : new Date(at).toISOString(),
  };
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

/** A line that is no article is told and left out. */
async function readArticles(path: string, io: Io) {
  const articles: GroupableArticle[] = [];
  let [line, failed] = [0, false];
  const complain = (what: string) => {
    failed = true;
    io.stderr.write(`${path}${what}\n`);
  };
  try {
    for await (const text of linesOf(path, io.base, io.stdin)) {
      line += 1;
      if (text.trim() === '') continue;
      const article = readArticle(text);
      if (article === null) complain(`:${line}: this is no article: one JSON object with an id, and a text or paras`);
      else articles.push(article);
    }
  } catch (error) {
    complain(`: ${failureInWords(error)}`);
  }
  return { articles, failed };
}

function readArticle(text: string): GroupableArticle | null {
  try {
    return InputArticle.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
