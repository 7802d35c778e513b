/** `wirefold search` and `wirefold sql`: what a person and a program get, and what is said when something is missing. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { search } from '../../cli/commands/search.ts';
import { sql } from '../../cli/commands/sql.ts';
import { duckDbEngine } from '../../shared/archive/duckdb.ts';
import { copyArchive } from '../../shared/archive/local-copy.ts';
import type { OpenArchive } from '../../shared/archive/open.ts';
import { runArchive } from '../../shared/pipeline/archive.ts';
import type { SqlEngine } from '../../shared/pipeline/sql-engine.ts';
import { anArchive, never } from '../unit/archive/builders.ts';
import { anIo, jsonLines } from './fake-io.ts';

const folders: string[] = [];
const engines: SqlEngine[] = [];
afterAll(() => {
  for (const engine of engines) engine.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function aWorld() {
  const world = anArchive();
  await world.put('a', 'Quarry fire \u001b[2Jout', '2026-01-01', 'The “Café” at the quarry burnt.');
  await world.put('b', 'Ferry strike', '2026-01-02', 'Boats stay in the harbour.');
  await runArchive(world.ports, never);
  const folder = mkdtempSync(join(tmpdir(), 'wirefold-verbs-'));
  folders.push(folder);
  const engine = await duckDbEngine(folder, await copyArchive(world.files, folder));
  engines.push(engine);
  const archive: OpenArchive = { engine, ports: world.ports };
  return { ...world, archive, engine };
}

const options = { limit: 10, json: false };

describe('wirefold search', () => {
  it('gives JSON Lines to a program: when, who, what, and the words around the phrase', async () => {
    const io = anIo();
    expect(await search('CAFE" at the', options, (await aWorld()).archive, io)).toBe(0);
    expect(jsonLines(io.out())).toEqual([
      {
        ...{ sort_utc: '2026-01-01T08:00:00.000Z', publisher: null, url: null, id: expect.stringMatching(/^art_/) },
        ...{ headline: 'Quarry fire \u001b[2Jout', passage: expect.stringContaining('the "cafe" at the quarry') },
      },
    ]);
    expect(io.err()).toBe('');
  });

  it('gives a table to a person, with the marks of an attack visible', async () => {
    const io = anIo({ stdoutIsTerminal: true, columns: 160 });
    await search('quarry', options, (await aWorld()).archive, io);
    expect(io.out()).toMatch(/^sort_utc +publisher +headline/);
    expect(io.out()).toContain('Quarry fire ␛[2Jout');
  });

  it('says when the archive is behind, and since when', async () => {
    const { archive, put } = await aWorld();
    await put('c', 'Later', '2026-01-03');
    const io = anIo();
    await search('quarry', options, archive, io);
    expect(io.err()).toMatch(/The archive is behind: changes since \d{4}-.*Z are not in it yet/);
  });

  it('says when there are more than it shows', async () => {
    const { archive, put, ports } = await aWorld();
    await put('c', 'Another', '2026-01-03', 'Also at the quarry.');
    await runArchive(ports, never);
    const folder = mkdtempSync(join(tmpdir(), 'wirefold-verbs-'));
    folders.push(folder);
    const engine = await duckDbEngine(folder, await copyArchive(ports.files, folder));
    engines.push(engine);
    const io = anIo();
    await search('quarry', { ...options, limit: 1 }, { ...archive, engine }, io);
    expect(jsonLines(io.out())).toHaveLength(1);
    expect(io.err()).toContain('There are more rows than 1');
  });

  it('finds an outlet as lists do, on a day or in a month, and says what reading its names cost', async () => {
    const { archive, put, ports } = await aWorld();
    await put('c', 'Fire in the bay', '2026-01-03', 'publisher: La Bahía\nAt the quarry again.');
    await runArchive(ports, never);
    const folder = mkdtempSync(join(tmpdir(), 'wirefold-verbs-'));
    folders.push(folder);
    const local = await duckDbEngine(folder, await copyArchive(ports.files, folder));
    engines.push(local);
    const engine: SqlEngine = {
      ...local,
      ask: async (...asked) => ({ ...(await local.ask(...asked)), scannedBytes: 1e6 }),
    };
    const found = async (more: object) => {
      const io = anIo();
      await search('quarry', { ...options, ...more }, { ...archive, engine }, io);
      return [jsonLines(io.out()).map((row) => Object(row).headline), io.err()];
    };
    const read = (megabytes: number) => `Athena read ${megabytes}.0 MB.\n`;
    expect(await found({ outlet: 'la BAHIA' })).toEqual([['Fire in the bay'], read(2)]);
    expect(await found({ outlet: 'la BAHIA', day: '2026-01-01' })).toEqual([[], read(2)]);
    expect(await found({ month: '2026-01' })).toEqual([['Fire in the bay', 'Quarry fire \u001b[2Jout'], read(1)]);
    expect(await found({ day: '2026-01-03' })).toEqual([['Fire in the bay'], read(1)]);
    await expect(found({ day: '2026-01-03', month: '2026-01' })).rejects.toMatchObject({ exitCode: 2 });
  });

  it('asks for more than one character', async () => {
    const { archive } = await aWorld();
    await expect(search(' x ', options, archive, anIo())).rejects.toMatchObject({ exitCode: 2, message: /at least 2/ });
    const backwards = { ...options, from: '2026-01-02', to: '2026-01-01' };
    await expect(search('quarry', backwards, archive, anIo())).rejects.toMatchObject({
      exitCode: 2,
      message: /is after/,
    });
  });
});

describe('wirefold sql', () => {
  it('answers by the names of columns, also when two bear one', async () => {
    const io = anIo();
    await sql(
      'select headline, 1 as n, 2 as n from articles order by sort_utc desc;',
      options,
      (await aWorld()).engine,
      io,
    );
    expect(jsonLines(io.out())[0]).toEqual({ headline: 'Ferry strike', n: 1, n_2: 2 });
  });

  it('refuses to write with wrong usage, and says what a wrong question is', async () => {
    const { engine } = await aWorld();
    await expect(sql('drop view articles', options, engine, anIo())).rejects.toMatchObject({ exitCode: 2 });
    const wrong = sql('select nosuch from articles', options, engine, anIo());
    await expect(wrong).rejects.toMatchObject({ exitCode: 1, message: /nosuch/ });
  });

  it('tells what was read where that is billed', async () => {
    const billed: SqlEngine = {
      ask: async () => ({ columns: ['n'], rows: [[1]], more: false, scannedBytes: 12_345_678 }),
      close: () => {},
    };
    const io = anIo();
    await sql('select 1 as n', options, billed, io);
    expect(io.err()).toBe('Athena read 12.3 MB.\n');
  });
});
