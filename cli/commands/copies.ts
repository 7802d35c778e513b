/** `wirefold copies`: one article beside the other articles of its story, with a map of which paragraph stands where. */
import { type Direction, directionOf } from '../../shared/core/copies/direction.ts';
import { COPIES } from '../../shared/core/copies/kinship.ts';
import { alignParagraphs, type ParagraphMap } from '../../shared/core/copies/paragraph-map.ts';
import { recordFacts } from '../../shared/core/copy-direction.ts';
import type { ArticleRecord } from '../../shared/core/record.ts';
import { heldBack } from '../../shared/core/released.ts';
import { findArticle, type QueryPorts } from '../../shared/pipeline/query.ts';
import { type SharedPassage, sharedPassages } from '../../shared/pipeline/query-passages.ts';
import { type StoryPage, storyPage } from '../../shared/pipeline/story-page.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { goOnWith } from '../max-items.ts';
import { notThere } from '../not-there.ts';
import { marked } from '../output/held-back.ts';
import { paints } from '../output/paints.ts';
import { percent } from '../output/percent.ts';
import { safeJson, visible } from '../output/visible.ts';
import { shortened } from '../output/width.ts';
import { lineWriter } from '../output/writer.ts';

/** Texts of copies are read one by one; more than these nobody compares by eye. */
const MOST_COPIES = 20;

interface Copy {
  readonly record: ArticleRecord;
  /** From the article that was asked for (`inA`) to this one (`inB`). */
  readonly map: ParagraphMap;
  /** Which way the text went between the two. */
  readonly way: Direction;
}

export interface CopiesOptions {
  readonly json: boolean;
  /** Copies that are compared: twenty when not given. */
  readonly limit?: number | undefined;
  /** As a call before printed it. */
  readonly startingToken?: string | undefined;
}

export async function copies(id: string, options: CopiesOptions, ports: QueryPorts, io: Io): Promise<ExitCode> {
  const article = await findArticle(id, ports);
  if (article === null)
    throw await notThere(id, `There is no article ${id}. Ids begin with art_; see: wirefold list`, ports.table);
  const page = await storyPage(
    id,
    { limit: options.limit ?? MOST_COPIES, cursor: options.startingToken ?? null },
    { ...ports, except: id },
  );
  const found = await copiesOn(page, article, ports);
  const passages = await sharedPassages(id, ports, COPIES);
  const writer = lineWriter(io.stdout);
  const asJson = options.json || !io.stdoutIsTerminal;
  const lines = asJson
    ? [...found.map((copy) => safeJson(jsonOf(copy))), ...passages.map(passageJson)]
    : [...linesOf(article, found, restOf(page, options), io), ...passageLines(passages)];
  for (const line of lines) if (!(await writer.line(line))) break;
  if (page?.cursor) goOnWith(page.cursor, io);
  return EXIT.ok;
}

async function copiesOn(page: StoryPage | null, article: ArticleRecord, ports: QueryPorts): Promise<readonly Copy[]> {
  const found: Copy[] = [];
  for (const { articleId } of page?.items ?? []) {
    const record = await findArticle(articleId, ports);
    if (record === null) continue;
    const map = alignParagraphs(paragraphsOf(article), paragraphsOf(record));
    found.push({ record, map, way: directionOf(recordFacts(article), recordFacts(record)) });
  }
  return found;
}

/** Known on the first page only. */
function restOf(page: StoryPage | null, { startingToken }: CopiesOptions): number {
  if (page === null || page.cursor === null || startingToken !== undefined) return 0;
  return page.story.copies - 1 - page.items.length;
}

function paragraphsOf(record: ArticleRecord): readonly string[] {
  return record.body.map((part) => part.text);
}

/** Coverage in per cent, of the article that was asked for and of the copy. */
function jsonOf({ record, map: { entries, coverageA, coverageB }, way }: Copy) {
  const { id, headline, publisher, published, copyOf } = record;
  return {
    id,
    headline,
    publisher,
    published,
    copyOf,
    coverage: coverageA,
    coverageOfCopy: coverageB,
    direction: way,
    paragraphs: entries,
  };
}

function passageJson({ id, publisher, storyId, coverage, coverageOfOther }: SharedPassage): string {
  const [own, other] = [Math.round(100 * coverage), Math.round(100 * coverageOfOther)];
  return safeJson({ id, publisher, storyId, relation: 'partial', coverage: own, coverageOfCopy: other });
}

/** Most shared first. */
function passageLines(passages: readonly SharedPassage[]): readonly string[] {
  if (passages.length === 0) return [];
  const lines = passages.slice(0, MOST_COPIES).map(({ id, publisher, storyId, coverage, coverageOfOther }) => {
    const name = publisher === null ? id : `${visible(publisher)} (${id})`;
    return `  ${name}, ${storyId}: has ${percent(coverage)} of this article, which makes ${percent(coverageOfOther)} of its own text`;
  });
  return ['', 'Shares a passage with texts of other stories:', ...lines];
}

const LEGEND = '■ same   ▤ edited   ↕ the same elsewhere   · not there';

function linesOf(article: ArticleRecord, found: readonly Copy[], rest: number, io: Io): readonly string[] {
  const paint = paints(io.color);
  const name = ({ publisher, headline }: ArticleRecord) => visible(publisher?.name ?? headline ?? '(no headline)');
  const head = [
    paint.bold(visible(marked(article.headline ?? '(no headline)', heldBack(article, io.now().toISOString())))),
    article.publisher === null ? article.id : `${article.id}, ${name(article)}`,
    '',
  ];
  if (found.length === 0) return [...head, 'No other article carries this text.'];
  const columns = found.map(({ record, map, way }, at) => {
    const added = map.entries.filter((entry) => entry.kind === 'added').length;
    return `${letterOf(at)}  ${name(record)} (${record.id}): has ${map.coverageA} % of this article, which makes ${map.coverageB} % of its own text; ${['no paragraph is', '1 paragraph is'][added] ?? `${added} paragraphs are`} its own; ${wayInWords(way, article.id)}`;
  });
  const marks = article.body.map((part, at) => {
    const row = found.map(({ map }) => markOf(map, at)).join(' ');
    return `${row}  ${visible(shortened(part.text, Math.max(20, io.columns - row.length - 2)))}`;
  });
  return [
    ...head,
    ...columns,
    ...(rest > 0 ? [`and ${rest} more`] : []),
    '',
    found.map((_, at) => letterOf(at)).join(' '),
    ...marks,
    '',
    paint.dim(LEGEND),
  ];
}

/** `text of Associated Press; this article had it first` */
function wayInWords({ basis, provider, from }: Direction, ownId: string): string {
  const whose = provider === null ? [] : [`text of ${visible(provider)}`];
  const first = from === ownId ? 'this article had it first' : 'it had the text first';
  const order = from === null ? 'nobody knows which of the two was first' : first;
  return [...whose, basis === 'inferred' ? `${order}, by the dates` : order].join('; ');
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** More than there are letters nobody tells apart by eye. */
function letterOf(at: number): string {
  return LETTERS[at] ?? '*';
}

function markOf({ entries }: ParagraphMap, at: number): string {
  const entry = entries.find(({ inA }) => inA === at);
  if (entry === undefined || entry.kind === 'dropped') return '·';
  if (entry.kind === 'edited') return '▤';
  return entry.moved ? '↕' : '■';
}
