/** So many a second, evenly. In: a rate and a clock. Out: a wait before each thing. Promise: never faster, and no debt after a pause. */

export interface Pace {
  /** Resolves when this many more may go. */
  take(count: number): Promise<void>;
}

export type Sleep = (ms: number) => Promise<unknown>;

export function steadyPace(perSecond: number, nowMs: () => number, sleep: Sleep): Pace {
  let next = nowMs();
  return {
    async take(count) {
      const wait = next - nowMs();
      next = Math.max(next, nowMs()) + (count / perSecond) * 1_000;
      if (wait > 0) await sleep(wait);
    },
  };
}
