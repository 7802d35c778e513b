/**
 * The time of day in a world. In: chance. Out: what the clocks of workers say. Promise: time only goes on, each clock is less than a minute
 * off, and a world without one draws nothing for it.
 */
import type { Random } from './random.ts';

export interface Hours {
  /** Time goes on after a call with this probability, by as many milliseconds at most. */
  readonly chance: number;
  readonly mostMs: number;
  /** How far a clock goes ahead that is set wrong: of whoever tells of embargoes that have ended. */
  readonly aheadMs?: number;
}

export interface WorldClock {
  /** True when time went on: who is woken by the clock is woken now. */
  moves(): boolean;
  /** All that is to end has ended. */
  end(): void;
  /** A clock of a worker, who is `aheadMs` too early besides. */
  worker(aheadMs?: number): () => string;
}

const START_MS = Date.UTC(2026, 0, 1);
/** After all embargoes of these worlds but those without end. */
export const END = '2026-02-01T00:00:00.000Z';
const MOST_SKEW_MS = 59_000;

export function worldClock(hours: Hours | undefined, random: Random): WorldClock {
  let nowMs = START_MS;
  if (hours === undefined) {
    const still = () => new Date(nowMs).toISOString();
    return { moves: () => false, end: () => {}, worker: () => still };
  }
  return {
    moves() {
      const isMoved = random.chance(hours.chance);
      if (isMoved) nowMs += random.below(hours.mostMs);
      return isMoved;
    },
    end() {
      nowMs = Math.max(nowMs, Date.parse(END));
    },
    worker(aheadMs = 0) {
      const skewMs = random.below(2 * MOST_SKEW_MS) - MOST_SKEW_MS + aheadMs;
      return () => new Date(nowMs + skewMs).toISOString();
    },
  };
}
