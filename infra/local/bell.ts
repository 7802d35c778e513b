/** Waiting without busy loops: who waits on a topic wakes when it rings, when the time is over, or when told to stop. */
import { EventEmitter } from 'node:events';

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
    wait: (topic, ms, stop) =>
      new Promise((resolve) => {
        const wake = (): void => {
          clearTimeout(timer);
          emitter.off(topic, wake);
          stop?.removeEventListener('abort', wake);
          resolve();
        };
        const timer = setTimeout(wake, Math.max(0, ms));
        emitter.on(topic, wake);
        stop?.addEventListener('abort', wake);
        if (stop?.aborted === true) wake();
      }),
  };
}
