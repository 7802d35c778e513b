/**
 * A table whose every call waits for the scheduler. In: a table. Out: the same, one I/O point for each verb and kind of item.
 * Promise: a point is where a worker of the real pipeline could die, told apart finely enough that none hides behind another.
 */
import type { Table } from '../../shared/pipeline/ports.ts';
import type { Scheduler, Task } from './scheduler.ts';

export function timedTable(task: Task, time: Scheduler, table: Table): Table {
  return {
    get: (key) => time.call(task, getPoint(key.pk, key.sk), () => table.get(key)),
    query: (query) => time.call(task, queryPoint(query.pk, query.prefix), () => table.query(query)),
    put: (item, guard) => time.call(task, putPoint(item.pk, item.sk), () => table.put(item, guard)),
    update: (update) => time.call(task, updatePoint(update.key.pk, update.key.sk), () => table.update(update)),
  };
}

const getPoint = pointsOf('table.get');
const queryPoint = pointsOf('table.query');
const putPoint = pointsOf('table.put');
const updatePoint = pointsOf('table.update');

/** `art#art_4x…`, `obj#7k…` //=> `table.get art/obj`. The same text each time: worlds pass by some fifty points, a million times. */
function pointsOf(verb: string): (pk: string, sk: string) => string {
  const names = new Map<string, Map<string, string>>();
  return (pk, sk) => {
    const [first, second] = [family(pk), family(sk)];
    const known = names.get(first)?.get(second);
    if (known !== undefined) return known;
    const name = `${verb} ${first}/${second}`;
    names.set(first, (names.get(first) ?? new Map<string, string>()).set(second, name));
    return name;
  };
}

/** What is left of a key when the names of things are taken away. */
function family(key: string): string {
  const end = key.indexOf('#');
  const first = end < 0 ? key : key.slice(0, end);
  return DIGIT.test(first) ? '*' : first;
}

const DIGIT = /\d/;
