/** How much each trait of two texts speaks for their being copies. Written by `bench/stories/fit.ts`; see verifier-card.md. */
export const VERIFIER_WEIGHTS = {
  bias: -6.521,
  inRuns8: 0.793,
  inRuns16: 0.944,
  sharedWords: 1.54,
  longestRun: 0.362,
  meanRun: 0.281,
  opening: 1.297,
  middle: 1.633,
  inOrder: 0.721,
  numberGaps: -1.402,
  wordGaps: 1.29,
  rewrittenGaps: -1.455,
  missingNumbers: -0.32,
  names: 0.925,
  restOfShorter: -1.078,
  restOfLonger: -0.018,
} as const;
