/**
 * Outlets that have published nothing for longer than they may. In: which are watched, the clock. Out: those that are silent, with the date of
 * their newest article. Promise: no scan, and no index: a short list for each outlet, each entry checked against its article.
 */
import { isListedIn, outletList } from '../core/article-lists.ts';
import { Head } from '../core/head.ts';
import { headKey, listPk } from '../core/keys.ts';
import { isSilent, type OutletSilence } from '../core/outlet-silence.ts';
import type { Table } from './ports.ts';

export interface SilencePorts {
  readonly table: Pick<Table, 'get' | 'query'>;
  /** ISO 8601 instant. */
  readonly clock: () => string;
}

export interface SilentOutlet extends OutletSilence {
  /** Null: no article of it is there. */
  readonly lastAt: string | null;
}

/** Nearly always the first entry is it; others are of articles that are gone, or whose date or name was read otherwise since. */
const ENTRIES = 10;
/** Entries that lead nowhere, one after the other, until it is told that there is no article: hundreds in a row are of a take-down. */
const PAGES = 20;

export async function silentOutlets(
  watched: readonly OutletSilence[],
  ports: SilencePorts,
): Promise<readonly SilentOutlet[]> {
  const now = ports.clock();
  const silent: SilentOutlet[] = [];
  for (const one of watched) {
    const lastAt = await newestOf(one.outlet, now, ports);
    if (isSilent(one, lastAt, now)) silent.push({ ...one, lastAt });
  }
  return silent;
}

/** An article with a date to come says nothing of today. */
async function newestOf(outlet: string, now: string, { table }: SilencePorts): Promise<string | null> {
  const list = outletList(outlet);
  const pk = listPk(list.kind, list.value);
  let after = now;
  for (let page = 0; page < PAGES; page += 1) {
    const entries = await table.query({ pk, prefix: '', after, newestFirst: true, limit: ENTRIES });
    for (const { sk } of entries) {
      const at = sk.indexOf('#');
      const item = await table.get(headKey(sk.slice(at + 1)));
      const head = item === null ? null : Head.parse(item);
      if (head?.live === true && isListedIn(head, list) && head.sortDate.utc === sk.slice(0, at))
        return sk.slice(0, at);
    }
    if (entries.length < ENTRIES) return null;
    after = entries.at(-1)?.sk ?? after;
  }
  return null;
}
