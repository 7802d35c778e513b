/** Entries of lists, newest first, some at a time. */
import type { FeedEntry } from './ports.ts';

export interface Slice {
  /** Newest first: `feedSk` begins with the instant. */
  readonly entries: readonly FeedEntry[];
  /** There may be more below this sort key, which another walk may start from; null: there is none. */
  readonly below: string | null;
  /** No more may be read for this page, or there is none: to ask again is no use. */
  readonly isOver: boolean;
}

export interface EntryWalk {
  /** The next ones, at most so many; fewer before the end where no more may be read for one page. */
  next(limit: number): Promise<Slice>;
}
