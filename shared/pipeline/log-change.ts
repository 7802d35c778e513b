/**
 * An article whose content may have changed in, an entry in the change log out. Promise: when everything is quiet, the last entry of
 * each article tells of the content that it has; a shard has no gaps; no entry stands twice.
 *
 * Why: the note says what is to be logged and at which place, before it is logged there. A place is free or taken once and for all:
 * whoever finds it free, its author or a helper, writes the same entry; whoever finds it taken by another moves the note on. A
 * place is asked for only after the one before it was seen, so there is no gap for a reader to miss. The head is read after the note,
 * and again after each write of a note: the last to write one has seen it agree with the head, and who changes a head later looks.
 * Turns are compared, not contents: a reader may have seen a content that was gone again before it could be logged. The end of an
 * embargo is a change too: an article that was last told of before it is told of again, once.
 */
import { LoggedChange, LogNote } from '../core/change-log.ts';
import { isEndUntold } from '../core/embargo.ts';
import { Head } from '../core/head.ts';
import { changeKey, changeShardOf, changesPk, headKey, logNoteKey } from '../core/keys.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import type { DerivePorts } from './derive.ts';
import type { Clock } from './ports.ts';

export interface LogPorts extends DerivePorts {
  readonly clock: Clock;
}

/** What this worker knows of the note; `isNew`: it has written it itself, so nobody is likely to have logged it yet. */
interface Known {
  readonly note: LogNote | null;
  readonly isNew: boolean;
}

export async function logChange(articleId: string, ports: LogPorts): Promise<void> {
  let known = await readNote(articleId, ports);
  for (let attempt = 1; attempt <= STORE_LIMITS.deriveAttempts; attempt += 1) {
    const { note } = known;
    if (note !== null && !(await isLogged(known, note, ports))) {
      await ports.pacing.pause(attempt);
      known = await writeNote(note, note.gen, ports);
      continue;
    }
    const item = await ports.table.get(headKey(articleId));
    const head = item === null ? null : Head.parse(item);
    // An article that was never there, or was seen in passing only, has nothing to tell.
    if (head === null || isTold(head, note, ports.clock)) return;
    const kind = head.live ? 'changed' : 'gone';
    known = await writeNote({ articleId, kind, at: ports.clock(), turn: head.turn }, note?.gen ?? null, ports);
  }
  throw new Error(`article ${articleId}: too many writers of the change log at once`);
}

function isTold(head: Head, note: LogNote | null, clock: Clock): boolean {
  if (head.turn !== (note?.turn ?? 0)) return false;
  return note === null || !head.live || !isEndUntold(head.embargoedUntil, note.at, clock());
}

async function readNote(articleId: string, { table }: LogPorts): Promise<Known> {
  const item = await table.get(logNoteKey(articleId));
  return { note: item === null ? null : LogNote.parse(item), isNew: false };
}

/** Logs it if nobody has. False when another entry has its place. */
async function isLogged({ isNew }: Known, note: LogNote, { table }: LogPorts): Promise<boolean> {
  const { articleId, kind, at, gen, seq } = note;
  const key = changeKey(articleId, seq);
  const there = isNew ? null : await table.get(key);
  if (there !== null) return isOf(note, LoggedChange.parse(there));
  const written = await table.put({ ...key, articleId, kind, at, gen }, { kind: 'unchanged', gen: null });
  return written.applied || (written.found !== null && isOf(note, LoggedChange.parse(written.found)));
}

function isOf(note: LogNote, change: LoggedChange): boolean {
  return change.articleId === note.articleId && change.gen === note.gen;
}

type Wanted = Omit<LogNote, 'seq' | 'gen'>;

/** A race that is lost was won by somebody else, who may need help. */
async function writeNote(
  { articleId, kind, at, turn }: Wanted,
  before: number | null,
  ports: LogPorts,
): Promise<Known> {
  const seq = (await lastOf(changeShardOf(articleId), ports)) + 1;
  const note = { articleId, kind, at, turn, seq, gen: (before ?? 0) + 1 };
  const guard = { kind: 'unchanged', gen: before } as const;
  const written = await ports.table.put({ ...logNoteKey(articleId), ...note }, guard);
  return written.applied ? { note, isNew: true } : readNote(articleId, ports);
}

async function lastOf(shard: number, { table }: LogPorts): Promise<number> {
  const [last] = await table.query({ pk: changesPk(shard), prefix: '', after: null, newestFirst: true, limit: 1 });
  return last === undefined ? 0 : Number(last.sk);
}
