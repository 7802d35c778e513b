/**
 * How often the publisher changed the text. In: all publications of an article. Out: its version, from 1. Promise: a function
 * of the set; a new extractor that reads old bytes otherwise makes no new version.
 */
import type { Publication } from './contribution.ts';
import { compareText } from './url.ts';

export function versionOf(publications: readonly Publication[]): number {
  return Math.max(1, versionsOf(publications).length);
}

/**
 * The first publication of each version, oldest first. A version is a run of equal content in time order: going back to an older
 * text is a change, saying the same again is none.
 */
export function versionsOf<P extends Publication>(publications: readonly P[]): readonly P[] {
  const ordered = [...publications].sort(inTime);
  return ordered.filter((publication, index) => {
    const before = ordered[index - 1];
    return before === undefined || !sameContent(before, publication);
  });
}

/** By capture where it is known, else by upload; the rest only makes the order total. */
function inTime(a: Publication, b: Publication): number {
  return (
    compareText(a.capturedAt ?? a.at, b.capturedAt ?? b.at) ||
    compareText(a.at, b.at) ||
    compareText(a.sequencer, b.sequencer) ||
    compareText(newestHash(a), newestHash(b))
  );
}

/** Compared by the newest extractor that read both; by the newest of each where no extractor did. */
function sameContent(a: Publication, b: Publication): boolean {
  const shared = Object.keys(a.hashes)
    .filter((version) => b.hashes[version] !== undefined)
    .sort()
    .at(-1);
  return shared === undefined ? newestHash(a) === newestHash(b) : a.hashes[shared] === b.hashes[shared];
}

function newestHash(publication: Publication): string {
  const newest = Object.keys(publication.hashes).sort().at(-1) ?? '';
  return publication.hashes[newest] ?? '';
}
