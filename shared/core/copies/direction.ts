/**
 * Which way a text went. What two copies say of themselves comes in; whose text it is and which of them had it first goes out.
 * Promise: a credit or dateline is believed before clocks, times only when they can be trusted and do not overlap; else unknown.
 */
import { foldedText } from '../fingerprint.ts';
import type { Moment } from '../moment.ts';

export interface CopyFacts {
  readonly id: string;
  readonly publisher: string | null;
  /** The agency that a credit or dateline names as the author of the text. */
  readonly provider: string | null;
  /** Null when the article states no time that can be trusted, those that its own page disproves included; see moment.ts. */
  readonly moment: Moment | null;
}

export interface Direction {
  readonly basis: 'stated' | 'inferred' | 'unknown';
  /** Whose text it is, as far as either says so. */
  readonly provider: string | null;
  /** Id of the copy that the other came from, or that came out first; null when both come from elsewhere or nobody knows. */
  readonly from: string | null;
}

/** Mirrored arguments give the same answer. */
export function directionOf(a: CopyFacts, b: CopyFacts): Direction {
  const provider = agreedProvider(a, b);
  const owner = [a, b].filter((copy) => provider !== null && isSame(copy.publisher, provider));
  const [only] = owner;
  if (provider !== null && only !== undefined && owner.length === 1)
    return { basis: 'stated', provider, from: only.id };
  const earlier = earlierOf(a, b);
  if (provider !== null) return { basis: 'stated', provider, from: earlier?.id ?? null };
  return { basis: earlier === null ? 'unknown' : 'inferred', provider: null, from: earlier?.id ?? null };
}

/** Null when they name different ones: then neither can be believed. */
function agreedProvider(a: CopyFacts, b: CopyFacts): string | null {
  if (a.provider !== null && b.provider !== null) {
    if (!isSame(a.provider, b.provider)) return null;
    return a.provider < b.provider ? a.provider : b.provider;
  }
  return a.provider ?? b.provider;
}

function isSame(one: string | null, other: string): boolean {
  return one !== null && foldedText(one) === foldedText(other);
}

function earlierOf(a: CopyFacts, b: CopyFacts): CopyFacts | null {
  if (a.moment === null || b.moment === null) return null;
  if (a.moment.latest < b.moment.utc) return a;
  return b.moment.latest < a.moment.utc ? b : null;
}
