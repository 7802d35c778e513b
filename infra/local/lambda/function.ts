/** A function as its callers see it: events in, answers out, never more at once than it may have processes. */
import type { Json } from '../json.ts';
import { LOCAL_LIMITS } from '../limits.ts';
import type { Meter } from '../meter.ts';
import type { LocalLog } from '../types.ts';
import { FunctionFailure } from './failure.ts';
import { makePool, type ProcessPool } from './pool.ts';
import type { FunctionSettings } from './settings.ts';

export interface LocalFunction {
  readonly settings: FunctionSettings;
  /** Rejects with FunctionFailure. Waits for its turn when all processes are busy. */
  invoke(event: Json): Promise<Json>;
  /** Lets running events finish for a while, then kills. */
  stop(): Promise<void>;
}

const MIB_IN_GIB = 1_024;

export function makeFunction(settings: FunctionSettings, log: LocalLog, meter: Meter): LocalFunction {
  const pool = makePool(settings, log);
  const turns: (() => void)[] = [];
  const running = new Set<Promise<unknown>>();
  let busy = 0;
  let stopped = false;

  const invoke = async (event: Json): Promise<Json> => {
    if (busy >= settings.processes) await new Promise<void>((resolve) => turns.push(resolve));
    else busy += 1;
    try {
      if (stopped) throw new FunctionFailure('Runtime.Stopped', `${settings.name} was stopped`);
      const began = performance.now();
      const result = await pool.run(event);
      meter.run(settings.name, (((performance.now() - began) / 1_000) * settings.memoryMib) / MIB_IN_GIB);
      return result;
    } finally {
      // The place is handed on, not given back, so nobody overtakes.
      const next = turns.shift();
      if (next === undefined) busy -= 1;
      else next();
    }
  };

  return {
    settings,
    invoke: (event) => {
      const result = invoke(event);
      const settled = result.catch(() => undefined).finally(() => running.delete(settled));
      running.add(settled);
      return result;
    },
    stop: async () => {
      stopped = true;
      await drain(running, pool);
    },
  };
}

async function drain(running: ReadonlySet<Promise<unknown>>, pool: ProcessPool): Promise<void> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), LOCAL_LIMITS.drainMs);
  const tooLate = new Promise<void>((resolve) => late.signal.addEventListener('abort', () => resolve()));
  await Promise.race([Promise.all(running), tooLate]);
  clearTimeout(timer);
  pool.kill();
}
