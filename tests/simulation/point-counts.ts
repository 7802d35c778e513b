/** Where workers have died. In: counts by I/O point. Out: their sum, a line for people, and the points that prove nothing yet. */

/** What happened at one I/O point. */
export interface PointCount {
  /** Calls that could have failed, and those of workers that were spared. */
  readonly risked: number;
  readonly spared: number;
  readonly diedBefore: number;
  readonly diedAfter: number;
}

export const NEVER: PointCount = { risked: 0, spared: 0, diedBefore: 0, diedAfter: 0 };

/** On either side of each point. */
const DEATHS_PER_SIDE = 100;

export function addCounts(into: Map<string, PointCount>, more: ReadonlyMap<string, PointCount>): void {
  for (const [name, count] of more) into.set(name, sumOf(into.get(name) ?? NEVER, count));
}

function sumOf(a: PointCount, b: PointCount): PointCount {
  return {
    risked: a.risked + b.risked,
    spared: a.spared + b.spared,
    diedBefore: a.diedBefore + b.diedBefore,
    diedAfter: a.diedAfter + b.diedAfter,
  };
}

/**
 * Points at which too few workers have died on either side: a simulation that passes a call by proves nothing about it. A point that is
 * new and passed seldom needs a rate of its own (`SELDOM`).
 */
export function rarelyDied(counts: ReadonlyMap<string, PointCount>): readonly string[] {
  return [...counts].filter(([, count]) => fewest(count) < DEATHS_PER_SIDE).map(([name]) => name);
}

export function describeCounts(counts: ReadonlyMap<string, PointCount>): string {
  const total = [...counts.values()].reduce(sumOf, NEVER);
  const [rarest = ['none', NEVER] as const] = [...counts].sort((a, b) => fewest(a[1]) - fewest(b[1]));
  const { risked, spared, diedBefore, diedAfter } = total;
  return (
    `${counts.size} I/O points, ${risked} calls at risk and ${spared} spared, ${diedBefore} deaths before a call and ${diedAfter} after; ` +
    `fewest at ${rarest[0]}: ${rarest[1].diedBefore} before, ${rarest[1].diedAfter} after`
  );
}

function fewest({ diedBefore, diedAfter }: PointCount): number {
  return Math.min(diedBefore, diedAfter);
}
