/** Work on one hostile input in, its answer out. Promise: it throws when that took the processor for longer, or more memory, than any input may. */

/** As the product promises of each input; of the processor, so that other work on the machine does not count. */
const MOST_CPU_MS = 5_000;
/** By which one input may raise the most that the process has had: with what a reader is without it, that is under 512. */
const MOST_GROWTH_MIB = 256;

export function inBounds<T>(work: () => T): T {
  const [before, peak] = [process.cpuUsage(), peakMib()];
  const answer = work();
  const { user, system } = process.cpuUsage(before);
  const [ms, grown] = [(user + system) / 1_000, peakMib() - peak];
  if (ms > MOST_CPU_MS) throw new Error(`One input took ${Math.round(ms)} ms of the processor`);
  if (grown > MOST_GROWTH_MIB) throw new Error(`One input took ${Math.round(grown)} MiB`);
  return answer;
}

/** The most memory that this process has had so far. */
function peakMib(): number {
  return process.resourceUsage().maxRSS / 1_024;
}
