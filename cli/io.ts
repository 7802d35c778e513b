/** What the command touches of the process, so that tests can own it. Promise: nothing else in cli/ reads `process`. */
import type { Readable, Writable } from 'node:stream';

export interface Io {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** Both are true only for a terminal; width is what fits into one line there. */
  readonly stdoutIsTerminal: boolean;
  readonly stderrIsTerminal: boolean;
  readonly columns: number;
  readonly color: boolean;
  /** Folder that relative paths count from. */
  readonly base: string;
  /** Folder that the command runs in; under `npm run` that of the package. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
}

const DEFAULT_COLUMNS = 100;

export function processIo(): Io {
  const { stdin, stdout, stderr, env } = process;
  const terminal = stdout.isTTY === true;
  return {
    stdin,
    stdout,
    stderr,
    stdoutIsTerminal: terminal,
    stderrIsTerminal: stderr.isTTY === true,
    columns: stdout.columns || DEFAULT_COLUMNS,
    color: terminal && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb',
    // npm runs scripts in the package's folder and says in INIT_CWD where the user stands.
    base: env['INIT_CWD'] ?? process.cwd(),
    cwd: process.cwd(),
    env,
    now: () => new Date(),
  };
}
