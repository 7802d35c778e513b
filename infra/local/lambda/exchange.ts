/**
 * The talk with one process as a state: it becomes ready, takes one event, answers or fails. Whoever waits is told once;
 * a failure that nobody waits for is kept for the next one who asks.
 */
import type { Json } from '../json.ts';
import type { FunctionFailure } from './failure.ts';

interface Waiting {
  resolve(answer: Json): void;
  reject(failure: FunctionFailure): void;
}

export interface Exchange {
  ready(): void;
  answered(answer: Json): void;
  failed(failure: FunctionFailure): void;
  /** Resolves when the process can take an event; marks it as taken. */
  turn(): Promise<Json>;
  /** Resolves with the answer to the event that is given now. */
  answer(): Promise<Json>;
}

export function makeExchange(): Exchange {
  let isReady = false;
  let broken: FunctionFailure | null = null;
  let waiting: Waiting | null = null;
  const wait = (): Promise<Json> =>
    new Promise((resolve, reject) => {
      waiting = { resolve, reject };
    });
  const settle = (tell: (one: Waiting) => void): boolean => {
    const one = waiting;
    waiting = null;
    if (one !== null) tell(one);
    return one !== null;
  };
  return {
    ready: () => {
      isReady = !settle((one) => one.resolve(null));
    },
    answered: (answer) => void settle((one) => one.resolve(answer)),
    failed: (failure) => {
      if (!settle((one) => one.reject(failure))) broken = failure;
    },
    turn: async () => {
      if (broken !== null) throw broken;
      if (!isReady) return wait();
      isReady = false;
      return null;
    },
    answer: wait,
  };
}
