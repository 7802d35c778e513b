/** A thread that runs seeds. In: numbers of seeds. Out: for each, what came of it; or why it broke off. */
import { parentPort } from 'node:worker_threads';
import type { PointCount } from './point-counts.ts';
import { runSmall } from './small-worlds.ts';

export interface SeedAnswer {
  readonly seed: number;
  readonly deliveries: number;
  readonly differences: readonly string[];
  readonly counts: ReadonlyMap<string, PointCount>;
  /** Null: it came to rest. */
  readonly error: unknown;
}

parentPort?.on('message', (seed: number) => {
  runSmall(seed).then(
    ({ deliveries, differences, counts }) => tell({ seed, deliveries, differences, counts, error: null }),
    (error: unknown) => tell({ seed, deliveries: 0, differences: [], counts: new Map(), error }),
  );
});

function tell(answer: SeedAnswer): void {
  parentPort?.postMessage(answer);
}
