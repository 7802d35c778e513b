import { describe, expect, it } from 'vitest';
import { since } from '../../cli/commands/since.ts';
import { endingOf } from '../../cli/explain-error.ts';
import { lineReader } from '../../shared/testing/line-reader.ts';
import { memoryStore } from '../../shared/testing/memory-store.ts';
import { anIo, jsonLines } from './fake-io.ts';

const text = (day: string) => `Harbour opens\npublished: 2024-03-${day}T10:00:00.000Z\nShips came in on day ${day}.`;

async function aStore() {
  const store = memoryStore(lineReader);
  const put = (key: string, day: string) => store.deliver(store.bucket.put(key, text(day)));
  const ask = async (from: string | null, limit = 100) => {
    const io = anIo();
    expect(await since(from, { limit, json: false }, store.query, io)).toBe(0);
    const lines = jsonLines(io.out()) as readonly { readonly cursor?: string }[];
    return { changes: lines.slice(0, -1), cursor: lines.at(-1)?.cursor ?? '' };
  };
  return { store, put, ask };
}

describe('wirefold since', () => {
  it('tells of all that is new, with its records, and where to go on', async () => {
    const { put, ask } = await aStore();
    await put('incoming/a.txt', '01');
    const first = await ask(null);
    expect(first.changes).toMatchObject([{ kind: 'changed', record: { source: { key: 'incoming/a.txt' } } }]);
    await put('incoming/b.txt', '02');
    const second = await ask(first.cursor);
    expect(second.changes).toMatchObject([{ record: { source: { key: 'incoming/b.txt' } } }]);
    expect((await ask(second.cursor)).changes).toEqual([]);
  });

  it('tells of what is gone without a record', async () => {
    const { store, put, ask } = await aStore();
    await put('incoming/a.txt', '01');
    const { cursor } = await ask(null);
    await store.deliver(store.bucket.remove('incoming/a.txt'));
    expect((await ask(cursor)).changes).toMatchObject([{ kind: 'gone', record: null }]);
  });

  it('stops at the limit and goes on from there', async () => {
    const { put, ask } = await aStore();
    for (const day of ['01', '02', '03']) await put(`incoming/${day}.txt`, day);
    const first = await ask(null, 2);
    expect(first.changes).toHaveLength(2);
    expect((await ask(first.cursor)).changes).toHaveLength(1);
  });

  it('takes a moment for a cursor', async () => {
    const { put, ask } = await aStore();
    await put('incoming/a.txt', '01');
    expect((await ask('2000-01-01T00:00:00Z')).changes).toHaveLength(1);
    expect((await ask('2100-01-01T00:00:00Z')).changes).toHaveLength(0);
  });

  it('shows a table on a terminal, and the next command', async () => {
    const { store, put } = await aStore();
    await put('incoming/a.txt', '01');
    const io = anIo({ stdoutIsTerminal: true, columns: 140 });
    await since(null, { limit: 10, json: false }, store.query, io);
    expect(io.out()).toMatch(/^Logged +What +Headline/);
    expect(io.out()).toMatch(/For what comes after this: wirefold since \S+\n$/);
  });

  it('says what a place looks like when it is given something else', async () => {
    const { store } = await aStore();
    const failed = since('yesterday', { limit: 10, json: false }, store.query, anIo()).catch(endingOf);
    expect(await failed).toMatchObject({ exitCode: 2, message: expect.stringContaining('2026-01-02T00:00:00Z') });
  });
});
