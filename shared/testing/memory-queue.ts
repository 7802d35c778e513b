/**
 * Queues in memory, with what matters of the real ones: a letter that is taken is hidden until it is released, removed, or its time
 * is over. In: a clock. Promise: at most ten at a time, whatever is asked.
 */
import type { DeadLetters, Letter, Outbox } from '../pipeline/queue-ports.ts';

export interface MemoryQueue extends Outbox, DeadLetters {
  /** Everything that is there, hidden or not. */
  bodies(): readonly string[];
  /** Everything that is there, and is not any more. */
  drain(): readonly string[];
}

const MOST = 10;
const SENT_AT = '2026-01-02T00:00:00.000Z';

interface Kept extends Letter {
  readonly hiddenUntil: number;
}

export function memoryQueue(nowMs: () => number = () => 0): MemoryQueue {
  const letters = new Map<string, Kept>();
  let sent = 0;
  const isVisible = ({ hiddenUntil }: Kept) => hiddenUntil <= nowMs();
  const change = (given: readonly Letter[], next: (kept: Kept) => void) => {
    for (const { id, receipt } of given) {
      const kept = letters.get(id);
      // The receipt of an earlier time is worth nothing.
      if (kept !== undefined && kept.receipt === receipt) next(kept);
    }
  };
  return {
    bodies: () => [...letters.values()].map(({ body }) => body),
    drain: () => {
      const drained = [...letters.values()].map(({ body }) => body);
      letters.clear();
      return drained;
    },
    async send(bodies) {
      for (const body of bodies) {
        sent += 1;
        const id = `letter-${sent}`;
        letters.set(id, { id, receipt: '', body, sentAt: SENT_AT, hiddenUntil: 0 });
      }
    },
    waiting: async () => [...letters.values()].filter(isVisible).length,
    count: async () => letters.size,
    async take(most, hiddenS) {
      const taken = [...letters.values()].filter(isVisible).slice(0, Math.min(MOST, most));
      return taken.map((letter) => {
        const again = { ...letter, receipt: `${letter.receipt}+`, hiddenUntil: nowMs() + hiddenS * 1_000 };
        letters.set(letter.id, again);
        return again;
      });
    },
    release: async (given) => change(given, (kept) => void letters.set(kept.id, { ...kept, hiddenUntil: 0 })),
    remove: async (given) => change(given, (kept) => void letters.delete(kept.id)),
  };
}
