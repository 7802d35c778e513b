/**
 * Whether a thread that is late was slow or was not let work. In: the thread, how long it had. Out: a question to be asked when the time is over. Promise:
 * only a thread that wanted the processor all the while and hardly got it counts as starved; one that waits for something that never comes does not.
 */
import type { Worker } from 'node:worker_threads';

/**
 * Of its time, in which the thread was at work, and in which the process had a processor. With more than a tenth of it nearly every page is read; the
 * smallest function that `ingest` runs in has a fifth of a processor.
 */
const AT_WORK = 0.9;
const SHARE = 0.1;

export function watchShare(worker: Worker, deadlineMs: number): () => boolean {
  const began = worker.performance.eventLoopUtilization();
  const before = process.cpuUsage();
  return () => {
    const { utilization } = worker.performance.eventLoopUtilization(began);
    // Of the whole process: also what others did in it counts against the page, as it did before.
    const { user, system } = process.cpuUsage(before);
    return utilization >= AT_WORK && (user + system) / 1_000 < deadlineMs * SHARE;
  };
}
