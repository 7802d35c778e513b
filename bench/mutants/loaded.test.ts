/**
 * Loads everything that is judged before any test runs. In: both folders. Out: nothing. Why: what a test loads by itself, in its midst, would
 * count as reached by that test alone, all tables of the reader among it, and no other test would be asked.
 */
import { globSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const files = globSync('shared/{core,pipeline}/**/*.ts', { cwd: ROOT });
const loaded = await Promise.all(files.map((file) => import(pathToFileURL(path.join(ROOT, file)).href)));

it('all files are loaded', () => {
  expect(loaded.length).toBeGreaterThan(0);
});
