/** A phrase, looked for in the archive's own files by DuckDB: what is found, over time, and how far the archive is behind. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { phrase } from '../../console/server/phrase.ts';
import { answer, closeDesk, openDesk } from '../../console/server/routes.ts';
import { duckDbEngine } from '../../shared/archive/duckdb.ts';
import { copyArchive } from '../../shared/archive/local-copy.ts';
import { EVERYTHING } from '../../shared/core/article-filter.ts';
import { runArchive } from '../../shared/pipeline/archive.ts';
import { lineReader } from '../../shared/testing/line-reader.ts';
import { memoryStore } from '../../shared/testing/memory-store.ts';
import { anArchive, never } from '../unit/archive/builders.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'wirefold-console-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a phrase', () => {
  it('finds the articles that say it, newest first, with the words around it', async () => {
    const { put, files, ports } = anArchive();
    await put('incoming/a.txt', 'Ships', '2026-01-01', 'Ships came into the Harbour at dawn.');
    await put('incoming/b.txt', 'Pilots', '2026-01-03', 'The pilots left the harbour at dawn.');
    await put('incoming/c.txt', 'Trains', '2026-01-02', 'No train came.');
    await runArchive(ports, never);
    const engine = await duckDbEngine(folder, await copyArchive(files, folder));
    const archive = async () => ({ engine, ports });
    const found = await phrase('the harbour', EVERYTHING, { archive });
    expect(found.items.map(({ headline, passage }) => [headline, passage.includes('the harbour at dawn')])).toEqual([
      ['Pilots', true],
      ['Ships', true],
    ]);
    expect([found.more, found.chart.total, found.chart.buckets.map(({ count }) => count)]).toEqual([
      false,
      2,
      [1, 0, 1],
    ]);
    expect(found.behind).toBeNull();
    await put('incoming/d.txt', 'Boats', '2026-01-04', 'Boats left the harbour.');
    const later = await phrase('the harbour', { ...EVERYTHING, to: '2026-01-02' }, { archive });
    expect(later.items.map(({ headline }) => headline)).toEqual(['Ships']);
    expect(later.behind).not.toBeNull();
    engine.close();
  });

  it('is refused in words where it is too short, or the archive cannot be opened', async () => {
    const archive = () => Promise.reject(new Error('Install it.'));
    await expect(phrase('x', EVERYTHING, { archive })).rejects.toThrow('at least 2 characters');
    await expect(phrase('the harbour', EVERYTHING, { archive })).rejects.toThrow('Install it.');
  });

  it('has its engine loading as soon as somebody searches; a search answers also where that fails', async () => {
    const { query, bucket } = memoryStore(lineReader);
    let opened = 0;
    const archive = () => {
      opened += 1;
      return Promise.reject(new Error('Install it.'));
    };
    const upload = () => Promise.reject(new Error('nothing is uploaded here'));
    const desk = openDesk({ query, objects: bucket.objects, upload, archive });
    const told = await answer(new URL('http://127.0.0.1/api/search'), desk);
    await closeDesk(desk);
    expect([opened, JSON.parse(String(told.body))]).toEqual([1, { items: [], cursor: null }]);
  });
});
