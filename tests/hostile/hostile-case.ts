/** One row of the table of hostile files. `outcome`: a code, or `read` where an article comes out. */

export interface HostileCase {
  readonly name: string;
  readonly bytes: () => Uint8Array;
  readonly outcome: string;
  readonly contentType?: string;
  readonly contentEncoding?: string;
  /** Where a careful reader could be made to work: it may take longer than the rest, and is ended after this time. */
  readonly withinMs?: number;
}

/** The bound of whatever says nothing else: some hundred times what it takes on a quiet machine, so that a busy one does not matter. */
export const WITHIN_MS = 30_000;
export const HEAVY_MS = 60_000;
