/**
 * Heads that one question asks for more than once: a list reads the first of each story, and is asked again whether it may be named. In:
 * ports. Out: the same for one question. Promise: a head that was found is read once; nothing is remembered from one question to the next.
 */
import type { Item, Key } from '../core/item.ts';
import { headKey } from '../core/keys.ts';
import type { QueryPorts } from './query.ts';

const HEAD = headKey('').sk;

export function rememberingHeads<P extends Pick<QueryPorts, 'feeds'>>(ports: P): P {
  const heads = new Map<string, Item>();
  const getMany = async (keys: readonly Key[]): Promise<readonly Item[]> => {
    const missing = keys.filter((key) => !heads.has(nameOf(key)));
    const read = missing.length === 0 ? [] : await ports.feeds.getMany(missing);
    const found = new Map(read.map((item) => [nameOf(item), item]));
    for (const [name, item] of found) if (item.sk === HEAD) heads.set(name, item);
    return keys.flatMap((key) => found.get(nameOf(key)) ?? heads.get(nameOf(key)) ?? []);
  };
  return { ...ports, feeds: { ...ports.feeds, getMany } };
}

function nameOf({ pk, sk }: Key): string {
  return `${pk}\0${sk}`;
}
