/** The program of `npm start` in a process of its own, as a user runs it: with its own state, inbox and free ports. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** A watchdog for one thing to appear in what is printed. */
const PATIENCE_MS = 90_000;

export interface LocalProgram {
  /** All that was printed so far. */
  readonly printed: () => string;
  /** Resolves when the text was printed; rejects with all that was printed instead. */
  until(text: string | RegExp, patienceMs?: number): Promise<void>;
  facts(): { endpoints: { s3: string; dynamodb: string; sqs: string; api: string }; outputs: Record<string, string> };
  stop(signal: NodeJS.Signals): Promise<number | null>;
}

export function startProgram(folder: string, args: readonly string[] = []): LocalProgram {
  const state = path.join(folder, 'state');
  const child: ChildProcess = spawn(
    process.execPath,
    [
      path.join(ROOT, 'infra/local/main.ts'),
      '--port',
      '0',
      '--state',
      state,
      '--inbox',
      path.join(folder, 'inbox'),
      ...args,
    ],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let printed = '';
  const ended = once(child, 'close').then(([code]) => code as number | null);
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  const until = async (text: string | RegExp, patienceMs = PATIENCE_MS): Promise<void> => {
    const found = () => (typeof text === 'string' ? printed.includes(text) : text.test(printed));
    for (let waited = 0; !found(); waited += 100) {
      if (child.exitCode !== null || waited > patienceMs) throw new Error(`never printed: ${text}\n${printed}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  return {
    printed: () => printed,
    until,
    facts: () => JSON.parse(readFileSync(path.join(state, 'local.json'), 'utf8')),
    stop: async (signal) => {
      if (child.exitCode === null) child.kill(signal);
      return ended;
    },
  };
}
