/**
 * `wirefold failed`: what was given up on and why; with --retry, all of it back to work. Promise: listing takes nothing away; a
 * retry loses nothing, whenever it is broken off.
 */
import { type DeadLetter, type DeadLetterPorts, deadLetters } from '../../shared/pipeline/dead-letters.ts';
import type { Queues } from '../../shared/pipeline/queue-ports.ts';
import { discard, type Redriven, type RedrivePorts, redrive } from '../../shared/pipeline/redrive.ts';
import { EXIT, type ExitCode, Stop } from '../exit.ts';
import type { Io } from '../io.ts';
import { openOutput } from '../output/output.ts';
import type { Column } from '../output/table.ts';

export interface FailedOptions {
  readonly limit: number;
  readonly json: boolean;
}

/** A letter in words that fit a line. */
interface Told {
  readonly queue: 'uploads' | 'stream';
  readonly id: string;
  /** Keys in the bucket, or rows of the table. */
  readonly what: readonly string[];
  /** How often it was tried; null when nobody counted. */
  readonly tries: number | null;
  /** When it was last tried, as far as that was noted, else when it was given up. */
  readonly at: string;
  /** Name of the error; null when none was noted. */
  readonly error: string | null;
  readonly reason: string;
}

const COLUMNS: readonly Column[] = [
  { title: 'Queue', max: 8 },
  { title: 'What', max: 60, flexible: true, keepEnd: true },
  { title: 'Tries', max: 5 },
  { title: 'When', max: 16 },
  { title: 'Why', max: 100, flexible: true },
  { title: 'Letter', max: 36 },
];

export async function failed(options: FailedOptions, ports: DeadLetterPorts, io: Io): Promise<ExitCode> {
  const output = openOutput<Told>(COLUMNS, row, options, io);
  let shown = 0;
  for await (const letter of deadLetters(options.limit, ports)) {
    shown += 1;
    if (!(await output.item(toldOf(letter)))) return EXIT.ok;
  }
  await output.end();
  const all = (await ports.queues.uploads.count()) + (await ports.queues.stream.count());
  if (all > shown)
    say(io, `${all - shown} more: see --limit. Somebody else who looks at them hides them for a minute.`);
  if (shown > 0) say(io, 'When the cause is mended: wirefold failed --retry');
  return EXIT.ok;
}

export async function retry(options: FailedOptions, ports: RedrivePorts, io: Io): Promise<ExitCode> {
  const output = openOutput<Told & { readonly outcome: Redriven['outcome'] }>(
    [{ title: 'Outcome', max: 8 }, ...COLUMNS],
    (told) => [told.outcome, ...row(told)],
    options,
    io,
  );
  const kept: string[] = [];
  let done = 0;
  for await (const { letter, outcome } of redrive(options.limit, ports)) {
    if (outcome === 'kept') kept.push(letter.id);
    else done += 1;
    // Who stops reading has not asked to stop the work.
    await output.item({ ...toldOf(letter), outcome });
  }
  await output.end();
  say(io, `${done} back to work.${done === 0 ? '' : ' What fails again is listed again: wirefold failed'}`);
  if (kept.length > 0) say(io, unknownRows(kept));
  return kept.length === 0 ? EXIT.ok : EXIT.someFailed;
}

export async function remove(ids: readonly string[], queues: Queues, io: Io): Promise<ExitCode> {
  const gone = await discard(ids, queues);
  say(io, `${gone.length} of ${ids.length} removed from the dead letters.`);
  const missing = ids.filter((id) => !gone.includes(id));
  if (missing.length > 0) throw new Stop(EXIT.notFound, `No dead letter has the id ${missing.join(', ')}`);
  return EXIT.ok;
}

function say(io: Io, line: string): void {
  io.stderr.write(`${line}\n`);
}

function unknownRows(ids: readonly string[]): string {
  return `${ids.length} kept: the function ended before it could note which rows they are about. Derive all rows again with wirefold replay --touch, then: wirefold failed --remove ${ids.join(' ')}`;
}

function row({ queue, what, tries, at, error, reason, id }: Told): readonly string[] {
  const why = error === null ? reason : `${error}: ${reason}`;
  return [queue, what.join(', ') || '-', String(tries ?? '-'), at.slice(0, 16).replace('T', ' '), why, id];
}

const NO_NOTE =
  'The function ended before it could say why: time, memory, or no right to the table. Its log knows more';

function toldOf(letter: DeadLetter): Told {
  const { id, at } = letter;
  if (letter.kind === 'upload') {
    const { keys: what, note } = letter;
    const known = { error: note?.error ?? null, reason: note?.reason ?? NO_NOTE };
    return { queue: 'uploads', id, what, tries: note?.receives ?? null, at: note?.at ?? at, ...known };
  }
  const { notes, letter: given } = letter;
  const last = notes.at(-1);
  const what = notes.map(({ row: { pk, sk } }) => `${pk} ${sk}`);
  const known = { error: last?.error ?? null, reason: last?.reason ?? NO_NOTE };
  return { queue: 'stream', id, what, tries: given?.tries ?? null, at: last?.at ?? at, ...known };
}
