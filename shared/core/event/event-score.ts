/** How likely two stories report one happening. Figures of likeness come in, log-odds go out. Promise: one fitted setting for all news. */
import { FIGURES, likeness } from './likeness.ts';
import weights from './scorer.weights.json' with { type: 'json' };
import type { WeighedPrint } from './weighed-print.ts';

export interface Scorer {
  /** One weight a figure. */
  readonly weights: readonly number[];
  readonly bias: number;
}

/** What the settled window adds to FIGURES: the pair against what each of the two is nearest to, the lesser and the greater. */
export const SETTLED_FIGURES = [...FIGURES, 'againstNearestLeast', 'againstNearestMost'] as const;

/** For an arrival, when its neighbourhood is not known. */
export const ONLINE_SCORER: Scorer = weights.online;
/** For a window, where each story's neighbours are known. */
export const SETTLED_SCORER: Scorer = weights.settled;

/** Log-odds beyond this say no more: one certain pair should not carry a whole cluster. */
const CERTAIN = 6;

export function logOdds(figures: readonly number[], scorer: Scorer): number {
  return withinCertain(oddsOf(figures, scorer, 0, scorer.bias));
}

/** The sum goes on from `sum`, with the weights from the one numbered `from` on: the same as if all figures had come at once. */
export function oddsOf(figures: readonly number[], scorer: Scorer, from: number, sum: number): number {
  let odds = sum;
  for (const [at, figure] of figures.entries()) odds += figure * (scorer.weights[from + at] ?? 0);
  return odds;
}

export const withinCertain = (odds: number): number => Math.max(-CERTAIN, Math.min(CERTAIN, odds));

/** `eventScore(a, b)` //=> above 0 when one happening is likelier than two */
export function eventScore(a: WeighedPrint, b: WeighedPrint, scorer: Scorer = ONLINE_SCORER): number {
  return logOdds(likeness(a, b), scorer);
}
