/** What the server tells the page, as both know it. */
import type { RevisedParagraph, RevisionClass } from '../../shared/core/copies/revision.ts';
import type { DiffPiece } from '../../shared/core/copies/word-diff.ts';
import type { ArticleRecord } from '../../shared/core/record.ts';
import type { HeldBack } from '../../shared/core/released.ts';
import type { LearnedOutlet } from '../../shared/pipeline/learn-outlet.ts';
import type { ArticleVersion } from '../../shared/pipeline/query-versions.ts';

export interface Row {
  /** Of the article; null for a file that is none. */
  readonly id: string | null;
  readonly key: string;
  readonly headline: string | null;
  readonly publisher: string | null;
  readonly at: string;
  readonly dateStatus: string | null;
  readonly copy: string | null;
  readonly version: number | null;
  /** BCP 47; null where nobody knows. */
  readonly language: string | null;
  /** Why others may not see it; null: they may. */
  readonly held: HeldBack | null;
  readonly code: string | null;
  readonly message: string | null;
}

export interface Listed {
  readonly items: readonly Row[];
  readonly cursor: string | null;
}

/** What became of a file; `waiting` when nothing is known of it, `unpacking` while a container's members are read. */
export interface FileState {
  readonly state: string;
  readonly id: string | null;
  readonly code: string | null;
  readonly message: string | null;
}

/** Files, by what became of them: `stored + rejected + removed` are all of them. What a container holds is counted, not the container. */
export interface Totals {
  readonly stored: number;
  /** That the stored files make: several may feed one. */
  readonly articles: number;
  readonly rejected: number;
  /** Taken down among them. */
  readonly removed: number;
  /** Files that hold others. */
  readonly containers: number;
  /** Files of metadata of others. */
  readonly sidecars: number;
  /** False while articles are still being counted. */
  readonly complete: boolean;
  /** There are more than are counted. */
  readonly cut: boolean;
}

export interface About {
  /** Before the verb: `npm run -s wirefold --`. */
  readonly program: string;
  /** After everything else: `--store aws:Wirefold`, or nothing. */
  readonly place: string;
}

/** Whose story, event and versions a screen is about. */
export interface Named {
  readonly id: string;
  readonly headline: string | null;
}

/** The record, and what its screen tells besides. */
export interface ArticleShown extends ArticleRecord {
  readonly held: HeldBack | null;
  /** The article that it is a copy of; null when it is none, or that one is gone. */
  readonly original: (Named & { readonly publisher: string | null }) | null;
}

export interface Mark {
  readonly articleId: string;
  readonly at: string;
  /** It states no date that can be trusted, or a copy disputes it. */
  readonly doubtful: boolean;
}

export interface EventStory {
  readonly storyId: string;
  readonly headline: string | null;
  readonly copies: number;
  readonly outlets: readonly string[];
  readonly first: string | null;
  readonly at: string;
}

export interface Lane {
  readonly outlet: string | null;
  readonly marks: readonly (Mark & { readonly story: number })[];
}

export interface EventLanes {
  readonly eventId: string;
  readonly title: string | null;
  readonly settled: boolean;
  readonly from: string;
  readonly until: string;
  readonly articles: number;
  readonly stories: readonly EventStory[];
  readonly lanes: readonly Lane[];
  /** Articles that have no mark: of each story the earliest few are shown. */
  readonly more: number;
}

export interface VersionsDiff extends Named {
  readonly language: string | null;
  readonly versions: readonly ArticleVersion[];
  readonly from: number;
  readonly to: number;
  /** Null where there is one version only. */
  readonly diff: {
    readonly revisionClass: RevisionClass | null;
    readonly headline: readonly DiffPiece[];
    readonly paragraphs: readonly RevisedParagraph[];
  } | null;
}

export interface Bucket {
  /** `2026-01-02`, `2026-01` or `2026`. */
  readonly at: string;
  readonly count: number;
}

export type Unit = 'day' | 'month' | 'year';

export interface Chart {
  readonly unit: Unit;
  readonly buckets: readonly Bucket[];
  readonly total: number;
  readonly complete: boolean;
  readonly cut: boolean;
}

export interface Phrase {
  readonly items: readonly (Row & { readonly passage: string })[];
  readonly more: boolean;
  readonly chart: Chart;
  /** The archive does not know of changes since then. */
  readonly behind: string | null;
}

export interface Outlet {
  readonly name: string;
  readonly articles: number;
  readonly firstDay: string;
  readonly lastDay: string;
  /** One number for each of the `labels`. */
  readonly counts: readonly number[];
  /** Share that an agency's name stands over, 0 to 1. */
  readonly agency: number;
  readonly agencies: readonly string[];
  /** By what the pages state of their dates. */
  readonly dates: Readonly<Record<string, number>>;
}

export interface Outlets {
  readonly unit: Unit;
  readonly labels: readonly string[];
  readonly outlets: readonly Outlet[];
  readonly more: number;
  readonly complete: boolean;
  readonly cut: boolean;
}

/** What an outlet prints on page after page. */
export interface Learned extends LearnedOutlet {
  readonly outlet: string;
}
