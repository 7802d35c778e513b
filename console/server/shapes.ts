/** What the server tells the page, as both know it. */

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
  readonly code: string | null;
  readonly message: string | null;
}

export interface Listed {
  readonly items: readonly Row[];
  readonly cursor: string | null;
}

/** What became of a file. */
export interface FileState {
  readonly state: string;
  readonly id: string | null;
  readonly code: string | null;
  readonly message: string | null;
}
