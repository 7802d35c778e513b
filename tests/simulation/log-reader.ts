/**
 * Somebody who follows the change log while the world runs. In: the table. Out: what he was told, and what is wrong with it or with
 * the log. Promise: knows no more of the log than its cursor and its items.
 */
import type { Item } from '../../shared/core/item.ts';
import type { Table } from '../../shared/pipeline/ports.ts';
import { type Change, changesSince } from '../../shared/pipeline/query-changes.ts';

export interface Followed {
  readonly told: readonly Change[];
  /** What the follower believes of each article: as its head was when he heard of it last, or later. */
  readonly believed: ReadonlyMap<string, string>;
}

export interface Watched {
  readonly items: readonly Item[];
  readonly followed: Followed;
}

export function followLog(table: Table): { readonly followed: Followed; look(): Promise<void> } {
  const told: Change[] = [];
  const believed = new Map<string, string>();
  let cursor: string | null = null;
  const read = async () => {
    const page = await changesSince(cursor, 7, { table });
    cursor = page.cursor;
    told.push(...page.changes);
    for (const { articleId } of page.changes) {
      const head = await table.get({ pk: `art#${articleId}`, sk: 'head' });
      believed.set(articleId, contentOf(head));
    }
    return page.more;
  };
  return {
    followed: { told, believed },
    async look() {
      while (await read());
    },
  };
}

const GONE = 'gone';

/** What a reader sees of an article, in a word. */
function contentOf(head: Readonly<Record<string, unknown>> | null): string {
  return head?.['live'] === true ? String(head['digest']) : GONE;
}

/** Nothing when each entry was told once, no place is empty, and the follower knows every article as it is. */
export function logProblems({ items, followed }: Watched): readonly string[] {
  const entries = items.filter(({ pk }) => pk.startsWith('changes#'));
  const shards = Map.groupBy(entries, ({ pk }) => pk);
  const gaps = [...shards].filter(([, own]) => !own.every(({ sk }) => Number(sk) <= own.length));
  const names = entries.map((entry) => `${entry['articleId']} ${entry['gen']}`);
  const heads = items.filter(({ sk }) => sk === 'head');
  const unknown = heads.filter(({ pk, ...head }) => (followed.believed.get(pk.slice(4)) ?? GONE) !== contentOf(head));
  return [
    ...gaps.map(([pk]) => `the change log has a gap: ${pk}`),
    ...(new Set(names).size === names.length ? [] : ['the change log has an entry twice']),
    ...(followed.told.length === entries.length ? [] : ['a follower of the change log missed or repeated a change']),
    ...unknown.map(({ pk }) => `the change log did not tell of ${pk}`),
  ];
}
