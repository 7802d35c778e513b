/** What is down, step by step: who says so, and what is found of it in the bucket. */
import { describe, expect, it } from 'vitest';
import type { Item } from '../../shared/core/item.ts';
import { STORE_LIMITS } from '../../shared/core/store-limits.ts';
import type { ObjectVersion } from '../../shared/pipeline/ports.ts';
import { standingDecision } from '../../shared/pipeline/standing-decision.ts';
import { versionsUnder } from '../../shared/pipeline/versions-under.ts';
import { AT, aStore } from './asked-store.ts';

describe('what is down', () => {
  const stone = (name: string, given: object = {}): Item => ({
    ...{ pk: `tomb#${name}`, sk: 'tomb', name, kind: 'text', at: AT, reason: 'Letter', texts: [], articles: ['art_a'] },
    ...{ spares: ['art_b'], lifted: null, revision: AT, ...given },
  });
  const lifted = { at: AT, reason: 'Undone' };

  it('is told by the tombstones that stand', async () => {
    const of = async (...items: readonly Item[]) => standingDecision('art_a', (await aStore(...items)).table);
    const own = stone('art_a', { kind: 'article', texts: ['t1', 't2', 't3'] });
    expect(await of(own, stone('t1'), stone('t2', { lifted }))).toEqual({
      ...{ articleId: 'art_a', at: AT, reason: 'Letter' },
      texts: [{ textId: 't1', articles: ['art_a'], spares: ['art_b'] }],
    });
    expect(await of(stone('art_a', { lifted }), stone('t1'))).toBeNull();
    expect(await of(stone('t1'))).toBeNull();
  });

  it('is found in the bucket page by page, as far as it is wanted', async () => {
    const version = (key: string): ObjectVersion => ({ key, versionId: 'v', isMarker: false, lastModified: AT });
    const pages = [['a', 'a'], ['a', 'ab'], ['abc']].map((keys) => keys.map(version));
    const asked: unknown[] = [];
    const list = async (prefix: string, after: unknown) => {
      asked.push([prefix, after]);
      const at = asked.length - 1;
      return {
        versions: pages[at] ?? [],
        next: at < pages.length - 1 ? { key: `after ${at}`, versionId: null } : null,
      };
    };
    expect(await versionsUnder('a', () => true, { list })).toEqual(pages.flat());
    expect(asked).toEqual([
      ['a', null],
      ['a', { key: 'after 0', versionId: null }],
      ['a', { key: 'after 1', versionId: null }],
    ]);
    asked.splice(0);
    expect(await versionsUnder('a', ({ key }) => key === 'a', { list })).toEqual(['a', 'a', 'a'].map(version));
    expect(asked).toHaveLength(2);
    const endless = async () => ({ versions: [version('a')], next: { key: 'a', versionId: null } });
    await expect(versionsUnder('a', () => true, { list: endless })).rejects.toThrow(
      `There are more than ${STORE_LIMITS.versionPages} versions under a: purge them by hand`,
    );
  });
});
