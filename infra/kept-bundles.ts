/**
 * Bundles of this very source, made once. In: nothing. Out: their folders. Promise: what is kept was made of the same files, the same libraries and
 * the same Node, byte for byte; where nothing can be kept they are made anew, and are gone with the process.
 *
 * Why: bundling is half of a synth and of the start of the local run, and most of both come without a change of what is bundled.
 */
import { createHash, type Hash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { type Bundles, bundleFunctions, bundlesIn, dropBundles } from './bundling.ts';

const ROOT = join(import.meta.dirname, '..');
const SHELF = join(ROOT, 'node_modules/.cache/wirefold-bundles');

/** All that has a say in a bundle, relative to the repository. What is installed, npm writes down there. */
export const SOURCES: readonly string[] = [
  'functions',
  'shared',
  'infra/bundling.ts',
  'infra/bundle-plugins.ts',
  'infra/packed-ngrams.ts',
  'infra/prepared-tables.ts',
  'node_modules/.package-lock.json',
  'package.json',
  'tsconfig.json',
];

/** Who changes between a few branches finds them all. */
const KEPT = 4;
/** Whoever took the folder from the shelf has copied it by then. */
const IN_USE_MS = 60 * 60 * 1000;

/** `make`: bundles in a fresh folder below the one that is given. */
export async function keptBundles(shelf: string = SHELF, make = bundleFunctions): Promise<Bundles> {
  const name = sourceDigest();
  if (name === null || !canKeep(shelf)) return forThisProcess(make);
  const folder = join(shelf, name);
  if (!isThere(folder)) shelve(await make(shelf), folder);
  utimesSync(folder, new Date(), new Date());
  clearUp(shelf);
  return bundlesIn(folder);
}

/** Null where something is not there: libraries that npm did not install. */
export function sourceDigest(root: string = ROOT): string | null {
  const digest = createHash('sha256').update(process.version);
  try {
    for (const source of SOURCES) add(digest, root, source);
  } catch {
    return null;
  }
  return digest.digest('hex').slice(0, 32);
}

function add(digest: Hash, root: string, name: string): void {
  const file = join(root, name);
  if (statSync(file).isDirectory())
    for (const inside of readdirSync(file).sort()) add(digest, root, `${name}/${inside}`);
  else {
    const bytes = readFileSync(file);
    digest.update(`${name}\0${bytes.length}\0`).update(bytes);
  }
}

function canKeep(shelf: string): boolean {
  try {
    mkdirSync(shelf, { recursive: true });
    return true;
  } catch {
    return false;
  }
}

async function forThisProcess(make: typeof bundleFunctions): Promise<Bundles> {
  const bundles = await make();
  process.once('exit', () => dropBundles(bundles));
  return bundles;
}

/** Whole or not at all; of two that made the same at once, one is kept. */
function shelve(made: Bundles, folder: string): void {
  try {
    renameSync(join(made.ingest, '..'), folder);
  } catch (error) {
    dropBundles(made);
    if (!isThere(folder)) throw error;
  }
}

function clearUp(shelf: string): void {
  const folders = readdirSync(shelf).map((name) => join(shelf, name));
  const aged = folders.flatMap((folder) => ageOf(folder)).sort((a, b) => a.ms - b.ms);
  for (const { folder, ms } of aged.slice(KEPT)) if (ms > IN_USE_MS) rmSync(folder, { recursive: true, force: true });
}

/** None for one that somebody else has just cleared away. */
function ageOf(folder: string): readonly { readonly folder: string; readonly ms: number }[] {
  const stat = statSync(folder, { throwIfNoEntry: false });
  return stat === undefined ? [] : [{ folder, ms: Date.now() - stat.mtimeMs }];
}

function isThere(folder: string): boolean {
  return statSync(folder, { throwIfNoEntry: false }) !== undefined;
}
