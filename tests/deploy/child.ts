/** Programs run as a user would run them: CDK and the `wirefold` command. Promise: bounded in time; what they printed is told when they fail. */
import { spawn } from 'node:child_process';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../..');
/** CloudFormation takes minutes for a stack. */
const MOST_MS = 1_800_000;
/** The end of what a failed program printed says why. */
const TOLD_CHARS = 3_000;

export interface Printed {
  readonly out: string;
  readonly err: string;
  readonly code: number | null;
}

export function cdk(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Printed> {
  const quiet = { CDK_DISABLE_VERSION_CHECK: '1', CDK_DISABLE_CLI_TELEMETRY: 'true', ...env };
  const command = path.join(ROOT, 'node_modules/aws-cdk/bin/cdk');
  return runNode([command, '--no-notices', '--no-color', ...args], quiet);
}

export function wirefold(stack: string, args: readonly string[]): Promise<Printed> {
  return runNode([path.join(ROOT, 'cli/main.ts'), ...args, '--store', `aws:${stack}`], {});
}

async function runNode(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Printed> {
  const child = spawn(process.execPath, [...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: MOST_MS,
  });
  const [out, err]: [string[], string[]] = [[], []];
  child.stdout.setEncoding('utf8').on('data', (text: string) => out.push(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => err.push(text));
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  return { out: out.join(''), err: err.join(''), code };
}

/** Throws with the end of what was printed. */
export async function succeeded(running: Promise<Printed>): Promise<Printed> {
  const printed = await running;
  if (printed.code !== 0) throw new Error(`exit ${printed.code}: ${`${printed.out}${printed.err}`.slice(-TOLD_CHARS)}`);
  return printed;
}
