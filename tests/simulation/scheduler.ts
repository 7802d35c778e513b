/**
 * The world's clock. Every call through a port waits here until chance picks it; then it happens, or fails, or its worker dies
 * before or after it. Promise: at any time at most one call happens, and the order is a function of the seed.
 */
import { NEVER, type PointCount } from './point-counts.ts';
import type { Random } from './random.ts';

export interface Faults {
  /** A worker dies before a call, or after it: each with this probability. */
  readonly crash: number;
  /** The same by the name of the call, for those that are rare, so that they too are where many workers die. */
  readonly crashAt?: Readonly<Record<string, number>>;
  /** A call fails without effect, or has its effect and its answer is lost: each with this probability. */
  readonly error: number;
  /** The newest call goes first, with this probability: whoever waits, waits long, while others overtake. */
  readonly unfair: number;
}

/** One run of one worker. When it dies, nothing that it waits for ever comes. */
export interface Task {
  readonly onDeath: () => void;
  /** Has failed as often as its queue allows: what would fail once more goes to the dead letters, which is another story. */
  readonly spared?: boolean;
}

interface Waiting {
  readonly task: Task;
  readonly name: string;
  readonly safe: boolean;
  /** Lets it happen; calling what comes out gives the answer to whoever waits. */
  readonly happen: () => Promise<() => void>;
  readonly fail: (error: Error) => void;
}

export interface Scheduler {
  /** `name`: the verb, and after a blank what it is about. `safe` calls (waiting for time to pass) cannot fail. */
  call<T>(task: Task, name: string, happen: () => Promise<T>, safe?: boolean): Promise<T>;
  /** Lets one waiting call happen. False when none waits. */
  step(): Promise<boolean>;
  /** What happened at each I/O point, by the name of the call. */
  readonly counts: ReadonlyMap<string, PointCount>;
}

export function scheduler(random: Random, faults: Faults): Scheduler {
  let waiting: Waiting[] = [];
  const counts = new Map<string, Record<keyof PointCount, number>>();
  const count = ({ name }: Waiting, what: keyof PointCount) => {
    const point = counts.get(name) ?? { ...NEVER };
    point[what] += 1;
    counts.set(name, point);
  };
  const die = (call: Waiting, what: 'diedBefore' | 'diedAfter') => {
    const { task } = call;
    count(call, what);
    waiting = waiting.filter((other) => other.task !== task);
    task.onDeath();
  };
  const happen = async (call: Waiting) => {
    const isSpared = call.task.spared === true;
    const fate = call.safe || isSpared ? 1 : random.next();
    if (!call.safe) count(call, isSpared ? 'spared' : 'risked');
    const { error } = faults;
    const crash = faults.crashAt?.[call.name] ?? faults.crash;
    if (fate < crash) return die(call, 'diedBefore');
    if (fate < crash + error) return call.fail(new Error('throttled'));
    const answer = await call.happen();
    if (fate < crash * 2 + error) return die(call, 'diedAfter');
    if (fate < crash * 2 + error * 2) return call.fail(new Error('the answer was lost'));
    answer();
  };
  return {
    counts,
    call: (task, name, work, safe = false) =>
      new Promise((resolve, reject) => {
        const happens = () => work().then((value) => () => resolve(value));
        waiting.push({ task, name, safe, happen: happens, fail: reject });
      }),
    async step() {
      // Everything that can run without a port runs first, so that all who want a port are waiting. Nothing here waits for more
      // than promises, and a next tick comes when no promise is left to go on with: cheaper than a turn of the event loop.
      await new Promise<void>((resolve) => process.nextTick(resolve));
      if (waiting.length === 0) return false;
      const last = waiting.length - 1;
      const [call] = waiting.splice(random.chance(faults.unfair) ? last : random.below(last + 1), 1);
      if (call !== undefined) await happen(call);
      return true;
    },
  };
}
