/**
 * What dynalite knows of its tables, remembered: it reads it from its files for every read of an item. In: its store. Out: tables by name.
 * Promise: nothing is remembered across a call that is about tables.
 */
import type { Json } from '../json.ts';

export interface KnownTables {
  /** Null for one that is not there, or not ready: dynalite refuses it in its own words. */
  find(name: Json | undefined): Promise<DynaliteTable | null>;
  /** What a call about tables changes is read anew after it. */
  around<T>(operation: string, call: () => Promise<T>): Promise<T>;
}

export function knownTables(store: DynaliteStore): KnownTables {
  const known = new Map<string, DynaliteTable>();
  /** Calls about tables that have begun, and those under way. */
  let [begun, underWay] = [0, 0];
  return {
    async find(name) {
      if (typeof name !== 'string') return null;
      const remembered = known.get(name);
      if (remembered !== undefined) return remembered;
      const before = begun;
      const table = await tableOf(store, name);
      if (table?.TableStatus !== 'ACTIVE') return null;
      // What was read while it changed may be the old one.
      if (begun === before && underWay === 0) known.set(name, table);
      return table;
    },
    async around(operation, call) {
      if (!operation.includes('Table')) return call();
      known.clear();
      begun += 1;
      underWay += 1;
      return call().finally(() => {
        underWay -= 1;
      });
    },
  };
}

function tableOf(store: DynaliteStore, name: string): Promise<DynaliteTable | null> {
  return new Promise((resolve) => {
    store.getTable(name, (error, table) => resolve(error || table === undefined ? null : table));
  });
}
