/** Ways of taking back that are wrong on purpose: each must be noticed. In: what an honest undo is given. Out: a worse world. */
import type { Item, Key } from '../../shared/core/item.ts';
import { TOMBSTONE_PREFIX, tombstoneKey } from '../../shared/core/operating-keys.ts';
import { tombstone } from '../../shared/core/tombstone.ts';
import type { Table } from '../../shared/pipeline/ports.ts';
import { putTombstone } from '../../shared/pipeline/take-down.ts';
import { undoTakeDown } from '../../shared/pipeline/undo-take-down.ts';
import type { WorldOptions } from './world.ts';

type Undo = typeof undoTakeDown;

/** A worker that dies after it leaves the texts down, and nobody knows that they are to be lifted. */
const articleFirst: Undo = async (request, ports) => {
  const own = tombstone(await ports.table.get(tombstoneKey(request.articleId)));
  if (own === null || own.lifted !== null) return null;
  const { at, reason } = request;
  await putTombstone({ ...own, lifted: { at, reason }, revision: at }, ports.table);
  const ownStands = { ...ports.table, get: (key: Key) => getOr(key, own, ports.table) };
  return undoTakeDown(request, { ...ports, table: ownStands });
};

async function getOr(key: Key, own: { readonly name: string }, table: Table): Promise<Item | null> {
  const isOwn = key.pk === tombstoneKey(own.name).pk;
  const found = await table.get(key);
  return isOwn && found !== null ? { ...found, lifted: null } : found;
}

/** For whose sake a text is down is not asked. */
const wholeText: Undo = (request, ports) =>
  undoTakeDown(request, { ...ports, table: alone(request.articleId, ports.table) });

const alone = (articleId: string, table: Table): Table => ({
  ...table,
  get: async (key) => {
    const found = await table.get(key);
    return found?.['kind'] === 'text' ? { ...found, articles: [articleId] } : found;
  },
});

/** Texts stay down: the article comes in again under its name only. */
const articleOnly: Undo = (request, ports) =>
  undoTakeDown(request, {
    ...ports,
    table: {
      ...ports.table,
      put: async (item, guard) => (item['kind'] === 'text' ? { applied: true, item } : ports.table.put(item, guard)),
    },
  });

/** A take-down is for good. */
const deafToLifts = (table: Table): Table => ({
  ...table,
  get: async (key) => {
    const found = await table.get(key);
    return found !== null && key.pk.startsWith(TOMBSTONE_PREFIX) ? { ...found, lifted: null } : found;
  },
});

/** Who was slow writes the old decision over the newer one. */
const lastWriterWins = (table: Table): Table => ({
  ...table,
  put: (item, guard) => table.put(item, item.pk.startsWith(TOMBSTONE_PREFIX) ? null : guard),
});

export const UNDO_MUTANTS: Readonly<Record<string, Partial<WorldOptions>>> = {
  'lifts the article before its texts': { undo: articleFirst },
  'lifts a text that another take-down means': { undo: wholeText },
  'leaves the texts down': { undo: articleOnly },
  'takes a take-down for final': { sabotage: deafToLifts },
  'lets an old decision win': { sabotage: lastWriterWins },
};
