/** `wirefold export`: articles in a format that others read, to standard output, a file or a folder. Promise: nothing withheld leaves that was not asked for. */
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { About } from '../../shared/core/exports/format.ts';
import { urnOf } from '../../shared/core/exports/uris.ts';
import type { ArticleRecord } from '../../shared/core/record.ts';
import { isReleased } from '../../shared/core/released.ts';
import { shortHash } from '../../shared/core/short-hash.ts';
import { concealing } from '../../shared/pipeline/conceal.ts';
import type { QueryPorts } from '../../shared/pipeline/query.ts';
import { articlesBy, articlesOf } from '../../shared/pipeline/select-articles.ts';
import { EXIT, type ExitCode, Stop } from '../exit.ts';
import type { Io } from '../io.ts';
import { type Encoding, type EncodingName, encodingOf } from '../output/encoding.ts';
import { visible } from '../output/visible.ts';
import { textWriter } from '../output/writer.ts';
import { filterOf, givenFilters, type SelectionOptions } from '../selection.ts';
import { writeChunks } from '../write-chunks.ts';
import { type Selection, selectedIds } from './export-selection.ts';

export interface ExportOptions extends Selection, SelectionOptions {
  readonly format: EncodingName;
  /** A file, or a folder for one file an article. */
  readonly out?: string | undefined;
  readonly title?: string | undefined;
  /** Also what is withheld, canceled or under embargo. */
  readonly withheld?: boolean | undefined;
}

export async function exportArticles(
  names: readonly string[],
  options: ExportOptions,
  ports: QueryPorts,
  io: Io,
): Promise<ExitCode> {
  if (options.format === 'parquet' && options.out === undefined && io.stdoutIsTerminal)
    throw new Stop(EXIT.usage, 'Parquet is not for terminals: name a file with --out articles.parquet, or pipe it');
  const about = aboutOf(names, options, io.now());
  const encoding = await encodingOf(options.format, about);
  const tally = { missing: 0, withheld: 0, exported: 0 };
  const say = (line: string) => io.stderr.write(`${visible(line)}\n`);
  const missing = (id: string) => {
    tally.missing += 1;
    say(`${id}: there is no such article (any more)`);
  };
  const filter = filterOf(options);
  const selected = isNamed(names, options)
    ? articlesOf(selectedIds(names, options, ports, io), ports, { filter, missing })
    : articlesBy(filter, ports);
  const told = about.heldBack === true ? selected : concealing(selected, about.at, ports);
  const records = counted(told, about, tally);
  const isOne = names.length === 1 && names[0]?.startsWith('art_') === true && !hasLists(options);
  await write(records, { encoding, isOne, out: options.out }, io);
  if (tally.withheld > 0) say(heldBackLine(tally.withheld, options.withheld === true));
  if (tally.missing === 0) return EXIT.ok;
  return tally.exported === 0 ? EXIT.notFound : EXIT.someFailed;
}

/** Filters choose among what is named; where nothing is, they choose among all articles. */
function isNamed(names: readonly string[], { story, event }: Selection): boolean {
  return names.length > 0 || story !== undefined || event !== undefined;
}

function hasLists({ story, event }: Selection): boolean {
  return story !== undefined || event !== undefined;
}

function heldBackLine(count: number, isAsked: boolean): string {
  if (isAsked) return `${count} of these are not to be published (withheld, canceled or under embargo)`;
  return `${count} left out: withheld, canceled or under embargo (your own copy of them: --withheld)`;
}

interface Target {
  readonly encoding: Encoding;
  /** One article was asked for by its id: the document is the article, no list. */
  readonly isOne: boolean;
  readonly out: string | undefined;
}

async function write(records: AsyncIterable<ArticleRecord>, target: Target, io: Io): Promise<void> {
  const { encoding, isOne, out } = target;
  const chunks = isOne ? documents(records, encoding) : encoding.list(records);
  if (out === undefined) {
    const writer = textWriter(io.stdout);
    for await (const chunk of chunks) if (!(await writer.text(chunk))) return;
    return;
  }
  const place = resolve(io.base, out);
  if (!out.endsWith('/') && !(await isFolder(place))) return writeChunks(place, chunks);
  await mkdir(place, { recursive: true });
  for await (const record of records) {
    const document = await encoding.one(record);
    // Ids are letters and digits, so they are file names.
    if (document !== null) await writeFile(join(place, `${record.id}.${encoding.extension}`), document);
  }
}

async function* documents(records: AsyncIterable<ArticleRecord>, encoding: Encoding) {
  for await (const record of records) yield (await encoding.one(record)) ?? '';
}

async function* counted(
  records: AsyncIterable<ArticleRecord>,
  { at, heldBack }: About,
  tally: { withheld: number; exported: number },
): AsyncGenerator<ArticleRecord> {
  for await (const record of records) {
    const isHeldBack = !isReleased(record, at);
    if (isHeldBack) tally.withheld += 1;
    if (!isHeldBack || heldBack === true) tally.exported += 1;
    yield record;
  }
}

/** The same question gives the same name, so that a feed reader knows the feed again. */
function aboutOf(names: readonly string[], options: ExportOptions, now: Date): About {
  const { story, event, title, withheld } = options;
  const ids = [...names, story, event].filter((part) => part !== undefined);
  const filters = givenFilters(options);
  const values = [...ids, ...filters.map(([, value]) => value)];
  if (values.length === 0) throw new Stop(EXIT.usage, NOTHING);
  const isPlain = values.length === 1 && filters.every(([name]) => name === 'day');
  const question = [...ids, ...filters.map((filter) => filter.join(' '))].join('\n');
  return {
    title: title ?? (values[0] === '-' ? 'Wirefold' : `Wirefold: ${values.join(', ').slice(0, TITLE_CHARS)}`),
    uri: urnOf('list', isPlain ? (values[0] ?? '') : shortHash(question)),
    at: now.toISOString(),
    heldBack: withheld,
  };
}

const NOTHING =
  'Nothing to export: name ids, --story or --event, or filters as for list (--day, --outlet …); - reads ids from standard input';
/** Of what was asked for; a list of ids may be long. */
const TITLE_CHARS = 120;

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    // What is not there yet becomes a file.
    return false;
  }
}
