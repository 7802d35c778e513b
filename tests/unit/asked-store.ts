/** A store of a few items whose requests are written down, and events by the first letter, for tests of single steps. */
import type { Eventing } from '../../shared/core/eventing.ts';
import type { Item } from '../../shared/core/item.ts';
import { askedTable, noPacing } from './asked-table.ts';

export const AT = '2026-01-02T08:00:00.000Z';

export const carrier = (articleId: string, sortUtc = AT) => ({
  articleId,
  text: 't1',
  publisher: null,
  moment: null,
  sortUtc,
});

/** Every story has the key of its first letter, and looks beside it; it joins the first candidate. */
const eventing: Eventing = {
  keysOf: ({ storyId }) => ({ written: [storyId.slice(4, 5)], own: [storyId.slice(4, 5)], neighbours: ['beside'] }),
  candidates: (postings) => postings.flat(),
  choose: (_, candidates) => candidates[0]?.eventId ?? null,
  settle: () => new Map(),
};

export async function aStore(...items: readonly Item[]) {
  const asked = await askedTable(...items);
  return { ...asked, ports: { table: asked.table, pacing: noPacing, eventing } };
}
