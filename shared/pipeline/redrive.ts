/**
 * Dead letters back to work. In: how many at most. Out: what was done with each. Promise: a letter is removed only after what it
 * asks for has been asked again, so a crash repeats and loses nothing; doing it twice changes nothing.
 */
import { STORE_LIMITS } from '../core/store-limits.ts';
import { type DeadLetter, type DeadRecords, readRecords, readUpload, releaseAll } from './dead-letters.ts';
import type { Pace } from './pace.ts';
import type { Table } from './ports.ts';
import type { DeadLetters, Letter, Queues } from './queue-ports.ts';
import { touchRow } from './touch-row.ts';

export interface RedrivePorts {
  readonly queues: Queues;
  readonly table: Pick<Table, 'get' | 'query' | 'update'>;
  readonly pace: Pace;
  readonly nowMs: () => number;
}

export interface Redriven {
  readonly letter: DeadLetter;
  /** `kept`: nobody noted which rows it is about, so nobody can touch them. */
  readonly outcome: 'sent' | 'touched' | 'kept';
}

/** At most `limit` of each queue, and never more than were there at the start: what fails again at once is left for the next time. */
export async function* redrive(limit: number, ports: RedrivePorts): AsyncGenerator<Redriven> {
  const { queues } = ports;
  yield* each(queues.uploads, limit, (letters) => sendAgain(letters, ports));
  yield* each(queues.stream, limit, (letters) => touchAgain(letters, ports));
}

interface Worked {
  readonly done: readonly Redriven[];
  readonly kept: readonly Letter[];
}

async function* each(
  queue: DeadLetters,
  limit: number,
  work: (letters: readonly Letter[]) => Promise<Worked>,
): AsyncGenerator<Redriven> {
  const kept: Letter[] = [];
  let left = Math.min(limit, await queue.count());
  try {
    while (left > 0) {
      const letters = await queue.take(Math.min(STORE_LIMITS.sentAtOnce, left), STORE_LIMITS.letterHiddenS);
      if (letters.length === 0) return;
      left -= letters.length;
      const worked = await work(letters);
      kept.push(...worked.kept);
      yield* worked.done;
    }
  } finally {
    await releaseAll(queue, kept);
  }
}

async function sendAgain(letters: readonly Letter[], ports: RedrivePorts): Promise<Worked> {
  const { queues, table, pace } = ports;
  const read = await Promise.all(letters.map((letter) => readUpload(letter, table)));
  await pace.take(letters.length);
  await queues.incoming.send(letters.map(({ body }) => body));
  await queues.uploads.remove(letters);
  return { done: read.map((letter) => ({ letter, outcome: 'sent' as const })), kept: [] };
}

async function touchAgain(letters: readonly Letter[], ports: RedrivePorts): Promise<Worked> {
  const done: Redriven[] = [];
  const kept: Letter[] = [];
  for (const letter of letters) {
    const read = await readRecords(letter, ports.table);
    if (isWhole(read)) {
      await touchRows(read, ports);
      await ports.queues.stream.remove([letter]);
    } else kept.push(letter);
    done.push({ letter: read, outcome: isWhole(read) ? 'touched' : 'kept' });
  }
  return { done, kept };
}

/** Every record that the letter stands for was noted: none is forgotten with it. */
function isWhole({ letter, notes }: DeadRecords): boolean {
  return letter !== null && notes.length >= letter.records;
}

async function touchRows({ notes }: DeadRecords, { table, pace, nowMs }: RedrivePorts): Promise<void> {
  for (const { row, articleIds } of notes) {
    await pace.take(1);
    await touchRow(row, articleIds, nowMs(), table);
  }
}

/** Letters of either queue that nothing can be done about, by their ids. Gives those that were there. */
export async function discard(ids: readonly string[], { uploads, stream }: Queues): Promise<readonly string[]> {
  return [...(await discardFrom(uploads, ids)), ...(await discardFrom(stream, ids))];
}

async function discardFrom(queue: DeadLetters, ids: readonly string[]): Promise<readonly string[]> {
  const others: Letter[] = [];
  const found: Letter[] = [];
  try {
    while (found.length < ids.length) {
      const letters = await queue.take(STORE_LIMITS.sentAtOnce, STORE_LIMITS.letterHiddenS);
      if (letters.length === 0) break;
      const meant = letters.filter(({ id }) => ids.includes(id));
      await queue.remove(meant);
      found.push(...meant);
      others.push(...letters.filter(({ id }) => !ids.includes(id)));
    }
  } finally {
    await releaseAll(queue, others);
  }
  return found.map(({ id }) => id);
}
