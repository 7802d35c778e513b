/**
 * Heads of the newest articles, in memory, for what is counted: totals, charts, outlets. In: the store. Out: heads, as far as they are
 * read. Promise: read by the lists that `wirefold list` reads, once, in pieces that let others in between; from then on only what changed.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { type ArticleList, listsOf } from '../../shared/core/article-lists.ts';
import { EVER } from '../../shared/core/day-range.ts';
import { Head, type LiveHead } from '../../shared/core/head.ts';
import { DAY_PREFIX, headKey } from '../../shared/core/keys.ts';
import { dayWalk } from '../../shared/pipeline/day-walk.ts';
import type { QueryPorts } from '../../shared/pipeline/query.ts';
import { changesSince, cursorNow } from '../../shared/pipeline/query-changes.ts';

/** Some 2 KB each in memory, half a read unit each in the table: 25,000 units for a store that has as many. */
const MOST_HEADS = 50_000;
/** Heads read at a time: as many as one batch has. */
const PIECE = 100;
/** Between two pieces, so that somebody who clicks meanwhile is not kept waiting. */
const BREATH_MS = 4;
/** Changes followed in one look, a hundred each; the next look goes on. */
const MOST_PAGES = 20;
/** Looks that follow sooner see what the last one saw. */
const FRESH_MS = 1_000;
/** A capture that says the same again is no change, but one file more: all is read anew after this time, while somebody looks. */
const STALE_MS = 15 * 60_000;
/** How long a look waits for the first reading: a small store is complete by then. */
const PATIENCE_MS = 250;

/** A head, and the lists that it stands in: names are folded once, not with every question. */
export interface LedgerHead extends LiveHead {
  readonly lists: readonly string[];
}

export interface LedgerView {
  readonly heads: readonly LedgerHead[];
  /** False while it is still being read. */
  readonly complete: boolean;
  /** There are older articles, which are not counted. */
  readonly cut: boolean;
}

export interface Ledger {
  look(): Promise<LedgerView>;
  close(): void;
}

interface Book {
  readonly heads: Map<string, LedgerHead>;
  readonly begun: number;
  cursor: string;
  cut: boolean;
}

interface State {
  readonly query: QueryPorts;
  readonly now: () => number;
  /** The last that was read to its end. */
  book: Book | null;
  reading: { readonly book: Book; readonly done: Promise<void> } | null;
  following: Promise<void> | null;
  followed: number;
  closed: boolean;
}

export function openLedger(query: QueryPorts, now: () => number = Date.now): Ledger {
  const state: State = { query, now, book: null, reading: null, following: null, followed: 0, closed: false };
  return {
    look: () => look(state),
    close() {
      state.closed = true;
    },
  };
}

async function look(state: State): Promise<LedgerView> {
  const stale = state.book === null || state.now() - state.book.begun > STALE_MS;
  // What goes wrong in between is tried again with the next look.
  if (stale && state.reading === null) begin(state).catch(() => {});
  if (state.book === null && state.reading !== null) {
    await Promise.race([state.reading.done.catch(() => {}), sleep(PATIENCE_MS, undefined, { ref: false })]);
  }
  if (state.book !== null) {
    state.following ??= follow(state.book, state).finally(() => {
      state.following = null;
    });
    await state.following;
  }
  const shown = state.book ?? state.reading?.book;
  return { heads: [...(shown?.heads.values() ?? [])], complete: state.book !== null, cut: shown?.cut ?? false };
}

async function begin(state: State): Promise<void> {
  const book: Book = { heads: new Map(), begun: state.now(), cursor: '', cut: false };
  const done = read(book, state);
  state.reading = { book, done };
  try {
    await done;
    state.book = book;
  } finally {
    state.reading = null;
  }
}

async function read(book: Book, state: State): Promise<void> {
  book.cursor = await cursorNow(state.query);
  const walk = dayWalk(DAY_PREFIX, EVER, { below: null, fewest: PIECE }, state.query);
  while (!state.closed && book.heads.size < MOST_HEADS) {
    const { entries, below } = await walk.next(PIECE);
    const items = await state.query.feeds.getMany(entries.map(({ key }) => key));
    for (const item of items) keep(book, Head.parse(item));
    if (below === null) return;
    await sleep(BREATH_MS, undefined, { ref: false });
  }
  book.cut = true;
}

async function follow(book: Book, state: State): Promise<void> {
  if (state.now() - state.followed < FRESH_MS) return;
  state.followed = state.now();
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const page = await changesSince(book.cursor, PIECE, state.query);
    const ids = [...new Set(page.changes.map(({ articleId }) => articleId))];
    for (const item of await state.query.feeds.getMany(ids.map(headKey))) keep(book, Head.parse(item));
    book.cursor = page.cursor;
    if (!page.more) return;
  }
}

function keep({ heads }: Book, head: Head): void {
  if (!head.live) heads.delete(head.articleId);
  else heads.set(head.articleId, { ...head, lists: listsOf(head).map(nameOfList) });
}

/** A list as `lists` has it. */
export function nameOfList({ kind, value }: ArticleList): string {
  return `${kind} ${value}`;
}
