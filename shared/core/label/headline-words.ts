/**
 * The headline of a page that states none: the lines before the text come in, the best of them goes out.
 * Promise: dates, bylines and furniture are never headlines, however large their words loom in the text.
 */
import type { Draft, Line } from './draft.ts';
import { type HeadlineScene, headlineScene } from './headline-scene.ts';
import { type Traits, traitsOf } from './headline-traits.ts';
import { HEADLINE_WEIGHTS } from './headline-weights.ts';

const WORDS = { fewest: 2, most: 48 } as const;
const LINE_CHARS = 300;
/** Where even the best line weighs less than 99 of 100 true headlines do, the page shows none. */
const LEAST = -2;

export interface HeadlineCandidate {
  readonly line: Line;
  readonly traits: readonly Traits[];
  /** Where the text begins. */
  readonly until: number;
}

/** Shapes that the measured pages hardly have, and that people drop into a bucket: scrapes without a menu, glued lines. */
const PRIORS = { fused: -2, topmost: 1.5, aboveDeck: 0.6 } as const;
/** A scrape with so few lines before its text begins with its headline, but for furniture. */
const COMPACT = 14;
/** Lines between a headline and its deck. */
const ABOVE = 2;

export function headlineByWords(draft: Draft): number | null {
  const candidates = headlineCandidates(draft);
  const worths = new Map<number, number>();
  let best: number | null = null;
  for (const [nth, { line, traits, until }] of candidates.entries()) {
    const topmost = nth === 0 && until <= COMPACT ? PRIORS.topmost : 0;
    const worth = worthOf(traits) + topmost + (line.block.fused ? PRIORS.fused : 0);
    worths.set(line.index, worth);
    if (worth > (best === null ? LEAST : (worths.get(best) ?? 0))) best = line.index;
  }
  return best === null ? null : aboveDeck(draft, worths, best);
}

/** A deck shares more words with the text than the headline above it: the line above is preferred when it comes close. */
function aboveDeck(draft: Draft, worths: ReadonlyMap<number, number>, best: number): number {
  for (let at = best - 1; at >= best - ABOVE; at--) {
    const worth = worths.get(at);
    if (worth === undefined) continue;
    const deck = draft.lines[best];
    const isDeck = deck !== undefined && (deck.words > (draft.lines[at]?.words ?? 0) || /[.。]$/.test(deck.text));
    return isDeck && worth >= (worths.get(best) ?? 0) - PRIORS.aboveDeck ? at : best;
  }
  return best;
}

export function headlineCandidates(draft: Draft): readonly HeadlineCandidate[] {
  const scene = headlineScene(draft);
  return scene.lines
    .filter((line) => canBeHeadline(draft, line, scene))
    .map((line) => ({ line, traits: traitsOf(line, scene), until: scene.until }));
}

export function worthOf(traits: readonly Traits[]): number {
  let worth = 0;
  for (const group of traits) for (const name in group) worth += (group[name] ?? 0) * (HEADLINE_WEIGHTS[name] ?? 0);
  return worth;
}

function canBeHeadline(draft: Draft, line: Line, scene: HeadlineScene): boolean {
  if (line.words < WORDS.fewest || line.words > WORDS.most || line.text.length > LINE_CHARS) return false;
  return (
    line.phrase?.place !== 'whole' &&
    (scene.bestOverlap === 0 || scene.overlapAt(line.index).known > 0) &&
    !scene.isFact(line.index) &&
    draft.labelOf(line.index) === null &&
    !draft.isBody(line.index)
  );
}
