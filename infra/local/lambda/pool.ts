/** Processes of one function: the idle one that was used last, or a new one. A dead one is forgotten. */
import type { Json } from '../json.ts';
import type { LocalLog } from '../types.ts';
import { type FunctionProcess, startProcess } from './process.ts';
import type { FunctionSettings } from './settings.ts';

export interface ProcessPool {
  run(event: Json): Promise<Json>;
  kill(): void;
}

export function makePool(settings: FunctionSettings, log: LocalLog): ProcessPool {
  const idle: FunctionProcess[] = [];
  const all = new Set<FunctionProcess>();
  const reuse = (): FunctionProcess | undefined => {
    for (let last = idle.pop(); last !== undefined; last = idle.pop()) {
      if (last.alive) return last;
      all.delete(last);
    }
    return undefined;
  };
  return {
    run: async (event) => {
      const worker = reuse() ?? (await startProcess(settings, log));
      all.add(worker);
      try {
        return await worker.run(event);
      } finally {
        if (worker.alive) idle.push(worker);
        else all.delete(worker);
      }
    },
    kill: () => {
      for (const worker of all) worker.kill();
    },
  };
}
