/** A reading that the clock or the heap may stop. In: the work. Out: its result, after a few chances if need be. */
import { STORE_LIMITS } from '../shared/core/store-limits.ts';
import { ReaderStopped } from '../shared/pipeline/reader-stopped.ts';

/** A busy machine can stop an honest page: it gets as many chances as the queue would give it. */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let chance = 1; ; chance += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ReaderStopped) || chance >= STORE_LIMITS.stoppedReceives) throw error;
    }
  }
}
