/** What keeps a run on macOS and Windows possible: scripts that every shell understands, files found by URL or path, nothing of Linux alone. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const ROOT = path.resolve(import.meta.dirname, '../..');
const read = (name: string) => readFileSync(path.join(ROOT, name), 'utf8');
const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read('package.json')));

/** Programs that npm puts into the path on every system; node runs all that is ours. */
const PROGRAMS = ['node', 'npm', 'biome', 'tsc', 'vitest', 'cdk'];

/** What is wrong with a script; `&&` is all of a shell that it may use, as cmd.exe has it too. */
function troubles(script: string): readonly string[] {
  const steps = script.split(' && ');
  const strange = steps.map((step) => step.split(' ')[0] ?? '').filter((program) => !PROGRAMS.includes(program));
  return [...strange, ...(script.match(/[$`'"|;<>\\*~]|&(?!&|(?<=&&))|\bsh\b/g) ?? [])].filter((one) => one !== '&');
}

/** The product and what a user runs of it; tests and measurements may say that they are for Linux. */
const SOURCES = globSync('{cli,console,functions,infra,shared}/**/*.{ts,js}', { cwd: ROOT }).filter(
  (file) => !file.startsWith(path.join('console', 'screenshots')),
);

describe('a script of package.json', () => {
  it.each(Object.entries(scripts))('%s asks for no shell of Linux', (_, script) => {
    expect(troubles(script)).toEqual([]);
  });

  it.each([
    'rm -rf dist && tsc',
    'NODE_ENV=test node a.ts',
    'node a.ts > b',
    'node a.ts | node b.ts',
    'sh a.sh',
    'node $A',
  ])('%s would be found', (script) => {
    expect(troubles(script)).not.toEqual([]);
  });
});

describe('the product', () => {
  it('is looked at', () => {
    expect(SOURCES.length).toBeGreaterThan(500);
  });

  it.each([
    [
      'takes no path from the text of a URL, which begins with a slash before the drive',
      /import\.meta\.url\)?\.pathname/,
    ],
    ['knows no folders of one system', /['"`]\/(?:tmp|proc|dev|etc|bin|usr|var)\b/],
    ['runs nothing in a shell', /\bexecSync\(|shell: true/],
    ['loads no module by a bare path', /\bimport\((?:path\.|join\(|resolve\()/],
  ])('%s', (_, pattern) => {
    const found = SOURCES.filter((file) => pattern.test(readFileSync(path.join(ROOT, file), 'utf8')));
    expect(found).toEqual([]);
  });
});
