/** What the thread that reads pages is asked, and what it answers. Plain data only: everything here is copied between threads. */
import type { Hints, OutletProfile, RawDocument } from '../core/document.ts';
import type { Article } from '../core/record.ts';
import type { RejectionCode } from '../core/rejection.ts';

export interface Request {
  readonly document: RawDocument;
  readonly hints: Hints;
  readonly profile: OutletProfile;
}

export type Answer =
  /** Sent once, when everything is loaded: loading is not the page's fault and must not count against its time. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'article'; readonly article: Article }
  | { readonly kind: 'rejected'; readonly code: RejectionCode; readonly message: string }
  /** A defect of ours: thrown again on the other side. */
  | { readonly kind: 'failed'; readonly message: string; readonly stack: string };
