/**
 * An article whose content may have changed in, an entry in the change log out. Promise: when everything is quiet, the last entry of
 * each article tells of the content that it has; a shard has no gaps; no entry stands twice.
 *
 * Why: the note says what is to be logged and at which place, before it is logged there. A place is free or taken once and for all:
 * whoever finds it free, its author or a helper, writes the same entry; whoever finds it taken by another moves the note on. A
 * place is asked for only after the one before it was seen, so there is no gap for a reader to miss. The head is read after the note,
 * and again after each write of a note: the last to write one has seen it agree with the head, and who changes a head later looks.
 * Turns are compared, not contents: a reader may have seen a content that was gone again before it could be logged.
 * The end of an embargo has a note of its own: who tells of it need not be able to write an article. Its entries have names of their own.
 */
import { LoggedChange, LogNote, unseenUntil } from '../core/change-log.ts';
import { isEndUntold } from '../core/embargo.ts';
import { Head } from '../core/head.ts';
import { ALWAYS, isHiddenAt } from '../core/hidden.ts';
import type { Key } from '../core/item.ts';
import { changeKey, changeShardOf, changesPk, headKey, logNoteKey, releaseNoteKey } from '../core/keys.ts';
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

/** What is told, and by which note. */
interface Telling {
  readonly noteKey: Key;
  /** In the names of entries: those of two notes never meet. */
  readonly sign: 1 | -1;
  isTold(head: Head, note: LogNote | null): boolean | Promise<boolean>;
}

/**
 * Tells of the content, when it is another than was told. Out: what this worker itself has told; null: nothing. `newHead`: of an
 * article that is new: a first note is written only where there is none, so there was none when that head was read; else null.
 */
export async function logChange(
  articleId: string,
  ports: LogPorts,
  newHead: Head | null = null,
): Promise<LogNote['kind'] | null> {
  const isTold = (head: Head, note: LogNote | null) => head.turn === (note?.turn ?? 0);
  return tell(articleId, { noteKey: logNoteKey(articleId), sign: 1, isTold }, ports, newHead);
}

/** Tells that an embargo has ended, when nothing was told of the article since. */
export async function logRelease(articleId: string, ports: LogPorts): Promise<void> {
  const isTold = async (head: Head, note: LogNote | null) => {
    if (!head.live) return true;
    const item = await ports.table.get(logNoteKey(articleId));
    const told = [note, item === null ? null : LogNote.parse(item)].map((one) => one?.at ?? '');
    const now = ports.clock();
    return !told.every((at) => isEndUntold(head.embargoedUntil, at, now));
  };
  await tell(articleId, { noteKey: releaseNoteKey(articleId), sign: -1, isTold }, ports, null);
}

async function tell(
  articleId: string,
  telling: Telling,
  ports: LogPorts,
  newHead: Head | null,
): Promise<LogNote['kind'] | null> {
  let known = newHead === null ? await readNote(telling, ports) : NO_NOTE;
  let told: LogNote['kind'] | null = null;
  for (let attempt = 1; attempt <= STORE_LIMITS.deriveAttempts; attempt += 1) {
    const { note } = known;
    if (note !== null && !(await isLogged(known, note, telling, ports))) {
      await ports.pacing.pause(attempt);
      known = await writeNote(note, note.gen, telling, ports);
      continue;
    }
    if (known.isNew && note !== null) told = note.kind;
    const head = (attempt === 1 ? newHead : null) ?? (await readHead(articleId, ports));
    // An article that was never there, or was seen in passing only, has nothing to tell.
    if (head === null || (await telling.isTold(head, note))) return told;
    const kind = head.live ? 'changed' : 'gone';
    const at = ports.clock();
    const unseen = unseenUntil(head, note, at);
    const wanted = {
      articleId,
      kind,
      at,
      turn: head.turn,
      ...(unseen === null ? {} : { unseenUntil: unseen }),
    } as const;
    known = await writeNote(wanted, note?.gen ?? null, telling, ports);
  }
  throw new Error(`article ${articleId}: too many writers of the change log at once`);
}

const NO_NOTE: Known = { note: null, isNew: false };

async function readHead(articleId: string, { table }: LogPorts): Promise<Head | null> {
  const item = await table.get(headKey(articleId));
  return item === null ? null : Head.parse(item);
}

async function readNote({ noteKey }: Telling, { table }: LogPorts): Promise<Known> {
  const item = await table.get(noteKey);
  return { note: item === null ? null : LogNote.parse(item), isNew: false };
}

/** Logs it if nobody has. False when another entry has its place. */
async function isLogged({ isNew }: Known, note: LogNote, { sign }: Telling, { table }: LogPorts): Promise<boolean> {
  const { articleId, kind, at, seq } = note;
  const named = { ...note, gen: sign * note.gen };
  const key = changeKey(articleId, seq);
  const there = isNew ? null : await table.get(key);
  if (there !== null) return isOf(named, LoggedChange.parse(there));
  const unseen = note.unseenUntil === undefined ? {} : { unseen: true };
  const entry = { ...key, articleId, kind, at, gen: named.gen, ...unseen };
  const written = await table.put(entry, { kind: 'unchanged', gen: null });
  return written.applied || (written.found !== null && isOf(named, LoggedChange.parse(written.found)));
}

function isOf(note: LogNote, change: LoggedChange): boolean {
  return change.articleId === note.articleId && change.gen === note.gen;
}

type Wanted = Omit<LogNote, 'seq' | 'gen'>;

/** A race that is lost was won by somebody else, who may need help. */
async function writeNote(wanted: Wanted, before: number | null, telling: Telling, ports: LogPorts): Promise<Known> {
  const seq = (await lastOf(changeShardOf(wanted.articleId), ports)) + 1;
  const note = { ...(await asSeen(wanted, ports)), seq, gen: (before ?? 0) + 1 };
  const guard = { kind: 'unchanged', gen: before } as const;
  const written = await ports.table.put({ ...telling.noteKey, ...note }, guard);
  return written.applied ? { note, isNew: true } : readNote(telling, ports);
}

/**
 * The end of an embargo may be told before the content is: then others have seen what this note knows nothing of. Asked after the place was
 * chosen: an entry that stands before it has been noted by then.
 */
async function asSeen(wanted: Wanted, { table }: LogPorts): Promise<Wanted> {
  const { unseenUntil: unseen, ...seen } = wanted;
  if (unseen === undefined) return wanted;
  const item = await table.get(releaseNoteKey(wanted.articleId));
  const told = item === null ? ALWAYS : (LogNote.parse(item).unseenUntil ?? null);
  return isHiddenAt(told, wanted.at) ? wanted : seen;
}

async function lastOf(shard: number, { table }: LogPorts): Promise<number> {
  const [last] = await table.query({ pk: changesPk(shard), prefix: '', after: null, newestFirst: true, limit: 1 });
  return last === undefined ? 0 : Number(last.sk);
}
