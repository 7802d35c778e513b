/** Pauses between attempts, doubling, with full jitter. In: a clock and chance. Promise: never longer than the bound. */
import { STORE_LIMITS } from '../core/store-limits.ts';
import type { Pacing } from './ports.ts';

/** About the time of one write. */
const FIRST_PAUSE_MS = 5;
const MAX_DOUBLINGS = 10;

/** `random` gives 0 to 1. */
export function jitteredPacing(random: () => number, sleep: (ms: number) => Promise<void>): Pacing {
  return {
    pause(attempt) {
      const ceilingMs = Math.min(STORE_LIMITS.derivePauseMs, FIRST_PAUSE_MS * 2 ** Math.min(attempt, MAX_DOUBLINGS));
      return sleep(random() * ceilingMs);
    },
  };
}
