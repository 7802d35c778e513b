/** What `group` counts: changes that it tells of, once each, and the copies among them. */
import { describe, expect, it } from 'vitest';
import { COPIES } from '../../shared/core/copies/kinship.ts';
import { currentTable } from '../../shared/pipeline/current-schema.ts';
import { group, type RowTrigger } from '../../shared/pipeline/group.ts';
import { ingest } from '../../shared/pipeline/ingest.ts';
import { lineReader } from '../../shared/testing/line-reader.ts';
import { memoryBucket } from '../../shared/testing/memory-bucket.ts';
import { triggersOf } from '../../shared/testing/memory-store.ts';
import { memoryTable } from '../../shared/testing/memory-table.ts';

const BODY = 'The harbour of Oxmere opens on Monday after two winters of work on its northern pier, the council said.';

/** Files one after the other; what the function counts for each, and again when the stream brings the same once more. */
async function countsOf(files: readonly (readonly [key: string, text: string | null])[]) {
  const triggers: RowTrigger[] = [];
  const bucket = memoryBucket();
  const table = currentTable(memoryTable((before, after) => triggers.push(...triggersOf(before, after))));
  const ports = { table, pacing: { pause: async () => {} }, kinship: COPIES, clock: () => '2026-01-02T00:00:00.000Z' };
  const counted: Readonly<Record<string, number>>[] = [];
  for (const [key, text] of files) {
    await ingest(text === null ? bucket.remove(key) : bucket.put(key, text), 1, {
      ...bucket,
      reader: lineReader,
      table,
    });
    const [trigger] = triggers.splice(0);
    if (trigger === undefined) throw new Error(`${key} wakes nobody`);
    counted.push((await group(trigger, ports)).counts);
    expect((await group(trigger, ports)).counts).toEqual({});
  }
  return counted;
}

describe('what is counted of articles', () => {
  it('is each change once, the copies among them, and what is gone', async () => {
    const counted = await countsOf([
      ['a', `Harbour opens\n${BODY}`],
      ['b', `Oxmere: harbour to open\n${BODY}`],
      ['c', 'Another matter\nA bakery in Velmora was sold to its three apprentices, its owner told the Velmora Post.'],
      ['a', null],
    ]);
    expect(counted).toEqual([
      { 'articles.changed': 1 },
      { 'articles.changed': 1, 'articles.copies': 1 },
      { 'articles.changed': 1 },
      { 'articles.gone': 1 },
    ]);
  });
});
