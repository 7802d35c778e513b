/**
 * `npm run e2e:deploy`: the real stack, deployed, used and destroyed; on an emulator, or with `--profile` in a real account. Promise: exits
 * with 1 when anything failed; nothing is left running.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Emulator, startEmulator } from './emulator.ts';
import { HELP, readOptions, UsageError } from './options.ts';
import { PATCHES } from './patches.ts';

const LOG_CHARS = 4_000;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function emulated(args: readonly string[]): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'wirefold-emulator-'));
  let emulator: Emulator | null = null;
  try {
    emulator = await startEmulator(folder);
    say(`Deploying to MiniStack at ${emulator.variables['AWS_ENDPOINT_URL']}. What it is treated differently in:`);
    for (const { what, reason } of PATCHES) say(`  ${what}: ${reason}`);
    const code = await journey(args, emulator.variables);
    if (code !== 0) say(`What the emulator's log says of failures:\n${failuresIn(readFileSync(emulator.log, 'utf8'))}`);
    return code;
  } finally {
    await emulator?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Thousands of lines say that all is well. */
function failuresIn(log: string): string {
  const telling = log.split('\n').filter((line) => /ERROR|WARN|Error|Exception|denied|timed out/.test(line));
  return telling.join('\n').slice(-LOG_CHARS);
}

/** A process of its own: Node reads whom to trust only when it starts. */
async function journey(args: readonly string[], variables: Readonly<Record<string, string>>): Promise<number> {
  const file = path.join(import.meta.dirname, 'journey.ts');
  const child = spawn(process.execPath, [file, ...args], {
    env: { ...withoutAws(process.env, variables), ...variables },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  // It ends with its own cleaning up; this process waits for it.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => child.on('error', reject).on('close', (code) => resolve(code ?? 1)));
}

/** A profile of the user's must not lead the emulated run into a real account. */
function withoutAws(env: NodeJS.ProcessEnv, variables: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const emulation = variables['AWS_ENDPOINT_URL'] !== undefined;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !(emulation && name.startsWith('AWS_'))));
}

const args = process.argv.slice(2);
try {
  const options = readOptions(args);
  if (options === 'help') say(HELP);
  else if (options.profile === null) process.exitCode = await emulated(args);
  else {
    const region = options.region === null ? {} : { AWS_REGION: options.region };
    process.exitCode = await journey(args, { AWS_PROFILE: options.profile, ...region });
  }
} catch (error) {
  const usage = error instanceof UsageError;
  process.stderr.write(`e2e:deploy: ${error instanceof Error ? error.message : error}\n${usage ? `${HELP}\n` : ''}`);
  process.exitCode = usage ? 2 : 1;
}
