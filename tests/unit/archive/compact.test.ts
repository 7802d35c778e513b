/** Small files into large ones: nothing is lost, what was superseded goes, a crash leaves rows twice and never none. */
import { describe, expect, it } from 'vitest';
import { archiveChanges } from '../../../shared/pipeline/archive-changes.ts';
import { filesByDay } from '../../../shared/pipeline/archive-list.ts';
import { compactArchive } from '../../../shared/pipeline/compact-archive.ts';
import { anArchive, never, told } from './builders.ts';

async function fourPieces() {
  const world = anArchive();
  for (const headline of ['One', 'Two', 'Three']) {
    await world.put(headline, headline, '2026-01-01');
    await archiveChanges(world.ports, never);
  }
  await world.put('One', 'One again', '2026-01-01', 'Another text.');
  await archiveChanges(world.ports, never);
  return world;
}

const ALL = ['One again 2026-01-01', 'Three 2026-01-01', 'Two 2026-01-01'];

describe('a pass over small files', () => {
  it('makes one of those of a day, without what was superseded', async () => {
    const { ports, files } = await fourPieces();
    expect(files.contents.size).toBe(4);
    expect(await compactArchive(ports, never)).toEqual({ days: 1, from: 4, to: 1 });
    expect(files.contents.size).toBe(1);
    expect(await told(files)).toEqual(ALL);
  });

  it('comes once a day, and leaves a day alone that has one file', async () => {
    const { ports } = await fourPieces();
    await compactArchive(ports, never);
    expect(await compactArchive(ports, never)).toBeNull();
    const tomorrow = { ...ports, now: () => ports.now() + 86_400_000 };
    expect(await compactArchive(tomorrow, never)).toEqual({ days: 0, from: 0, to: 0 });
  });

  it('that dies before the old files go leaves them, and the next pass takes them', async () => {
    const { ports, files } = await fourPieces();
    const dying = { ...ports, files: { ...files, remove: () => Promise.reject(new Error('killed')) } };
    await expect(compactArchive(dying, never)).rejects.toThrow('killed');
    expect(files.contents.size).toBe(5);
    await compactArchive(ports, never);
    expect(files.contents.size).toBe(1);
    expect(await told(files)).toEqual(ALL);
  });

  it('removes nothing before what replaces it is there', async () => {
    const { ports, files } = await fourPieces();
    const full = { ...ports, files: { ...files, put: () => Promise.reject(new Error('no space')) } };
    await expect(compactArchive(full, never)).rejects.toThrow('no space');
    expect(files.contents.size).toBe(4);
  });

  it('leaves a day to others when a file goes while it is read', async () => {
    const { ports, files } = await fourPieces();
    const racing = { ...ports, files: { ...files, read: async () => null } };
    expect(await compactArchive(racing, never)).toEqual({ days: 0, from: 0, to: 0 });
    expect(files.contents.size).toBe(4);
  });

  it('goes on where it ran out of time', async () => {
    const { put, ports, files } = anArchive();
    for (const text of ['x', 'y']) {
      for (const day of ['2026-01-01', '2026-01-02', '2026-01-03']) await put(`${day}${text}`, `${day} ${text}`, day);
      await archiveChanges(ports, never);
    }
    expect(await compactArchive(ports, () => true)).toMatchObject({ days: 1 });
    expect(await compactArchive(ports, never)).toMatchObject({ days: 2 });
    expect(files.contents.size).toBe(3);
  });
});

describe('the list of files', () => {
  it('is read in pages, whole days at a time, from any day on', async () => {
    const { files } = anArchive();
    for (let at = 0; at < 2_500; at += 1) {
      const day = new Date(Date.UTC(2020, 0, 1 + (at % 500))).toISOString().slice(0, 10);
      await files.put(`articles/day=${day}/${String(at).padStart(26, '0')}.parquet`, new Uint8Array(1));
    }
    await files.put('articles/notes.txt', new Uint8Array(1));
    const counts: number[] = [];
    for await (const { files: found } of filesByDay('2020-01-01', files)) counts.push(found.length);
    expect(counts).toHaveLength(499);
    expect(new Set(counts)).toEqual(new Set([5]));
  });
});
