/** Shares a few threads among many requests: one page a thread at a time, a new thread in place of one that had to end. */
import type { Answer, Request } from './messages.ts';
import type { Thread } from './thread.ts';

export class ThreadPool {
  readonly #start: () => Thread;
  readonly #idle: (Thread | null)[];
  readonly #busy = new Set<Thread>();
  readonly #queue: ((slot: Thread | null) => void)[] = [];

  /** Threads start with the first request that needs them. */
  constructor(size: number, start: () => Thread) {
    this.#start = start;
    this.#idle = Array.from({ length: size }, () => null);
  }

  async ask(request: Request): Promise<Answer> {
    let slot = await this.#take();
    try {
      if (slot === null || slot.isOver()) {
        // A thread that cannot be started must not take its place with it: whoever waits for it would wait forever.
        slot = this.#start();
      }
      this.#busy.add(slot);
      return await slot.ask(request);
    } finally {
      if (slot !== null) this.#busy.delete(slot);
      this.#give(slot === null || slot.isOver() ? null : slot);
    }
  }

  async close(): Promise<void> {
    const threads = [...this.#busy, ...this.#idle.filter((thread) => thread !== null)];
    await Promise.all(threads.map((thread) => thread.stop()));
  }

  #take(): Promise<Thread | null> {
    const slot = this.#idle.pop();
    if (slot !== undefined) return Promise.resolve(slot);
    return new Promise((resolve) => {
      this.#queue.push(resolve);
    });
  }

  #give(slot: Thread | null): void {
    const waiting = this.#queue.shift();
    if (waiting === undefined) this.#idle.push(slot);
    else waiting(slot);
  }
}
