/** `wirefold list`: what is stored, newest first; or what was refused, removed or taken down. */
import type { ArticleFilter } from '../../shared/core/article-filter.ts';
import type { ArticleRecord } from '../../shared/core/record.ts';
import { heldBack } from '../../shared/core/released.ts';
import {
  listRejected,
  listRemoved,
  type Page,
  type QueryPorts,
  type RejectedObject,
  type RemovedObject,
} from '../../shared/pipeline/query.ts';
import { selectArticles } from '../../shared/pipeline/query-articles.ts';
import { listTakeDowns, type TakeDown } from '../../shared/pipeline/query-take-downs.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import type { ListedState } from '../listed-states.ts';
import { goOnWith } from '../max-items.ts';
import { ARTICLE_COLUMNS, articleRow } from '../output/articles.ts';
import { heldBackNote } from '../output/held-back.ts';
import { type Output, openOutput } from '../output/output.ts';
import type { Column } from '../output/table.ts';
import { daysOf, filterOf, refuseArticleFilters, type SelectionOptions } from '../selection.ts';

export interface ListOptions extends SelectionOptions {
  readonly limit: number;
  /** Short for `state: 'rejected'`. */
  readonly rejected: boolean;
  readonly state?: ListedState | undefined;
  /** As a list before printed it. */
  readonly startingToken?: string | undefined;
  readonly json: boolean;
}

const REJECTED_COLUMNS: readonly Column[] = [
  { title: 'Key', max: 60, flexible: true, keepEnd: true },
  { title: 'When', max: 16 },
  { title: 'Code', max: 30 },
  { title: 'Why', max: 100, flexible: true },
];

const TAKEN_DOWN_COLUMNS: readonly Column[] = [
  { title: 'When', max: 16 },
  { title: 'Id', max: 30 },
  { title: 'Taken back', max: 16 },
  { title: 'Reason', max: 100, flexible: true },
];

const REMOVED_COLUMNS: readonly Column[] = [
  { title: 'Key', max: 60, flexible: true, keepEnd: true },
  { title: 'When', max: 16 },
];

/** The store gives pages of at most this many. */
const PAGE = 100;
/** Pages that one call reads: a filter that passes next to nothing gives many short ones, and the token goes on from there. */
const MOST_PAGES = 200;

export async function list(options: ListOptions, ports: QueryPorts, io: Io): Promise<ExitCode> {
  const state = options.rejected ? 'rejected' : (options.state ?? 'stored');
  if (state !== 'stored') refuseArticleFilters(options, state);
  const days = daysOf(options);
  if (state === 'taken-down') {
    const output = openOutput<TakeDown>(TAKEN_DOWN_COLUMNS, takenDownRow, options, io);
    await copy((request) => listTakeDowns(request, ports), options, output, io);
  } else if (state === 'rejected') {
    const output = openOutput<RejectedObject>(REJECTED_COLUMNS, rejectedRow, options, io);
    await copy((request) => listRejected(request, ports, days), options, output, io);
  } else if (state === 'removed') {
    const output = openOutput<RemovedObject>(REMOVED_COLUMNS, removedRow, options, io);
    await copy((request) => listRemoved(request, ports, days), options, output, io);
  } else {
    await listArticles(filterOf(options), options, ports, io);
  }
  return EXIT.ok;
}

/** The owner sees all of them: what others may not see is marked, and counted. */
async function listArticles(filter: ArticleFilter, options: ListOptions, ports: QueryPorts, io: Io): Promise<void> {
  const now = io.now().toISOString();
  const output = openOutput<ArticleRecord>(ARTICLE_COLUMNS, (record) => articleRow(record, now), options, io);
  let held = 0;
  const counting: Output<ArticleRecord> = {
    item(record) {
      if (heldBack(record, now) !== null) held += 1;
      return output.item(record);
    },
    end: () => output.end(),
  };
  await copy((request) => selectArticles(filter, request, ports), options, counting, io);
  if (held > 0) io.stderr.write(`${heldBackNote(held)}\n`);
}

function takenDownRow({ at, articleId, reason, lifted }: TakeDown): readonly string[] {
  const back = lifted === null ? '-' : lifted.at.slice(0, 16).replace('T', ' ');
  return [at.slice(0, 16).replace('T', ' '), articleId, back, reason];
}

function rejectedRow({ key, changedAt, code, message }: RejectedObject): readonly string[] {
  return [key, changedAt.slice(0, 16).replace('T', ' '), code, message];
}

function removedRow({ key, at }: RemovedObject): readonly string[] {
  return [key, at.slice(0, 16).replace('T', ' ')];
}

type NextPage<T> = (request: { readonly limit: number; readonly cursor: string | null }) => Promise<Page<T>>;

async function copy<T>(next: NextPage<T>, options: ListOptions, output: Output<T>, io: Io): Promise<void> {
  let cursor: string | null = options.startingToken ?? null;
  let left = options.limit;
  for (let pages = 0; pages < MOST_PAGES && left > 0; pages += 1) {
    const page: Page<T> = await next({ limit: Math.min(PAGE, left), cursor });
    for (const item of page.items) if (!(await output.item(item))) return;
    left -= page.items.length;
    cursor = page.cursor;
    if (cursor === null) break;
  }
  await output.end();
  if (cursor !== null) goOnWith(cursor, io);
}
