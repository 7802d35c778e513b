/**
 * Repetition: a page whose text is printed twice comes in; the first copy stays, the others become `dup.body`.
 * Promise: a short sentence may be said twice; only runs of long paragraphs count as repeated.
 */
import type { Page } from '../block.ts';
import { BODY_THRESHOLD, type Draft } from './draft.ts';

/** Two paragraphs of this length are never alike by chance. */
const LONG_CHARS = 80;
/** So many long paragraphs in a row are repeated only when a whole text is; the model takes repetition for furniture. */
const LONG_RUN = 3;
const RAISED = 0.6;
/** One in so many repeated paragraphs must be body by its score for all of them to count as text. */
const SURE_SHARE = 4;
/** Blocks of furniture that may stand between two repeated paragraphs. */
const MOST_BETWEEN = 3;

const NONE: readonly number[] = [];

/** For each block the index of its first copy, or -1 when it is the first; empty where no block is repeated, as on most pages. */
function firstCopies({ blocks }: Page): readonly number[] {
  const first = new Map<string, number>();
  let copies: number[] | null = null;
  for (const { index, text } of blocks) {
    if (text.length < LONG_CHARS) continue;
    const known = first.get(text);
    if (known === undefined) first.set(text, index);
    else {
      copies ??= blocks.map(() => -1);
      copies[index] = known;
    }
  }
  return copies ?? NONE;
}

function isFirst(copy: number): boolean {
  return copy === -1;
}

/** A text printed twice confuses the model about both copies: each counts as the better of the two. */
export function scoresOverCopies(page: Page, scores: readonly number[]): readonly number[] {
  const copies = firstCopies(page);
  if (copies.every(isFirst)) return scores;
  const best = [...scores];
  const run = [...copies.keys()].filter((at) => copies[at] !== -1 && inRun(copies, at));
  for (const at of run) raise(best, at, copies[at] ?? at);
  const body = run.filter((at) => (best[at] ?? 0) >= BODY_THRESHOLD);
  if (run.length < LONG_RUN || body.length * SURE_SHARE < run.length) return best;
  for (const at of run) best[at] = best[copies[at] ?? at] = Math.max(best[at] ?? 0, RAISED);
  return best;
}

function raise(scores: number[], at: number, first: number): void {
  const score = Math.max(scores[at] ?? 0, scores[first] ?? 0);
  scores[at] = score;
  scores[first] = score;
}

/** A neighbour is repeated as far away. */
function inRun(copies: readonly number[], at: number): boolean {
  const distance = at - (copies[at] ?? at);
  for (let step = 1; step <= MOST_BETWEEN; step++) {
    if (
      [at + step, at - step].some((next) => (copies[next] ?? -1) !== -1 && next - (copies[next] ?? next) === distance)
    )
      return true;
  }
  return false;
}

export function labelRepeats(draft: Draft): void {
  const copies = firstCopies(draft.page);
  for (const [at, first] of copies.entries()) {
    if (first === -1) continue;
    const label = draft.labelOf(first);
    if (label?.startsWith('promo.') === true) draft.put(at, label, 'repeat.promo');
    if ((draft.lines[first]?.score ?? 0) < BODY_THRESHOLD) continue;
    if (inRun(copies, at)) draft.put(at, 'dup.body', 'repeat.run');
  }
}
