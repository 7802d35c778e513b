/** One conditional write decides what a row is; its history is that of all changes, in whatever order they come. */
import { describe, expect, it } from 'vitest';
import { historyOf } from '../../shared/core/history.ts';
import { type RowWrite, rejectedRow, removedRow, storedRow } from '../../shared/core/object-row.ts';
import { packRecord } from '../../shared/core/packed.ts';
import { plainFacts } from '../../shared/core/plain-facts.ts';
import { STORE_LIMITS } from '../../shared/core/store-limits.ts';
import type { Update } from '../../shared/pipeline/ports.ts';
import { putRow } from '../../shared/pipeline/put-row.ts';
import { aRecord } from '../../shared/testing/a-record.ts';
import { aChange, aLook, aRemoval } from '../../shared/testing/builders.ts';
import { memoryTable } from '../../shared/testing/memory-table.ts';

const REFUSAL = { code: 'article.no-text', message: 'There is no text.', stopped: false } as const;
const record = aRecord();

function stored(change: Parameters<typeof storedRow>[0]): RowWrite {
  return storedRow(change, record, plainFacts(record), '2026-01-01T00:00:00.000Z', { packed: packRecord(record) });
}

const statesOf = (item: Parameters<typeof historyOf>[0] | null) => historyOf(item ?? {}).map(({ state }) => state);

describe('a row that is put', () => {
  it('is written with its mark, and known when it comes again', async () => {
    const table = memoryTable();
    const row = stored(aChange());
    const first = await putRow(row, table);
    expect(first).toMatchObject({ outcome: 'written', item: { ...row.key, ...row.attributes } });
    expect(statesOf(first.item)).toEqual(['stored']);
    expect(await putRow(row, table)).toEqual({ outcome: 'known', item: first.item });
    expect(await table.get(row.key)).toEqual(first.item);
  });

  it('takes with it what the state before had and this one has not', async () => {
    const table = memoryTable();
    await putRow(stored(aChange({ sequencer: '01' })), table);
    const { outcome, item } = await putRow(removedRow(aRemoval({ sequencer: '02' })), table);
    expect(outcome).toBe('written');
    expect(item).toMatchObject({ state: 'removed', key: 'incoming/article.txt' });
    expect(item).not.toHaveProperty('packed');
    expect(item).not.toHaveProperty('headline');
    expect(statesOf(item)).toEqual(['stored', 'removed']);
  });

  it('stays as it is when an older change comes late, which joins the history and no more', async () => {
    const table = memoryTable();
    const newer = await putRow(stored(aChange({ sequencer: '02' })), table);
    const late = await putRow(rejectedRow(aChange({ sequencer: '01' }), REFUSAL), table);
    expect(late.outcome).toBe('older');
    expect(late.item).toMatchObject({ state: 'stored', revision: newer.item?.['revision'] });
    expect(late.item).not.toHaveProperty('code');
    expect(statesOf(late.item)).toEqual(['rejected', 'stored']);
  });

  it('is found as it was by a late change that leaves no mark, and nothing is written', async () => {
    const writes: string[] = [];
    const table = memoryTable((_, after) => writes.push(String(after['state'])));
    const newer = await putRow(stored(aChange({ sequencer: '02', member: 'a' })), table);
    const look = rejectedRow(aLook({ sequencer: '01', member: 'a' }), REFUSAL);
    expect(look.historyName).toBe(null);
    expect(await putRow(look, table)).toEqual({ outcome: 'older', item: newer.item });
    expect(writes).toEqual(['stored']);
  });

  it('keeps the trace of a long record also when a newer change was faster', async () => {
    const table = memoryTable();
    await putRow(removedRow(aRemoval({ sequencer: '02' })), table);
    const place = { packedAt: 'bodies/somewhere' };
    const row = storedRow(aLook({ sequencer: '01' }), record, plainFacts(record), '2026-01-01T00:00:00.000Z', place);
    const { outcome, item } = await putRow({ ...row, historyName: null }, table);
    expect(outcome).toBe('older');
    expect(item).toMatchObject({ state: 'removed', ...row.trace });
    expect(Object.keys(row.trace)).toHaveLength(1);
  });

  it('keeps the newest entries of its history, whatever the order in which they come', async () => {
    const sequencers = Array.from({ length: STORE_LIMITS.history + 2 }, (_, at) => String(1000 + at));
    const rows = sequencers.map((sequencer) => removedRow(aRemoval({ sequencer })));
    const end = async (order: readonly RowWrite[]) => {
      const table = memoryTable();
      for (const row of order) await putRow(row, table);
      return table.items();
    };
    const [inOrder, backwards] = [await end(rows), await end(rows.toReversed())];
    expect(backwards).toEqual(inOrder);
    expect(statesOf(inOrder[0] ?? null)).toHaveLength(STORE_LIMITS.history);
    expect(inOrder[0]).not.toHaveProperty(rows[1]?.historyName ?? '');
    expect(inOrder[0]).toHaveProperty(rows[2]?.historyName ?? '');
  });

  it('asks for no second write while its history is short', async () => {
    let writes = 0;
    const table = memoryTable(() => {
      writes += 1;
    });
    await putRow(stored(aChange()), table);
    expect(writes).toBe(1);
  });

  it('is unknown when the table does not say what the late mark ended in', async () => {
    const table = { ...memoryTable(), update: async () => ({ applied: false, found: null }) as const };
    expect(await putRow(stored(aChange()), table)).toEqual({ outcome: 'older', item: null });
  });

  it('asks of the table what it can do: nothing is set and removed at once, and the mark of a late change removes nothing', async () => {
    const asked: Update[] = [];
    const { update, ...rest } = memoryTable();
    const listened = (one: Update) => {
      asked.push(one);
      return update(one);
    };
    const table = { ...rest, update: listened };
    const newer = stored(aChange({ sequencer: '02' }));
    await putRow(newer, table);
    await putRow(removedRow(aRemoval({ sequencer: '01' })), table);
    const [first, , late] = asked;
    expect(first?.guard).toEqual({ kind: 'newer', revision: newer.revision });
    expect(first?.remove.filter((name) => name in (first?.set ?? {}))).toEqual([]);
    expect(first?.remove).toContain('code');
    expect([late?.remove, late?.guard]).toEqual([[], null]);
  });
});
