/** A stack that runs beside the measurement. In: a state folder. Out: where it listens, and how many read units it has counted. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { z } from 'zod';

const Started = z.object({
  endpoints: z.object({ s3: z.string(), sqs: z.string(), dynamodb: z.string(), api: z.string() }),
  outputs: z.record(z.string(), z.string()),
});
const Counted = z.object({
  cpu: z.object({ user: z.number(), system: z.number() }),
  usage: z.object({ calls: z.record(z.string(), z.object({ count: z.number(), units: z.number() })) }),
});

export interface MeasuredStack extends z.infer<typeof Started> {
  /** Since the start: read units of the table and its index, requests, and processor time of the stack without its functions. */
  readUnits(): Promise<{ readonly units: number; readonly requests: number; readonly cpuMs: number }>;
  stop(): Promise<void>;
}

const READS = /^dynamodb (?:GetItem|Query|BatchGetItem)$/;

export async function startStack(stateDir: string): Promise<MeasuredStack> {
  const child = fork(new URL('./serve.ts', import.meta.url), [stateDir], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const started = Started.parse(await told(child));
  return {
    ...started,
    async readUnits() {
      child.send('usage');
      const { usage, cpu } = Counted.parse(await told(child));
      const reads = Object.entries(usage.calls).filter(([name]) => READS.test(name));
      const sum = (of: 'units' | 'count') => reads.reduce((total, [, call]) => total + call[of], 0);
      return { units: sum('units'), requests: sum('count'), cpuMs: (cpu.user + cpu.system) / 1_000 };
    },
    async stop() {
      const ended = once(child, 'exit');
      child.send('stop');
      await ended;
    },
  };
}

async function told(child: ChildProcess): Promise<unknown> {
  const { signal, abort } = listening();
  try {
    const ended = once(child, 'exit', { signal }).then(() => Promise.reject(new Error('the stack ended')));
    const [message] = await Promise.race([once(child, 'message', { signal }), ended]);
    return message;
  } finally {
    abort();
  }
}

/** Who is not listened to any more is let go. */
function listening() {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}
