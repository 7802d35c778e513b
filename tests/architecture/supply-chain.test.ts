/** What comes from others, and what must never be in the repository: a new dependency, or a secret, is seen before it is merged. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const ROOT = path.resolve(import.meta.dirname, '../..');
const read = (name: string) => readFileSync(path.join(ROOT, name), 'utf8');

const Manifest = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
  optionalDependencies: z.record(z.string(), z.string()),
  allowScripts: z.record(z.string(), z.boolean()),
});
const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      integrity: z.string().optional(),
      resolved: z.string().optional(),
      link: z.boolean().optional(),
      /** Comes inside its parent's package, under its parent's digest. */
      inBundle: z.boolean().optional(),
      hasInstallScript: z.boolean().optional(),
    }),
  ),
});
const manifest = Manifest.parse(JSON.parse(read('package.json')));
const lock = Lock.parse(JSON.parse(read('package-lock.json')));
const installed = Object.entries(lock.packages).filter(([name]) => name !== '');

describe('dependencies', () => {
  it('at run time are those that the README accounts for', () => {
    const table = read('README.md').split('## Libraries at run time, and why')[1]?.split('\n## ')[0] ?? '';
    const cells = table
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .map((line) => line.split('|')[1] ?? '');
    const named = cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? ''));
    expect(named.sort()).toEqual(Object.keys(manifest.dependencies).sort());
  });

  it('are pinned to one version each', () => {
    const ranges = [manifest.dependencies, manifest.devDependencies, manifest.optionalDependencies].flatMap(
      Object.entries,
    );
    expect(ranges.length).toBeGreaterThan(30);
    expect(ranges.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it('are checked by their digest when they are installed, and come from the registry that the user has chosen', () => {
    expect(installed.length).toBeGreaterThan(200);
    expect(
      installed
        .filter(([, each]) => each.inBundle !== true && !/^sha512-/.test(each.integrity ?? ''))
        .map(([name]) => name),
    ).toEqual([]);
    expect(installed.filter(([, each]) => each.resolved !== undefined || each.link === true)).toEqual([]);
  });

  it('run no script when they are installed: those that would are named, and may not', () => {
    const scripted = installed
      .filter(([, each]) => each.hasInstallScript === true)
      .map(([name]) => name.split('node_modules/').at(-1));
    expect(scripted.sort()).toEqual(Object.keys(manifest.allowScripts).sort());
    expect(new Set(Object.values(manifest.allowScripts))).toEqual(new Set([false]));
  });
});

const SECRETS: readonly RegExp[] = [
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/,
  /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/,
  /\bgh[pousr]_[A-Za-z0-9]{36}\b/,
  /\bxox[abprs]-[A-Za-z0-9-]{10,}\b/,
  /\bnpm_[A-Za-z0-9]{36}\b/,
  /aws_secret_access_key\s*[=:]\s*['"]?[A-Za-z0-9/+]{40}\b/i,
];
const isSecret = (text: string) => SECRETS.some((pattern) => pattern.test(text));

describe('the repository', () => {
  it('holds no secret', () => {
    const rooms = ['{bench,cli,functions,infra,shared,tests}/**/*', '*.{json,md,ts}', '.ci/*', '.npmrc'];
    const files = globSync(rooms, { cwd: ROOT, withFileTypes: true }).filter((entry) => entry.isFile());
    const own = files.filter(({ parentPath }) => !parentPath.includes('node_modules'));
    expect(own.length).toBeGreaterThan(700);
    const found = own
      .map(({ parentPath, name }) => path.join(parentPath, name))
      .filter((file) => isSecret(readFileSync(file, 'latin1')));
    expect(found).toEqual([]);
  });

  it('would be seen to hold one', () => {
    const made = [
      ['AK', `IA${'Q'.repeat(16)}`],
      ['-----BEGIN ', 'PRIVATE KEY-----'],
      ['gh', `p_${'a'.repeat(36)}`],
    ];
    expect(made.filter((halves) => !isSecret(halves.join('')))).toEqual([]);
  });
});
