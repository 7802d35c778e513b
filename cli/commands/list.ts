/** `wirefold list`: what is stored, newest first; or what was refused or taken down, and why. */
import type { ArticleRecord } from '../../shared/core/record.ts';
import type { QueryPorts } from '../../shared/pipeline/query.ts';
import { listArticles, listRejected, type Page, type RejectedObject } from '../../shared/pipeline/query.ts';
import { listTakeDowns, type TakeDown } from '../../shared/pipeline/query-take-downs.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { ARTICLE_COLUMNS, articleRow } from '../output/articles.ts';
import { type Output, openOutput } from '../output/output.ts';
import type { Column } from '../output/table.ts';

export interface ListOptions {
  readonly limit: number;
  readonly rejected: boolean;
  readonly takenDown?: boolean;
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

/** The store gives pages of at most this many. */
const PAGE = 100;

export async function list(options: ListOptions, ports: QueryPorts, io: Io): Promise<ExitCode> {
  if (options.takenDown === true) {
    const output = openOutput<TakeDown>(TAKEN_DOWN_COLUMNS, takenDownRow, options, io);
    await copy((request) => listTakeDowns(request, ports), options.limit, output);
  } else if (options.rejected) {
    const output = openOutput<RejectedObject>(REJECTED_COLUMNS, rejectedRow, options, io);
    await copy((request) => listRejected(request, ports), options.limit, output);
  } else {
    const output = openOutput<ArticleRecord>(ARTICLE_COLUMNS, articleRow, options, io);
    await copy((request) => listArticles(request, ports), options.limit, output);
  }
  return EXIT.ok;
}

function takenDownRow({ at, articleId, reason, lifted }: TakeDown): readonly string[] {
  const back = lifted === null ? '-' : lifted.at.slice(0, 16).replace('T', ' ');
  return [at.slice(0, 16).replace('T', ' '), articleId, back, reason];
}

function rejectedRow({ key, changedAt, code, message }: RejectedObject): readonly string[] {
  return [key, changedAt.slice(0, 16).replace('T', ' '), code, message];
}

type NextPage<T> = (request: { readonly limit: number; readonly cursor: string | null }) => Promise<Page<T>>;

async function copy<T>(next: NextPage<T>, limit: number, output: Output<T>): Promise<void> {
  let cursor: string | null = null;
  let left = limit;
  do {
    const page: Page<T> = await next({ limit: Math.min(PAGE, left), cursor });
    for (const item of page.items) if (!(await output.item(item))) return;
    left -= page.items.length;
    cursor = page.cursor;
  } while (cursor !== null && left > 0);
  await output.end();
}
