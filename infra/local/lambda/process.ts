/**
 * One process that runs a function's bundle, one event at a time. It starts when made; an event that runs over its time
 * kills it, as Lambda does. A dead process never comes back: its pool starts another.
 */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { REGION } from '../arn.ts';
import type { Json } from '../json.ts';
import { LOCAL_LIMITS } from '../limits.ts';
import type { LocalLog } from '../types.ts';
import { makeExchange } from './exchange.ts';
import { FunctionFailure } from './failure.ts';
import { openRuntimeApi } from './runtime-api.ts';
import type { FunctionSettings } from './settings.ts';

export interface FunctionProcess {
  /** Rejects with FunctionFailure. One at a time. */
  run(event: Json): Promise<Json>;
  readonly alive: boolean;
  /** Of the operating system, for whoever measures it; null when it never started. */
  readonly pid: number | null;
  kill(): void;
}

const BOOTSTRAP = fileURLToPath(new URL('./bootstrap.ts', import.meta.url));

export async function startProcess(settings: FunctionSettings, log: LocalLog): Promise<FunctionProcess> {
  const exchange = makeExchange();
  const api = await openRuntimeApi(settings.name, exchange);
  const child = launch(settings, api.address, log);
  let alive = true;
  const kill = (): void => {
    alive = false;
    child.kill('SIGKILL');
  };
  child.once('error', (error) => {
    alive = false;
    exchange.failed(new FunctionFailure('Runtime.SpawnError', error.message));
  });
  child.once('exit', (code, signal) => {
    alive = false;
    exchange.failed(
      new FunctionFailure('Runtime.ExitError', `the process of ${settings.name} ended (${signal ?? code})`),
    );
    void api.close();
  });
  const within = async (ms: number, late: FunctionFailure, work: Promise<Json>): Promise<Json> => {
    const timer = setTimeout(() => {
      exchange.failed(late);
      kill();
    }, ms);
    return work.finally(() => clearTimeout(timer));
  };
  return {
    pid: child.pid ?? null,
    get alive() {
      return alive;
    },
    run: async (event) => {
      await within(LOCAL_LIMITS.initMs, slowStart(settings), exchange.turn());
      const answer = exchange.answer();
      api.give(event, Date.now() + settings.timeoutMs);
      return within(settings.timeoutMs, timedOut(settings), answer);
    },
    kill,
  };
}

function launch(settings: FunctionSettings, api: string, log: LocalLog): ChildProcessByStdio<null, Readable, Readable> {
  const child = spawn(process.execPath, [`--max-old-space-size=${settings.memoryMib}`, BOOTSTRAP], {
    env: environmentOf(settings, api),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const [stream, level] of [
    [child.stdout, 'info'],
    [child.stderr, 'error'],
  ] as const) {
    createInterface({ input: stream }).on('line', (text) => log({ from: settings.name, level, text }));
  }
  return child;
}

const slowStart = ({ name }: FunctionSettings): FunctionFailure =>
  new FunctionFailure('Sandbox.InitTimedout', `${name} did not start within ${LOCAL_LIMITS.initMs / 1_000} s`);

const timedOut = ({ timeoutMs }: FunctionSettings): FunctionFailure =>
  new FunctionFailure('Sandbox.Timedout', `Task timed out after ${(timeoutMs / 1_000).toFixed(2)} seconds`);

function environmentOf(settings: FunctionSettings, runtimeApi: string): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    TZ: ':UTC',
    LAMBDA_TASK_ROOT: settings.root,
    _HANDLER: settings.handler,
    AWS_LAMBDA_RUNTIME_API: runtimeApi,
    AWS_LAMBDA_FUNCTION_NAME: settings.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(settings.memoryMib),
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${settings.name}`,
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_REGION: REGION,
    AWS_DEFAULT_REGION: REGION,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    ...settings.environment,
  };
}
