/** The ledger: every file that was dropped, and every member of a container, with its state and why. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { inbox } from '../../cli/commands/inbox.ts';
import { show } from '../../cli/commands/show.ts';
import type { LedgerEntry } from '../../shared/pipeline/ledger.ts';
import { aTar } from '../../shared/testing/archives.ts';
import { lineReader } from '../../shared/testing/line-reader.ts';
import { memoryStore } from '../../shared/testing/memory-store.ts';
import { anIo, jsonLines } from './fake-io.ts';

const TEXT = 'Harbour opens\nThe harbour opens on Monday.';

async function aStore() {
  const store = memoryStore(lineReader);
  const { bucket, deliver } = store;
  await deliver(bucket.put('incoming/a.txt', TEXT));
  await deliver(bucket.put('incoming/b.txt', ''));
  const files = [
    { name: 'x/good.txt', content: 'Ferry sails\nThe ferry sails again.' },
    { name: 'x/copy.txt', content: TEXT },
    { name: 'x/empty.txt', content: '' },
  ];
  await deliver(bucket.put('incoming/c.tar', aTar(files)));
  await deliver(bucket.put('incoming/d.txt', TEXT));
  await deliver(bucket.remove('incoming/d.txt'));
  bucket.put('incoming/e.txt', TEXT);
  return { store, ports: { ...store.query, listing: bucket.listing } };
}

async function told(options: Partial<Parameters<typeof inbox>[0]>) {
  const { ports } = await aStore();
  const io = anIo();
  await inbox({ limit: 100, json: true, ...options }, ports, io);
  const Entry = z.custom<LedgerEntry>();
  return jsonLines(io.out()).map((line) => Entry.parse(line));
}

describe('wirefold inbox', () => {
  it('tells of every file in the bucket exactly one state', async () => {
    const states = (await told({})).map(({ key, state, records }) => [key, state, records]);
    expect(states).toEqual([
      ['incoming/a.txt', 'stored', 1],
      ['incoming/b.txt', 'rejected', 0],
      ['incoming/c.tar', 'container', 2],
      ['incoming/e.txt', 'waiting', 0],
    ]);
  });

  it('tells of a container how many members it holds, and they add up', async () => {
    const [container] = await told({ state: 'container' });
    expect(container?.members).toEqual({ found: 3, rejected: 1, pending: 0 });
  });

  it('tells of each member of a container, with the reason', async () => {
    const members = (await told({ container: 'c.tar' })).map(({ member, state, code }) => [member, state, code]);
    expect(members).toEqual([
      ['x/copy.txt', 'stored', null],
      ['x/empty.txt', 'rejected', 'document.empty'],
      ['x/good.txt', 'stored', null],
    ]);
  });

  it('is asked by state and time, also for what is no longer there', async () => {
    expect((await told({ state: 'removed' })).map(({ key }) => key)).toEqual(['incoming/d.txt']);
    expect((await told({ state: 'rejected', prefix: 'b' })).map(({ key }) => key)).toEqual(['incoming/b.txt']);
    expect((await told({ since: '2026-01-01T00:00:03.000Z' })).map(({ key }) => key)).toEqual([
      'incoming/c.tar',
      'incoming/e.txt',
    ]);
  });

  it('tells of all that was refused, also inside of containers', async () => {
    const refused = await told({ state: 'rejected' });
    expect(refused.map(({ key, member, code }) => [key, member, code])).toEqual([
      ['incoming/b.txt', null, 'document.empty'],
      ['incoming/c.tar', 'x/empty.txt', 'document.empty'],
    ]);
  });

  it('says that there is more when it was cut', async () => {
    const { ports } = await aStore();
    const io = anIo();
    await inbox({ limit: 1, json: true }, ports, io);
    expect(io.err()).toContain('There are more');
  });
});

describe('wirefold show', () => {
  it.each([
    [
      'a container',
      's3://wirefold-test/incoming/c.tar',
      ['a tar archive', 'found     3', 'rejected  1', 'pending   0'],
    ],
    ['a copy', 'incoming/c.tar', ['stored    2, of which 1 copies']],
    ['a member', 's3://wirefold-test/incoming/c.tar#x/empty.txt', ['x/empty.txt was refused', 'document.empty']],
  ])('tells what became of %s', async (_, name, texts) => {
    const { store } = await aStore();
    const io = anIo({ stdoutIsTerminal: true });
    await show(name, { json: false }, store.query, io);
    for (const text of texts) expect(io.out()).toContain(text);
  });
});
