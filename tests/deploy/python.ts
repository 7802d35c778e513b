/** Tools of others in Python. In: a file of pinned requirements. Out: a Python that has them. Promise: nothing of the machine's own is changed. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A hundred packages on a busy machine. */
const INSTALL_MS = 1_200_000;
const TOLD_CHARS = 1_000;

/** A virtual environment for these very requirements; made once, in the temporary folder. Throws in words when Python cannot. */
export function pythonWith(requirements: string): string {
  const digest = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12);
  const folder = path.join(tmpdir(), `wirefold-python-${digest}`);
  const python = path.join(folder, 'bin/python');
  // Written last, so that an installation that broke off is not taken for a whole one.
  const done = path.join(folder, 'installed');
  if (existsSync(done)) return python;
  run('python3', ['-m', 'venv', '--clear', folder], 'Python 3.10 or newer with venv is needed (Debian: python3-venv)');
  const install = ['-m', 'pip', 'install', '-q', '--disable-pip-version-check', '-r', requirements];
  run(python, install, `pip could not install ${requirements}`);
  closeSync(openSync(done, 'w'));
  return python;
}

function run(command: string, args: readonly string[], otherwise: string): void {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8', timeout: INSTALL_MS });
  if (status !== 0) throw new Error(`${otherwise}: ${error?.message ?? stderr.slice(-TOLD_CHARS)}`);
}
