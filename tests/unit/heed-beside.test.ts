/** A row and the file of metadata beside it: read once more with what that says, and never for ever. */
import { describe, expect, it } from 'vitest';
import { type Beside, besideAttributes, revisionBeside } from '../../shared/core/beside.ts';
import { SEQUENCER_WIDTH } from '../../shared/core/change.ts';
import { NO_HINTS } from '../../shared/core/document.ts';
import { revisionOf } from '../../shared/core/history.ts';
import { type RowWrite, rejectedRow, removedRow, storedRow, takenDownRow } from '../../shared/core/object-row.ts';
import { packRecord } from '../../shared/core/packed.ts';
import { plainFacts } from '../../shared/core/plain-facts.ts';
import { STORE_LIMITS } from '../../shared/core/store-limits.ts';
import { heedBeside, unlessSpared } from '../../shared/pipeline/heed-beside.ts';
import type { Table } from '../../shared/pipeline/ports.ts';
import { putRow } from '../../shared/pipeline/put-row.ts';
import { aRecord } from '../../shared/testing/a-record.ts';
import { aChange, aRemoval } from '../../shared/testing/builders.ts';
import { memoryTable } from '../../shared/testing/memory-table.ts';

const change = aChange({ sequencer: '05' });
const hints = { ...NO_HINTS, url: 'https://news.example/a' };
const beside = (sequencer: string, given: Beside['hints'] = hints): Beside => ({
  ...{ revision: revisionOf(sequencer.padEnd(SEQUENCER_WIDTH, '0'), 3), hints: given },
});

function stored(id: string, of = change, version = 3): RowWrite {
  const record = aRecord({ id, extractor: { name: 'wirefold', version } });
  return storedRow(of, record, plainFacts(record), '2026-01-01T00:00:00.000Z', { packed: packRecord(record) });
}

const taken = takenDownRow(change, aRecord({ id: 'art_own' }), 'txt_a');
const unread = async (): Promise<RowWrite | null> => {
  throw new Error('read again');
};

/** A table that has been told of what is beside the row. */
async function tableWith(row: RowWrite | null, told: Beside | null): Promise<Table> {
  const table = memoryTable();
  if (row !== null) await putRow(row, table);
  if (told !== null) await table.update({ key: taken.key, set: besideAttributes(told), remove: [], guard: null });
  return table;
}

describe('a reading that is held back', () => {
  it('is asked once more, when what is beside the file has made another article of it', async () => {
    const table = await tableWith(stored('art_other'), beside('07'));
    const asked: Beside[] = [];
    const readWith = async (told: Beside) => {
      asked.push(told);
      return stored('art_other');
    };
    const row = await unlessSpared(taken, readWith, table);
    expect(asked).toEqual([beside('07')]);
    expect(row.attributes).toMatchObject({ state: 'stored', articleId: 'art_other', alias: 'art_own' });
    expect(row.revision).toBe(revisionBeside(stored('art_other').revision, beside('07')));
  });

  it.each([
    ['nothing is stored', null, beside('07')],
    ['it was refused', rejectedRow(change, { code: 'article.no-text', message: '', stopped: false }), beside('07')],
    ['the row is of another change', stored('art_other', aChange({ sequencer: '04' })), beside('07')],
    ['nothing is beside it', stored('art_other'), null],
    ['what is beside it says nothing any more', stored('art_other'), beside('07', null)],
  ])('stays so where %s, and is not read again', async (_, row, told) => {
    expect(await unlessSpared(taken, unread, await tableWith(row, told))).toBe(taken);
  });

  it('stays so where there is nothing to read any more', async () => {
    const table = await tableWith(stored('art_other'), beside('07'));
    expect(await unlessSpared(taken, async () => null, table)).toBe(taken);
  });

  it('is the only one that costs a look', async () => {
    const get = async () => {
      throw new Error('asked');
    };
    const row = stored('art_other');
    expect(await unlessSpared(row, unread, { get })).toBe(row);
  });
});

describe('a row that was just written', () => {
  async function heeded(told: Beside | null, readWith: Parameters<typeof heedBeside>[2], row = stored('art_own')) {
    const table = await tableWith(null, told);
    const put = await putRow(row, table);
    return { put, row, table, result: await heedBeside(row, put, readWith, table) };
  }

  it('is what it is where nothing is beside it, or the table could not say', async () => {
    const { put, row, result, table } = await heeded(null, unread);
    expect(result).toEqual({ row, ...put });
    expect(await heedBeside(row, { outcome: 'older', item: null }, unread, table)).toEqual({
      ...{ row, outcome: 'older', item: null },
    });
  });

  it('is read once more with what is beside it, and leads on from the id that it has alone', async () => {
    let reads = 0;
    const { result } = await heeded(beside('07'), async () => {
      reads += 1;
      return stored('art_other');
    });
    expect(reads).toBe(1);
    expect(result.outcome).toBe('written');
    expect(result.item).toMatchObject({ articleId: 'art_other', alias: 'art_own', revision: result.row.revision });
    expect(result.row.revision).toBe(revisionBeside(stored('art_own').revision, beside('07')));
  });

  it('may be refused or held back with what is beside it', async () => {
    const refused = rejectedRow(change, { code: 'metadata.invalid', message: 'x', stopped: false }, 3);
    expect((await heeded(beside('07'), async () => refused)).result.item).toMatchObject({ state: 'rejected' });
    const { result } = await heeded(beside('07'), async () => taken);
    expect(result.row.state).toBe('taken-down');
    expect(result.item).toMatchObject({ state: 'taken-down' });
  });

  it('stays when there is nothing, or no document, to read any more: later news tells of it', async () => {
    for (const read of [null, removedRow(aRemoval({ sequencer: '05' }))]) {
      const { put, row, result } = await heeded(beside('07'), async () => read);
      expect(result).toEqual({ row, ...put });
    }
  });

  it('is left to whoever writes the newer change that was faster', async () => {
    const table = await tableWith(stored('art_own', aChange({ sequencer: '09' })), beside('07'));
    const row = stored('art_own');
    const put = await putRow(row, table);
    expect(await heedBeside(row, put, unread, table)).toEqual({ row, ...put });
  });

  it('is an error where another extractor has read it meanwhile: the queue tries again', async () => {
    const table = await tableWith(stored('art_own', change, 4), beside('07'));
    const row = stored('art_own');
    const put = await putRow(row, table);
    await expect(heedBeside(row, put, unread, table)).rejects.toThrow('Another version of the extractor has read');
  });

  it('is an error when what is beside it changes at every turn', async () => {
    let reads = 0;
    const row = stored('art_own');
    const table = await tableWith(null, beside('10'));
    const readWith = async () => {
      reads += 1;
      const told = besideAttributes(beside(String(10 + reads)));
      await table.update({ key: row.key, set: told, remove: [], guard: null });
      return stored('art_other');
    };
    const put = await putRow(row, table);
    await expect(heedBeside(row, put, readWith, table)).rejects.toThrow('are replaced all the time');
    expect(reads).toBe(STORE_LIMITS.besideTurns);
  });
});
