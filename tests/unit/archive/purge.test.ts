/** Take-downs: no word of the article stays in any file, also when a run had read it before. */
import { describe, expect, it } from 'vitest';
import { PURGES_PK } from '../../../shared/core/archive/keys.ts';
import { archiveChanges } from '../../../shared/pipeline/archive-changes.ts';
import { compactArchive } from '../../../shared/pipeline/compact-archive.ts';
import { purgeAgain, purgeFromArchive } from '../../../shared/pipeline/purge-archive.ts';
import { findObject } from '../../../shared/pipeline/query.ts';
import { anArchive, never, rowsOf, told } from './builders.ts';

const HOUR_MS = 3_600_000;

async function idOf(key: string, { store }: ReturnType<typeof anArchive>): Promise<string> {
  const state = await findObject(key, store.query);
  return state?.state === 'stored' ? state.record.id : '';
}

async function wordsIn(world: ReturnType<typeof anArchive>): Promise<string> {
  return JSON.stringify(await rowsOf(world.files));
}

describe('a take-down', () => {
  it('removes every row of the article from every file, and leaves what stands beside it', async () => {
    const world = anArchive();
    const { put, ports, files, store } = world;
    await put('a', 'Secret one', '2026-01-01');
    await put('b', 'Beside', '2026-01-01');
    await archiveChanges(ports, never);
    await put('a', 'Secret two', '2026-01-02', 'Other text.');
    await archiveChanges(ports, never);
    const id = await idOf('a', world);
    await store.deliver(store.bucket.remove('a'));
    const { files: purged } = await purgeFromArchive(id, ports);
    expect(purged).toHaveLength(2);
    expect(await wordsIn(world)).not.toMatch(/Secret|Other text/i);
    expect(await told(files)).toEqual(['Beside 2026-01-01', 'gone 2026-01-01', 'gone 2026-01-01', 'gone 2026-01-02']);
    expect(purged.filter((name) => files.contents.has(name))).toEqual([]);
  });

  it('reads of the days of the article only, and of them only who is in them', async () => {
    const world = anArchive();
    await world.put('a', 'Secret', '2026-01-01');
    await world.put('b', 'Beside', '2026-01-02');
    await archiveChanges(world.ports, never);
    const id = await idOf('a', world);
    await world.store.deliver(world.store.bucket.remove('a'));
    const read: string[] = [];
    const spied = {
      ...world.files,
      async read(name: string) {
        read.push(name);
        return world.files.read(name);
      },
    };
    await purgeFromArchive(id, { ...world.ports, files: spied });
    expect(read.map((name) => name.slice(0, 24))).toEqual(['articles/day=2026-01-01/']);
  });

  it('is done again for a run that had read the article and writes it afterwards', async () => {
    const world = anArchive();
    const { put, ports, store } = world;
    await put('a', 'Secret', '2026-01-01');
    const id = await idOf('a', world);
    const late = {
      ...ports.files,
      async put(name: string, bytes: Uint8Array) {
        await store.deliver(store.bucket.remove('a'));
        await purgeFromArchive(id, ports);
        await ports.files.put(name, bytes);
      },
    };
    await archiveChanges({ ...ports, files: late }, never);
    expect(await wordsIn(world)).toContain('Secret');
    expect(await purgeAgain(ports)).toBe(0);
    expect(await purgeAgain({ ...ports, now: () => ports.now() + HOUR_MS })).toBe(1);
    expect(await wordsIn(world)).not.toContain('Secret');
    expect(await purgeAgain({ ...ports, now: () => ports.now() + HOUR_MS })).toBe(0);
  });

  it('leaves rows that came after it', async () => {
    const world = anArchive();
    const { put, ports, files, store } = world;
    await put('a', 'Secret', '2026-01-01');
    await archiveChanges(ports, never);
    const id = await idOf('a', world);
    await store.deliver(store.bucket.remove('a'));
    await purgeFromArchive(id, ports);
    await put('a', 'Harmless', '2026-01-01');
    await archiveChanges(ports, never);
    await compactArchive(ports, never);
    await purgeAgain({ ...ports, now: () => ports.now() + HOUR_MS });
    expect((await told(files)).filter((line) => !line.startsWith('gone'))).toEqual(['Harmless 2026-01-01']);
  });

  it('looks again when a file goes while it is read', async () => {
    const world = anArchive();
    await world.put('a', 'Secret', '2026-01-01');
    await archiveChanges(world.ports, never);
    const id = await idOf('a', world);
    await world.store.deliver(world.store.bucket.remove('a'));
    let reads = 0;
    const once = { ...world.files, read: async (name: string) => (reads++ === 0 ? null : world.files.read(name)) };
    await purgeFromArchive(id, { ...world.ports, files: once });
    expect(await wordsIn(world)).not.toContain('Secret');
  });

  it('says so when the files of a day go as fast as they are read', async () => {
    const world = anArchive();
    await world.put('a', 'Secret', '2026-01-01');
    await archiveChanges(world.ports, never);
    const id = await idOf('a', world);
    await world.store.deliver(world.store.bucket.remove('a'));
    const fleeting = { ...world.files, read: async () => null };
    await expect(purgeFromArchive(id, { ...world.ports, files: fleeting })).rejects.toThrow('Try again');
  });

  it('leaves a note without a word of the article', async () => {
    const world = anArchive();
    await world.put('a', 'Secret', '2026-01-01');
    const id = await idOf('a', world);
    await purgeFromArchive(id, world.ports);
    const notes = world.store.table.items().filter(({ pk }) => pk === PURGES_PK);
    expect(notes).toEqual([expect.objectContaining({ articleId: id, done: false })]);
    expect(JSON.stringify(notes)).not.toContain('Secret');
  });
});
