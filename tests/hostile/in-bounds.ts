/** Work on one hostile input in, its answer out. Promise: it throws when that took the processor for longer than any input may. */

/** As the product promises of each input; of the processor, so that other work on the machine does not count. */
const MOST_CPU_MS = 5_000;
/** Of the whole process, the test's own tools and all inputs before included. */
export const MOST_MIB = 512;

export function inBounds<T>(work: () => T): T {
  const before = process.cpuUsage();
  const answer = work();
  const { user, system } = process.cpuUsage(before);
  const ms = (user + system) / 1_000;
  if (ms > MOST_CPU_MS) throw new Error(`One input took ${Math.round(ms)} ms of the processor`);
  return answer;
}

/** The most memory that this process has had so far. */
export function peakMib(): number {
  return process.resourceUsage().maxRSS / 1_024;
}
