/**
 * A table whose every call waits for the scheduler. In: a table. Out: the same, one I/O point for each verb and kind of item.
 * Promise: a point is where a worker of the real pipeline could die, told apart finely enough that none hides behind another.
 */
import type { Key } from '../../shared/core/item.ts';
import type { Table } from '../../shared/pipeline/ports.ts';
import type { Scheduler, Task } from './scheduler.ts';

export function timedTable(task: Task, time: Scheduler, table: Table): Table {
  return {
    get: (key) => time.call(task, `table.get ${kindOf(key)}`, () => table.get(key)),
    query: (query) =>
      time.call(task, `table.query ${kindOf({ pk: query.pk, sk: query.prefix })}`, () => table.query(query)),
    put: (item, guard) => time.call(task, `table.put ${kindOf(item)}`, () => table.put(item, guard)),
    update: (update) => time.call(task, `table.update ${kindOf(update.key)}`, () => table.update(update)),
  };
}

/** `art#art_4x…`, `obj#7k…` //=> `art/obj`: what is left of the two when the names of things are taken away. */
export function kindOf({ pk, sk }: Key): string {
  return `${family(pk)}/${family(sk)}`;
}

function family(key: string): string {
  const [first = ''] = key.split('#');
  return /\d/.test(first) ? '*' : first;
}
