/** Deriving one item from others, with writers that overtake each other at the worst moments. */
import { describe, expect, it } from 'vitest';
import type { Attributes } from '../../shared/core/item.ts';
import { derive } from '../../shared/pipeline/derive.ts';
import { jitteredPacing } from '../../shared/pipeline/pacing.ts';
import { memoryTable } from '../../shared/testing/memory-table.ts';

const KEY = { pk: 'derived', sk: 's' };
const SOURCE = { pk: 'source', sk: 's' };

function world() {
  const table = memoryTable();
  const ports = { table, pacing: { pause: async () => {} } };
  const write = (value: string) => table.put({ ...SOURCE, value }, null);
  const read = async (): Promise<Attributes> => ({ value: (await table.get(SOURCE))?.['value'] ?? null });
  return { table, ports, write, read };
}

/** A rule that has read its source and is then held up until it is let go. */
function heldUp(read: () => Promise<Attributes>) {
  const hold = Promise.withResolvers<void>();
  const hasRead = Promise.withResolvers<void>();
  let first = true;
  const rule = async () => {
    const value = await read();
    if (first) {
      first = false;
      hasRead.resolve();
      await hold.promise;
    }
    return value;
  };
  return { rule, hasRead: hasRead.promise, letGo: () => hold.resolve() };
}

describe('a derived item', () => {
  it('is the rule applied to its sources, with a generation', async () => {
    const { ports, write, read } = world();
    await write('one');
    expect(await derive(KEY, read, ports)).toEqual({ ...KEY, value: 'one', gen: 1 });
    expect(await derive(KEY, read, ports)).toEqual({ ...KEY, value: 'one', gen: 2 });
  });

  it.each([
    'unknown',
    'new',
  ] as const)('is never set back by a writer that was held up, and guessed: %s', async (guess) => {
    const { table, ports, write, read } = world();
    await write('old');
    const slow = heldUp(read);
    const overtaken = derive(KEY, slow.rule, ports, guess);
    await slow.hasRead;
    await write('new');
    await derive(KEY, read, ports);
    slow.letGo();
    await overtaken;
    expect(await table.get(KEY)).toMatchObject({ value: 'new' });
  });

  it('is written even when nothing has changed, or a source that went there and back would be lost', async () => {
    const { table, ports, write, read } = world();
    await write('a');
    await derive(KEY, read, ports);
    await write('b');
    const slow = heldUp(read);
    const overtaken = derive(KEY, slow.rule, ports);
    await slow.hasRead;
    await write('a');
    await derive(KEY, read, ports);
    slow.letGo();
    await overtaken;
    expect(await table.get(KEY)).toMatchObject({ value: 'a' });
  });

  it('is not looked for by whoever thinks that it is new, and is new', async () => {
    const { table, ports, write, read } = world();
    await write('one');
    const asked: string[] = [];
    const get: typeof table.get = (key) => {
      asked.push(key.pk);
      return table.get(key);
    };
    expect(await derive(KEY, read, { ...ports, table: { ...table, get } }, 'new')).toMatchObject({
      value: 'one',
      gen: 1,
    });
    expect(asked).toEqual([]);
  });

  it('keeps its generation when whoever thinks that it is new is wrong', async () => {
    const { table, ports, write, read } = world();
    await write('one');
    await derive(KEY, read, ports);
    await write('two');
    expect(await derive(KEY, read, ports, 'new')).toEqual({ ...KEY, value: 'two', gen: 2 });
    expect(await table.get(KEY)).toEqual({ ...KEY, value: 'two', gen: 2 });
  });

  it('gives up after a bounded number of lost races, so that the queue can try later', async () => {
    const { table, ports, write, read } = world();
    await write('x');
    let gen = 0;
    const outrun = async () => {
      gen += 1;
      await table.put({ ...KEY, gen }, null);
      return read();
    };
    await expect(derive(KEY, outrun, ports)).rejects.toThrow('too many writers');
    expect(gen).toBe(40);
  });
});

describe('a pause', () => {
  it('doubles, has jitter, and a bound', async () => {
    const pauses: number[] = [];
    const sleep = async (ms: number) => void pauses.push(ms);
    const longest = jitteredPacing(() => 1, sleep);
    for (const attempt of [1, 2, 3, 10, 40]) await longest.pause(attempt);
    await jitteredPacing(() => 0, sleep).pause(40);
    expect(pauses).toEqual([10, 20, 40, 200, 200, 0]);
  });
});
