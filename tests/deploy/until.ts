/** Waits for what must come true by itself. Promise: bounded; says what it waited for and what it saw last. */
import { setTimeout as sleep } from 'node:timers/promises';
import { isEmulated } from './patches.ts';

const POLL_MS = 500;
/** A deployed queue with its retries and a cold start are slower than an emulator on this machine. */
const MOST_MS = { emulated: 300_000, real: 600_000 } as const;

/** `look` gives null for done, else what is still missing. */
export async function until(what: string, look: () => Promise<string | null>): Promise<void> {
  const most = isEmulated() ? MOST_MS.emulated : MOST_MS.real;
  const end = Date.now() + most;
  for (;;) {
    const missing = await look();
    if (missing === null) return;
    if (Date.now() > end) throw new Error(`${what}: not after ${most / 1_000} s. ${missing}`);
    await sleep(POLL_MS);
  }
}
