/**
 * Somebody else who follows the change log over HTTP while the world runs, by a clock that is a little wrong. In: the table. Out: whom he was
 * told of, and what he believes. Promise: looks at what he is told of at once, and only at what may be shown to him then.
 */
import { shownChanges } from '../../shared/api/shown-changes.ts';
import type { Item } from '../../shared/core/item.ts';
import { currentFeeds, currentTable } from '../../shared/pipeline/current-schema.ts';
import { changesSince } from '../../shared/pipeline/query-changes.ts';
import type { MemoryTable } from '../../shared/testing/memory-table.ts';
import type { WorldClock } from './world-clock.ts';

export interface ShownTo {
  readonly told: ReadonlySet<string>;
  /** By article: the digest of what he saw last, or that it is gone. */
  readonly believed: ReadonlyMap<string, string>;
  readonly problems: readonly string[];
}

const GONE = 'gone';
const PAGE = 7;

export function followShown(store: MemoryTable, clock: WorldClock): { readonly shown: ShownTo; look(): Promise<void> } {
  const told = new Set<string>();
  const believed = new Map<string, string>();
  const problems: string[] = [];
  let cursor: string | null = null;
  const read = async () => {
    const now = clock.worker();
    const ports = { table: currentTable(store), feeds: currentFeeds(store), bodies: NO_BODIES, now };
    const page = await changesSince(cursor, PAGE, { table: store });
    cursor = page.cursor;
    for (const { articleId, kind } of await shownChanges(page.changes, ports)) {
      told.add(articleId);
      const head = await store.get({ pk: `art#${articleId}`, sk: 'head' });
      if (kind === 'gone') believed.set(articleId, GONE);
      else if (isSeen(head, now())) believed.set(articleId, String(head?.['digest']));
      else if (head?.['live'] === true) problems.push(`told of ${articleId}, which may not be seen`);
    }
    return page.more;
  };
  return {
    shown: { told, believed, problems },
    async look() {
      while (await read());
    },
  };
}

const NO_BODIES = { put: async () => {}, get: async () => null };

function isSeen(head: Readonly<Record<string, unknown>> | null, now: string): boolean {
  if (head?.['live'] !== true || head['status'] !== 'usable') return false;
  const until = head['embargoedUntil'];
  return typeof until !== 'string' || Date.parse(until) <= Date.parse(now);
}

/**
 * When all is quiet and all embargoes that end have ended. `open`: articles of which something could be seen at some time; nobody hears of
 * others. What was seen once and is under an embargo without end now may be remembered as it was.
 */
export function shownProblems(
  items: readonly Item[],
  { told, believed, problems }: ShownTo,
  open: ReadonlySet<string>,
  now: string,
): readonly string[] {
  const heads = items.filter(({ sk }) => sk === 'head');
  const wrong = heads.flatMap((head) => {
    const id = head.pk.slice(4);
    const belief = believed.get(id) ?? GONE;
    if (isSeen(head, now)) return belief === head['digest'] ? [] : [`others do not know of ${id}`];
    const isOpen = head['live'] === true && head['status'] === 'usable' ? belief === head['digest'] : belief !== GONE;
    return isOpen ? [`others believe that ${id} is still there`] : [];
  });
  const secrets = [...told].filter((id) => !open.has(id)).map((id) => `others were told of ${id}`);
  return [...problems, ...wrong, ...secrets];
}
