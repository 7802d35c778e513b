/** One race that random worlds show once in ten thousand: a story is left by its last text while another one enters it. */
import { describe, expect, it } from 'vitest';
import { headKey, nodeKey, storyIdOf } from '../../shared/core/keys.ts';
import type { Table } from '../../shared/pipeline/ports.ts';
import { settleText } from '../../shared/pipeline/settle-text.ts';
import { memoryTable } from '../../shared/testing/memory-table.ts';
import { LETTERS, textIdOf } from '../simulation/story-world.ts';

const pacing = { pause: async () => {} };

function headOf(articleId: string, word: string) {
  return {
    ...headKey(articleId),
    ...{ live: true, articleId, identity: { kind: 'key', value: articleId }, objectId: 'o', version: 1, objects: 1 },
    ...{ text: textIdOf(word), texts: [], headline: null, publisher: null, domain: null, provider: null, gen: 1 },
    published: { utc: null, local: null, raw: null, precision: null, status: 'missing' },
    sortDate: { utc: '2026-01-01T00:00:00.000Z', basis: 'stored' },
    ...{ capturedAt: null, language: 'en', wordCount: 50, quality: [], status: 'usable', contentHash: word },
    ...{ print: new Uint8Array(Buffer.from(word)), about: new Uint8Array() },
  } as const;
}

/** Two words that are kin, the one with the smaller text first. */
const [leaver = '', joiner = ''] = ['abc', 'abd'].toSorted((a, b) => (textIdOf(a) < textIdOf(b) ? -1 : 1));

describe('a text that enters a story', () => {
  it('does not stay in it when all who were there leave at that very moment', async () => {
    const store = memoryTable();
    const calm = { table: store, pacing, kinship: LETTERS };
    await store.put(headOf('art_leaver', leaver), null);
    await settleText(textIdOf(leaver), 'art_leaver', calm);
    await store.put(headOf('art_joiner', joiner), null);
    const joined = nodeKey(textIdOf(joiner));
    let left = false;
    const table: Table = {
      ...store,
      async update(update) {
        // The place is chosen and not yet taken: now the other one goes, and its worker finishes.
        if (!left && update.key.pk === joined.pk && 'storyId' in update.set) {
          left = true;
          await store.put({ ...headKey('art_leaver'), live: false, articleId: 'art_leaver', texts: [], gen: 2 }, null);
          await settleText(textIdOf(leaver), 'art_leaver', calm);
        }
        return store.update(update);
      },
    };
    await settleText(textIdOf(joiner), 'art_joiner', { ...calm, table });
    expect(left).toBe(true);
    expect(await store.get(joined)).toMatchObject({ storyId: storyIdOf(textIdOf(joiner)), settled: true });
  });
});
