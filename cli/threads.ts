/** How many pages are read side by side, when the user does not say. In: processors. Out: threads. */

/** Each thread holds its own reader: the first takes about 330 MiB, each further one 140. */
const MOST = 4;

/** One processor is left to reading files and printing records: on two, a second thread would take memory and give little. */
export function threadsFor(processors: number): number {
  return Math.min(MOST, Math.max(1, processors - 1));
}
