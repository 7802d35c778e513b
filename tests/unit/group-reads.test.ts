/** What `group` looks up for an article: what is new is not looked for, and what was just read or written is not read again. */
import { describe, expect, it } from 'vitest';
import { COPIES } from '../../shared/core/copies/kinship.ts';
import type { Key } from '../../shared/core/item.ts';
import { group, type RowTrigger } from '../../shared/pipeline/group.ts';
import { ingest } from '../../shared/pipeline/ingest.ts';
import { lineReader } from '../../shared/testing/line-reader.ts';
import { memoryBucket } from '../../shared/testing/memory-bucket.ts';
import { triggersOf } from '../../shared/testing/memory-store.ts';
import { memoryTable } from '../../shared/testing/memory-table.ts';

const TEXT = ['Ferry returns', 'The ferry called at the island on Monday for the first time in nine years.'].join('\n');

/** Kinds of items that are asked for by their key, sorted: `art head`. */
function world() {
  const triggers: RowTrigger[] = [];
  const store = memoryTable((before, after) => {
    triggers.push(...triggersOf(before, after));
  });
  const asked: string[] = [];
  const get: typeof store.get = (key) => {
    asked.push(kindOf(key));
    return store.get(key);
  };
  const bucket = memoryBucket();
  const ports = {
    table: { ...store, get },
    pacing: { pause: async () => {} },
    kinship: COPIES,
    clock: () => '2026-01-01T00:00:00.000Z',
  };
  return {
    async put(key: string, text: string) {
      await ingest(bucket.put(key, text), 1, { ...bucket, reader: lineReader, table: store });
    },
    /** Works off what was told, and says what it asked for. */
    async group(again: readonly RowTrigger[] = triggers.splice(0)) {
      asked.length = 0;
      for (const trigger of again) await group(trigger, ports);
      return { again, asked: [...asked].sort() };
    },
  };
}

function kindOf({ pk, sk }: Key): string {
  return `${pk.split('#')[0]} ${sk.split('#')[0]}`;
}

describe('an article', () => {
  it('that is new is derived from its row as it was read, and looks for nothing that cannot be there', async () => {
    const { put, group: work } = world();
    await put('other.txt', 'Another text\nIt stands on its own, and says nothing of boats at all, on any day.');
    await work();
    await put('a.txt', TEXT);
    const { asked } = await work();
    for (const none of ['art obj', 'art logged', 'text member', 'story summary', 'directory day'])
      expect(asked).not.toContain(none);
    expect(asked.filter((kind) => kind === 'art head')).toHaveLength(1);
    expect(asked.filter((kind) => kind === 'obj obj')).toHaveLength(2);
    expect(asked.filter((kind) => kind === 'text node')).toHaveLength(1);
  });

  it('that is told of once more finds all that is there, and a later change of its object looks first', async () => {
    const { put, group: work } = world();
    await put('a.txt', TEXT);
    const { again } = await work();
    const { asked } = await work(again);
    for (const one of ['art obj', 'art logged', 'text member', 'story summary']) expect(asked).toContain(one);
    await put('a.txt', `${TEXT} It was late.`);
    expect((await work()).asked).toContain('art obj');
  });
});
