/** Bundles that are kept: made once of the same source, anew of another, and never a half. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bundlesIn } from '../../infra/bundling.ts';
import { keptBundles, SOURCES, sourceDigest } from '../../infra/kept-bundles.ts';

const ROOT = join(import.meta.dirname, '../..');
const HOURS_AGO = new Date(Date.now() - 3 * 60 * 60 * 1000);

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the digest of what bundles are made of', () => {
  function aRepository(): string {
    const root = join(folder, 'repository');
    for (const source of SOURCES) {
      const file = source.includes('.') ? source : `${source}/a.ts`;
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), source);
    }
    return root;
  }

  it('is the same for the same files', () => {
    const root = aRepository();
    expect(sourceDigest(root)).toMatch(/^[0-9a-f]{32}$/);
    expect(sourceDigest(root)).toBe(sourceDigest(root));
  });

  it.each(SOURCES)('is another when %s is another', (source) => {
    const root = aRepository();
    const before = sourceDigest(root);
    writeFileSync(join(root, source.includes('.') ? source : `${source}/a.ts`), 'changed');
    expect(sourceDigest(root)).not.toBe(before);
  });

  it('is another when a file comes, bears another name, or goes', () => {
    const root = aRepository();
    const digests = [sourceDigest(root)];
    writeFileSync(join(root, 'shared/b.ts'), '');
    digests.push(sourceDigest(root));
    renameSync(join(root, 'shared/b.ts'), join(root, 'shared/c.ts'));
    digests.push(sourceDigest(root));
    rmSync(join(root, 'shared/a.ts'));
    digests.push(sourceDigest(root));
    expect(new Set(digests).size).toBe(4);
  });

  it('is none where npm did not install the libraries', () => {
    const root = aRepository();
    rmSync(join(root, 'node_modules/.package-lock.json'));
    expect(sourceDigest(root)).toBeNull();
  });

  it('knows every file of ours that bundling is done with', () => {
    const seen = new Set<string>();
    const follow = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      const imports = readFileSync(join(ROOT, file), 'utf8').matchAll(/from '(\.[^']+\.ts)';/g);
      for (const [, path = ''] of imports) if (!file.startsWith('shared/')) follow(join(dirname(file), path));
    };
    follow('infra/bundling.ts');
    expect(seen.size).toBeGreaterThan(3);
    const isSource = (file: string) => SOURCES.some((one) => file === one || file.startsWith(`${one}/`));
    expect([...seen].filter((file) => !isSource(file))).toEqual([]);
  });
});

describe('bundles', () => {
  const shelf = () => join(folder, 'shelf');
  let made = 0;
  beforeEach(() => {
    made = 0;
  });
  const make = async (parent: string = tmpdir()) => {
    made += 1;
    const fresh = mkdtempSync(join(parent, 'fresh-'));
    mkdirSync(join(fresh, 'ingest'));
    writeFileSync(join(fresh, 'ingest/index.mjs'), `made ${made}`);
    return bundlesIn(fresh);
  };
  const told = (ingest: string) => readFileSync(join(ingest, 'index.mjs'), 'utf8');

  it('are made once, and are whole', async () => {
    const first = await keptBundles(shelf(), make);
    expect(await keptBundles(shelf(), make)).toEqual(first);
    expect([made, told(first.ingest)]).toEqual([1, 'made 1']);
    expect(first.ingest).toBe(join(shelf(), sourceDigest() ?? '', 'ingest'));
    expect(readdirSync(shelf())).toEqual([sourceDigest()]);
  });

  it('are those of whoever is done first, when two make them at once, and nothing of the other is left', async () => {
    const both = await Promise.all([keptBundles(shelf(), make), keptBundles(shelf(), make)]);
    expect(both[0]).toEqual(both[1]);
    expect([made, readdirSync(shelf())]).toEqual([2, [sourceDigest()]]);
  });

  it('are not kept when they cannot be made, and are made by the next', async () => {
    await expect(keptBundles(shelf(), () => Promise.reject(new Error('a flaw in the source')))).rejects.toThrow('flaw');
    expect(readdirSync(shelf())).toEqual([]);
    expect(told((await keptBundles(shelf(), make)).ingest)).toBe('made 1');
  });

  it('are made anew where nothing can be kept', async () => {
    writeFileSync(join(folder, 'file'), '');
    const bundles = await keptBundles(join(folder, 'file/shelf'), make);
    expect(told(bundles.ingest)).toBe('made 1');
    rmSync(dirname(bundles.ingest), { recursive: true });
  });

  it('of other sources go after an hour, but for the three that were used last', async () => {
    for (const [age, name] of ['a', 'b', 'c', 'd', 'e'].entries()) {
      mkdirSync(join(shelf(), name), { recursive: true });
      const at = new Date(HOURS_AGO.getTime() - age * 1000);
      utimesSync(join(shelf(), name), at, at);
    }
    mkdirSync(join(shelf(), 'just-made'));
    await keptBundles(shelf(), make);
    expect(new Set(readdirSync(shelf()))).toEqual(new Set([sourceDigest(), 'just-made', 'a', 'b']));
    expect(existsSync(join(shelf(), 'c'))).toBe(false);
  });
});
