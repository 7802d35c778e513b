/** Runs some tests with settings, on every system: `node tests/run-with.ts SEEDS=10000 tests/simulation`. Ends as vitest ends. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');
const args = process.argv.slice(2);
const settings = args.filter((arg) => arg.includes('='));
const files = args.filter((arg) => !arg.includes('='));
const vitest = path.join(ROOT, 'node_modules/vitest/vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run', ...files], {
  cwd: ROOT,
  stdio: 'inherit',
  env: { ...Object.fromEntries(settings.map((setting) => setting.split('=', 2))), ...process.env },
});
process.exitCode = status ?? 1;
