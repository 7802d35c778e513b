/**
 * `wirefold replay --dry-run`: what a replay by this machine's extractor would change. In: which objects. Out: which records would
 * change, in which fields, with the words of a few. Promise: nothing is sent and nothing is written.
 */
import { availableParallelism } from 'node:os';
import { revisionOf } from '../../shared/core/copies/revision.ts';
import type { ArticleRecord } from '../../shared/core/record.ts';
import { type Job, type MemberPorts, memberJobs } from '../../shared/pipeline/compare-members.ts';
import { type Comparison, compareReading } from '../../shared/pipeline/compare-reading.ts';
import { type Candidate, type ReplayablePorts, replayable, type Selection } from '../../shared/pipeline/replayable.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { failureInWords } from '../failure.ts';
import type { Io } from '../io.ts';
import { inOrder } from '../ordered.ts';
import { counter } from '../output/counter.ts';
import { paints } from '../output/paints.ts';
import { revisionLines, TEXT_COLUMNS } from '../output/revision.ts';
import { safeJson, visible } from '../output/visible.ts';
import { lineWriter } from '../output/writer.ts';
import { patiently } from '../patiently.ts';
import { type ReplayFacts, selectionOf } from './replay.ts';

export interface DryOptions extends ReplayFacts {
  readonly examples: number;
  readonly json: boolean;
}

type Wanted = Candidate & { readonly kind: 'wanted' };
type Changed = Comparison & { readonly kind: 'changed' };
type Result = Comparison | { readonly kind: 'failed'; readonly key: string; readonly why: string };

/** Counts by what happened, and by what changed. */
interface Sum {
  readonly kinds: Map<Result['kind'], number>;
  readonly changes: Map<string, number>;
}

export async function replayDry(options: DryOptions, ports: ReplayablePorts & MemberPorts, io: Io): Promise<ExitCode> {
  const writer = lineWriter(io.stdout);
  const line = counter(io);
  const asJson = options.json || !io.stdoutIsTerminal;
  const sum: Sum = { kinds: new Map(), changes: new Map() };
  let examples = options.examples;
  const rows = wantedRows(selectionOf(options), options.limit ?? Number.POSITIVE_INFINITY, ports);
  for await (const result of inOrder(jobsOf(rows, ports), availableParallelism() + 1, attempt)) {
    countIn(sum, result);
    line.show(`${count(sum)} read, ${sum.kinds.get('changed') ?? 0} would change …`);
    if (result.kind === 'failed') line.note(`${result.key}: ${result.why}`);
    if (result.kind !== 'changed') continue;
    const lines = asJson ? [safeJson(changeJson(result))] : examples > 0 ? exampleLines(result, io) : [];
    examples -= 1;
    for (const text of lines) if (!(await writer.line(text))) return EXIT.ok;
  }
  line.stop();
  for (const text of asJson ? [safeJson(sumJson(sum))] : sumLines(sum)) await writer.line(text);
  return sum.kinds.has('failed') ? EXIT.someFailed : EXIT.ok;
}

async function* wantedRows(selection: Selection, limit: number, ports: ReplayablePorts): AsyncGenerator<Wanted> {
  let left = limit;
  for await (const candidate of replayable(selection, ports)) {
    if (candidate.kind !== 'wanted') continue;
    yield candidate;
    left -= 1;
    if (left <= 0) return;
  }
}

interface Named {
  readonly key: string;
  readonly compare: Job;
}

/** Each object, and behind a container its members. */
async function* jobsOf(rows: AsyncIterable<Wanted>, ports: MemberPorts): AsyncGenerator<Named> {
  for await (const { key, row, item } of rows) {
    yield { key, compare: () => compareReading(row, ports) };
    try {
      for await (const compare of memberJobs(item, ports)) yield { key, compare };
    } catch (error) {
      yield { key, compare: () => Promise.reject(error) };
    }
  }
}

async function attempt({ key, compare }: Named): Promise<Result> {
  try {
    return await patiently(compare);
  } catch (error) {
    return { kind: 'failed', key, why: failureInWords(error) };
  }
}

function countIn({ kinds, changes }: Sum, result: Result): void {
  kinds.set(result.kind, (kinds.get(result.kind) ?? 0) + 1);
  if (result.kind !== 'changed') return;
  const { from, to, fields } = result;
  for (const change of from === to ? fields : [`${from} -> ${to}`]) changes.set(change, (changes.get(change) ?? 0) + 1);
}

function count({ kinds }: Sum): number {
  return [...kinds.values()].reduce((total, one) => total + one, 0);
}

function changeJson({ key, from, to, fields, before, after }: Changed): unknown {
  return { kind: 'change', key, id: (before ?? after)?.id ?? null, from, to, fields, revision: words(before, after) };
}

function words(before: ArticleRecord | null, after: ArticleRecord | null) {
  if (before === null || after === null) return null;
  const revision = revisionOf(wordsOf(before), wordsOf(after));
  const paragraphs = revision.paragraphs.filter(({ kind, moved }) => kind !== 'identical' || moved);
  return paragraphs.length === 0 && !revision.headline.some(({ kind }) => kind !== 'same')
    ? null
    : { ...revision, paragraphs };
}

function wordsOf({ headline, body }: ArticleRecord) {
  return { headline, paragraphs: body.map((part) => part.text) };
}

function exampleLines(change: Changed, io: Io): readonly string[] {
  const { key, from, to, fields, before, after } = change;
  const what = from === to ? fields.join(', ') : `${from} -> ${to}`;
  const revision = words(before, after);
  const columns = Math.min(io.columns, TEXT_COLUMNS);
  return [
    visible(`${key}: ${what}`),
    ...fields
      .filter((field) => field !== 'body' && field !== 'headline')
      .map((field) => visible(valuesOf(field, change))),
    ...(revision === null ? [] : revisionLines(revision, columns, paints(io.color))),
    '',
  ];
}

/** Longer values are no help on a terminal: `--json` has the names of all fields, and the records can be asked for. */
const VALUE_CHARS = 120;

function valuesOf(field: string, { before, after }: Changed): string {
  const [old, young] = [before, after].map((record) => JSON.stringify(valueAt(record, field)) ?? 'nothing');
  return `  ${field}: ${old?.slice(0, VALUE_CHARS)} -> ${young?.slice(0, VALUE_CHARS)}`;
}

function valueAt(record: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => {
    return typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined;
  }, record);
}

function sumJson(sum: Sum): unknown {
  const of = (kind: Result['kind']) => sum.kinds.get(kind) ?? 0;
  const totals = { read: count(sum), changed: of('changed'), same: of('same'), gone: of('gone'), failed: of('failed') };
  return { kind: 'summary', ...totals, fields: Object.fromEntries(byCount(sum)) };
}

function sumLines(sum: Sum): readonly string[] {
  const of = (kind: Result['kind']) => sum.kinds.get(kind) ?? 0;
  const gone = of('gone') === 0 ? '' : `, ${of('gone')} have no bytes any more`;
  const failed = of('failed') === 0 ? '' : `, ${of('failed')} could not be read`;
  return [
    `${of('changed')} of ${count(sum)} would change${gone}${failed}.`,
    ...byCount(sum).map(([change, times]) => visible(`${String(times).padStart(7)}  ${change}`)),
  ];
}

function byCount({ changes }: Sum): readonly (readonly [string, number])[] {
  return [...changes].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
}
