/** The archive, asked by a program of a user. */
import { describe, expect, it } from 'vitest';
import { ArchiveError, SqlError, storeClient } from '../../../shared/library/client.ts';
import { lineReader } from '../../../shared/testing/line-reader.ts';
import { memoryFiles } from '../../../shared/testing/memory-files.ts';
import { memoryStore } from '../../../shared/testing/memory-store.ts';
import { asked, at, D1, D2, row } from './asked.ts';

async function aClient() {
  const { query, table } = memoryStore(lineReader);
  const engine = await asked([
    D1,
    [
      row('art_1', 1, at(D1), 'Fire in the quarry', { publisher: 'The Ledger', domain: 'ledger.example' }),
      row('art_2', 1, at(D2), 'Fire in the quarry again', { publisher: 'Echo', domain: 'echo.example' }),
    ],
  ]);
  const ports = {
    ...{ table, bodies: query.bodies, files: memoryFiles(), pacing: { pause: async () => {} }, now: () => 0 },
    changes: async () => ({ changes: [], cursor: null }),
  };
  return storeClient(query, { archive: async () => ({ engine: { ...engine, close: () => {} }, ports }) });
}

describe('the client of a store with an archive', () => {
  it('finds a phrase, newest first, by outlet and day, and says when there are more', async () => {
    const client = await aClient();
    const found = await client.search('the QUARRY');
    expect(found).toMatchObject({ more: false, behindSince: null, scannedBytes: null });
    expect(found.rows.map(({ id }) => id)).toEqual(['art_2', 'art_1']);
    expect((await client.search('quarry', { outlet: 'LEDGER.example' })).rows).toMatchObject([{ id: 'art_1' }]);
    expect((await client.search('quarry', { to: D1 })).rows).toMatchObject([{ headline: 'Fire in the quarry' }]);
    expect(await client.search('quarry', { limit: 1 })).toMatchObject({ more: true, rows: [{ id: 'art_2' }] });
    await client.close();
  });

  it('answers SQL that reads, and refuses what writes', async () => {
    const client = await aClient();
    expect((await client.sql('select count(*) as n from articles;')).rows).toEqual([{ n: 2 }]);
    await expect(client.sql('drop view articles')).rejects.toThrow(SqlError);
  });

  it('says by a code that there is none', async () => {
    const client = storeClient(memoryStore(lineReader).query);
    await expect(client.search('quarry')).rejects.toThrow(ArchiveError);
    await expect(client.sql('select 1')).rejects.toMatchObject({ code: 'archive.none' });
  });
});
