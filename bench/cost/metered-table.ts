/** The table in memory with the meter of the local run before it. In: a table. Out: the same table, and units by operation and kind of item. */
import { marshall } from '@aws-sdk/util-dynamodb';
import { makeMeter, meterDynamo, meterRefusedWrite } from '../../infra/local/meter.ts';
import type { Item } from '../../shared/core/item.ts';
import type { Table, Written } from '../../shared/pipeline/ports.ts';
import { onTheWire } from './stored.ts';

export interface Count {
  readonly calls: number;
  readonly units: number;
}

export interface MeteredTable {
  readonly table: Table;
  /** By operation and kind of item, since the last call of `forget`. */
  readonly counts: () => ReadonlyMap<string, Count>;
  readonly forget: () => void;
  /** Since the beginning. */
  readonly units: () => { readonly write: number; readonly read: number };
}

const CONSISTENT = { ConsistentRead: true };
const wire = (item: Item | null) => onTheWire(marshall(item ?? {}));

export function meteredTable(store: Table): MeteredTable {
  const meter = makeMeter();
  const counts = new Map<string, Count>();
  const sum = (names: RegExp) =>
    Object.entries(meter.usage().calls).reduce((total, [name, { units }]) => total + (names.test(name) ? units : 0), 0);
  const metered = (name: string, meterIt: () => void) => {
    const before = sum(/./);
    meterIt();
    const known = counts.get(name) ?? { calls: 0, units: 0 };
    counts.set(name, { calls: known.calls + 1, units: known.units + sum(/./) - before });
  };
  const written = (name: string, item: Item, result: Written) =>
    metered(name, () => {
      if (result.applied) meterDynamo(meter, 'PutItem', { Item: wire(result.item) }, {});
      else meterRefusedWrite(meter, 'PutItem', wire(result.found ?? item));
    });
  const table: Table = {
    async get(key) {
      const item = await store.get(key);
      metered(nameOf('get', key.pk, key.sk), () => meterDynamo(meter, 'GetItem', CONSISTENT, { Item: wire(item) }));
      return item;
    },
    async query(query) {
      const items = await store.query(query);
      const [input, answer] = [{ ConsistentRead: query.mayLag !== true }, { Items: items.map(wire) }];
      metered(nameOf('query', query.pk, query.prefix), () => meterDynamo(meter, 'Query', input, answer));
      return items;
    },
    async put(item, guard) {
      const result = await store.put(item, guard);
      written(nameOf('put', item.pk, item.sk), item, result);
      return result;
    },
    async update(update) {
      const result = await store.update(update);
      written(nameOf('update', update.key.pk, update.key.sk), update.key, result);
      return result;
    },
  };
  const units = () => ({ write: sum(/PutItem|index/), read: sum(/GetItem|Query/) });
  return { table, counts: () => counts, forget: () => counts.clear(), units };
}

/** `put art#art_x obj#o` //=> `put art obj` */
function nameOf(operation: string, pk: string, sk: string): string {
  const first = sk.split('#')[0] ?? '';
  return `${operation} ${pk.split('#')[0]} ${/^(?:sty_|[0-9])/.test(first) ? 'N' : first}`;
}
