/** How much each trait of two texts speaks for their being copies. Written by `bench/stories/fit.ts`; see verifier-card.md. */
export const VERIFIER_WEIGHTS = {
  bias: -8.278,
  inRuns8: 0.796,
  inRuns16: 1.041,
  sharedWords: 1.352,
  longestRun: 0.466,
  meanRun: 1.356,
  opening: 1.594,
  inOrder: 0.795,
  numberGaps: -1.336,
  wordGaps: 1.23,
  rewrittenGaps: -1.093,
  missingNumbers: -0.351,
  names: 0.291,
  restOfShorter: -1.422,
  restOfLonger: 0.48,
} as const;
