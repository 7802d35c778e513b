/** What the server tells the page of copies, as both know it. */
import type { DiffPiece } from '../../shared/core/copies/word-diff.ts';
import type { HeldBack } from '../../shared/core/released.ts';
import type { Named } from './shapes.ts';

export type CopyRelationName = 'identical' | 'abridged' | 'extended' | 'partial';

/** Which way a text went between a column and the base. */
export interface CopyWay {
  /** A credit or dateline says whose text it is, dates that can be trusted say who came first, or nobody knows. */
  readonly basis: 'stated' | 'inferred' | 'unknown';
  readonly provider: string | null;
  /** Whose text the other ran, or who came out first. */
  readonly from: 'column' | 'base' | null;
  /** The one that it came from is the provider itself. */
  readonly isSource: boolean;
}

/** Paragraphs of a column, beside those of the base. */
export interface CopyCounts {
  readonly same: number;
  readonly edited: number;
  /** Of those two: that stand elsewhere. */
  readonly moved: number;
  /** That only the column has, and only the base. */
  readonly own: number;
  readonly missing: number;
}

export interface CopyColumn extends Named {
  readonly publisher: string | null;
  readonly language: string | null;
  readonly held: HeldBack | null;
  /** By which the columns are ordered; a day where no hour is known. */
  readonly at: string;
  readonly dateStatus: string;
  /** It was published first, as far as anybody states; `maybe`: another's date allows that it was that one. */
  readonly first: 'yes' | 'maybe' | 'no';
  /** What its text is of the base's; null for the base, and for texts that are in one story through others only. */
  readonly relation: CopyRelationName | null;
  /** In per cent: of the base that it has, and of its own text that the base has. */
  readonly has: number;
  readonly from: number;
  readonly paragraphs: CopyCounts;
  /** Null for the base. */
  readonly way: CopyWay | null;
}

export type CopyKind = 'identical' | 'edited' | 'moved' | 'added';

export interface CopyCell {
  readonly column: number;
  readonly kind: CopyKind;
  /** It stands elsewhere among its neighbours. */
  readonly moved: boolean;
  /** Word by word, for what is edited. */
  readonly pieces: readonly DiffPiece[] | null;
}

export interface CopyRow {
  readonly text: string;
  readonly language: string | null;
  /** Place in the base from 1; null for what the base has not. */
  readonly number: number | null;
  readonly cells: readonly CopyCell[];
}

export interface CopiesMap {
  readonly storyId: string;
  /** Column with which all others are compared. */
  readonly base: number;
  readonly columns: readonly CopyColumn[];
  readonly rows: readonly CopyRow[];
  /** Agencies that credits and datelines name. */
  readonly providers: readonly string[];
  /** Articles of the story that have no column. */
  readonly more: number;
  readonly passages: readonly {
    readonly id: string;
    readonly publisher: string | null;
    /** In per cent: of this article that it has, and of its own text that this article has. */
    readonly coverage: number;
    readonly coverageOfOther: number;
  }[];
}
