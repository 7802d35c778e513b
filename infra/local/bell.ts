/** Waiting without busy loops: who waits on a topic wakes when it rings, when the time is over, or when told to stop. */
import { EventEmitter, once } from 'node:events';

export interface Bell {
  ring(topic: string): void;
  /** Resolves at the first of: a ring, `ms` gone by, `stop` aborted. */
  wait(topic: string, ms: number, stop?: AbortSignal): Promise<void>;
}

export function makeBell(): Bell {
  const emitter = new EventEmitter();
  // Every poller of every queue may wait at once; there is no leak to warn of.
  emitter.setMaxListeners(0);
  return {
    ring: (topic) => void emitter.emit(topic),
    wait: async (topic, ms, stop) => {
      const timeout = new AbortController();
      const timer = setTimeout(() => timeout.abort(), Math.max(0, ms));
      const signal = stop === undefined ? timeout.signal : AbortSignal.any([timeout.signal, stop]);
      try {
        await once(emitter, topic, { signal });
      } catch (error) {
        if (!signal.aborted) throw error;
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
