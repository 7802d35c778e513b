/** A town with articles that can be taken down, for tests of what a take-down means. In: names. Out: a store, and what is said of it. */
import { tombstoneKey } from '../../shared/core/operating-keys.ts';
import { tombstone } from '../../shared/core/tombstone.ts';
import { currentTable } from '../../shared/pipeline/current-schema.ts';
import { planTakeDown, type TakeDownRequest } from '../../shared/pipeline/plan-take-down.ts';
import { takeDown } from '../../shared/pipeline/take-down.ts';
import { undoTakeDown } from '../../shared/pipeline/undo-take-down.ts';
import { lineReader } from '../../shared/testing/line-reader.ts';
import { type MemoryStore, memoryStore } from '../../shared/testing/memory-store.ts';

export const AT = '2026-02-01T00:00:00.000Z';
export const LATER = '2026-02-02T00:00:00.000Z';
export const LAST = '2026-02-03T00:00:00.000Z';
const page = (what: string) => `Headline\npublished: 2026-01-01T10:00:00.000Z\n${what} was moored above the town.`;
export const at = (url: string) => ({ metadata: { url: `https://gazette.example/${url}` } });

export async function put(store: MemoryStore, key: string, what: string, options = {}): Promise<string> {
  const { articleId } = await store.deliver(store.bucket.put(key, page(what), options));
  return articleId ?? '';
}

const portsOf = ({ table, bucket }: MemoryStore) => ({ table: currentTable(table), versions: bucket.versions });
export const plan = ({ table }: MemoryStore, articleId: string, given: Partial<TakeDownRequest> = {}) =>
  planTakeDown({ articleId, reason: 'R', copies: false, at: AT, ...given }, table);

export async function forget(store: MemoryStore, articleId: string, given: Partial<TakeDownRequest> = {}) {
  const planned = await plan(store, articleId, given);
  if (planned === null) throw new Error(`nothing is known of ${articleId}`);
  return takeDown(planned.decisions, portsOf(store));
}

export const undo = (store: MemoryStore, articleId: string, when = LATER) =>
  undoTakeDown({ articleId, reason: 'A mistake', at: when }, portsOf(store));
export const stoneOf = async ({ table }: MemoryStore, name: string) => tombstone(await table.get(tombstoneKey(name)));

/** Two articles with one text, and one with a text of its own. */
export async function aTown() {
  const store = memoryStore(lineReader);
  const own = await put(store, 'incoming/b.txt', 'A zeppelin', at('1'));
  const copy = await put(store, 'incoming/a.txt', 'A zeppelin', at('2'));
  const other = await put(store, 'incoming/c.txt', 'A balloon', at('3'));
  const planned = await plan(store, own);
  const textId = planned?.decisions[0]?.texts[0]?.textId ?? '';
  return { store, own, copy, other, textId };
}
