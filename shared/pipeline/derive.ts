/**
 * The one way in which an item is derived from others. In: a key and a rule. Out: the item as written. Promise: when everything
 * is quiet, the item is the rule applied to the final state of what it is derived from.
 *
 * Why: each writer of a source derives after its write. Take the last derivation that was written, P, and any write w to a
 * source. The author of w then derived and wrote, as D. If D is not P, P was written after D; P's guard held, so P read the
 * item's generation after D had written it, and the sources after that: P saw w. For this the generation is read before the
 * sources, and the item is written even when nothing changed: a skipped write would let a paused older writer pass the guard.
 * Items are never deleted, for the same reason: an absent item has no generation to tell two absences apart.
 *
 * Who has reason to think that the item is new need not look: the guard holds only where nobody has derived it before, so this is the
 * first derivation, and everyone whose write it did not see derives after it. For the same reason its sources may have been read
 * before. A wrong guess costs a refused write.
 */
import type { Attributes, Item, Key } from '../core/item.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import type { Pacing, Table } from './ports.ts';

export interface DerivePorts {
  readonly table: Table;
  readonly pacing: Pacing;
  /** Items that are counted without parts; by default what a query of one unit holds. A small world has small wholes. */
  readonly countedWhole?: number;
}

/** Reads its sources when called; `previous` is the item as it was, for what it must carry over. */
export type Rule = (previous: Item | null) => Promise<Attributes>;

/** Saves the look at an item that is most likely not there. */
export type Guess = 'new' | 'unknown';

/** Throws after too many lost races: the message goes back to its queue. */
export async function derive(key: Key, rule: Rule, ports: DerivePorts, guess: Guess = 'unknown'): Promise<Item> {
  for (let attempt = 1; attempt <= STORE_LIMITS.deriveAttempts; attempt += 1) {
    const previous = guess === 'new' && attempt === 1 ? null : await ports.table.get(key);
    const gen = generationOf(previous);
    const item = { ...(await rule(previous)), ...key, gen: (gen ?? 0) + 1 };
    const written = await ports.table.put(item, { kind: 'unchanged', gen });
    if (written.applied) return written.item;
    await ports.pacing.pause(attempt);
  }
  throw new Error(`${key.pk} ${key.sk}: too many writers at once`);
}

export function generationOf(item: Item | null): number | null {
  const gen = item?.['gen'];
  return typeof gen === 'number' ? gen : null;
}
