/**
 * A process of its own that reads hostile input in the real, watched thread. In: the number of a case, by message. Out: what became of it,
 * and the most memory that the process took meanwhile. Promise: whatever a case does to this process, the tests live and can end it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createReader } from '../../shared/workers/reader.ts';
import { HONEST } from './bytes.ts';
import { HOSTILE_CASES } from './cases.ts';
import { type Outcome, outcomeOf } from './outcome.ts';

export interface Measured extends Outcome {
  /** In MiB: resident before, and the most while it was read. Null where the system does not tell. */
  readonly before: number | null;
  readonly peak: number | null;
}

/** Whoever asks ends this process when it takes too long: what is no page is read outside of the thread. */
const NEVER_MS = 600_000;
const reader = createReader({ file: new URL('./watched-worker.ts', import.meta.url), deadlineMs: NEVER_MS });

process.on('message', (index: number) => {
  const asked = HOSTILE_CASES[index] ?? HONEST;
  measured(asked).then(
    (answer) => process.send?.(answer),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));

async function measured(asked: Parameters<typeof outcomeOf>[1]): Promise<Measured> {
  const before = resident('VmRSS');
  forgetPeak();
  const outcome = await outcomeOf(reader, asked);
  return { ...outcome, before, peak: resident('VmHWM') };
}

/** Linux counts the peak anew from here on. */
function forgetPeak(): void {
  if (process.platform === 'linux') writeFileSync('/proc/self/clear_refs', '5');
}

function resident(name: string): number | null {
  if (process.platform !== 'linux') return null;
  const kib = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readFileSync('/proc/self/status', 'utf8'));
  return kib === null ? null : Number(kib[1]) / 1024;
}
