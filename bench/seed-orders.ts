/**
 * The samples through the store in every order of arrival: ingested, grouped and placed by the code that is deployed, on a table in
 * memory. In: their folder. Out: what differs, in words. Promise: each order is looked at before its days are settled and after.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { EVENTS } from '../shared/core/event/eventing.ts';
import type { ArticleRecord } from '../shared/core/record.ts';
import type { Reader } from '../shared/pipeline/ports.ts';
import { findObject } from '../shared/pipeline/query.ts';
import { settleChanged } from '../shared/pipeline/settle-window.ts';
import { memoryStore } from '../shared/testing/memory-store.ts';

export interface SeedGroups {
  readonly stories: readonly (readonly string[])[];
  readonly events: readonly (readonly string[])[];
}

export interface SeedOrders {
  readonly orders: number;
  /** Orders in which everything was in its event before it was settled. */
  readonly onArrival: number;
  readonly differences: readonly string[];
}

export async function seedOrders(seeds: string, gold: SeedGroups, reader: Reader): Promise<SeedOrders> {
  const files = readdirSync(seeds)
    .filter((file) => file.endsWith('.txt'))
    .sort();
  const orders = ordersOf(files);
  const differences: string[] = [];
  const ends = new Set<string>();
  let onArrival = 0;
  for (const order of orders) {
    const store = memoryStore(reader);
    for (const file of order)
      await store.deliver(store.bucket.put(`incoming/${file}`, readFileSync(path.join(seeds, file))));
    const told = async () => Promise.all(files.map((file) => recordOf(store.query, file)));
    if (isSame(gold, groupsOf(await told()))) onArrival += 1;
    await settleChanged({ table: store.table, pacing: { pause: async () => {} }, eventing: EVENTS });
    const settled = await told();
    ends.add(
      JSON.stringify(
        settled.map(([, { storyId, eventId, copyOf, published, effectiveDate }]) => [
          storyId,
          eventId,
          copyOf,
          published,
          effectiveDate,
        ]),
      ),
    );
    if (!isSame(gold, groupsOf(settled))) differences.push(`${order.map(nameOf).join(' ')}: not as the gold says`);
  }
  if (ends.size > 1) differences.push(`${ends.size} different ends for one set of samples`);
  return { orders: orders.length, onArrival, differences };
}

async function recordOf(
  query: Parameters<typeof findObject>[1],
  file: string,
): Promise<readonly [string, ArticleRecord]> {
  const found = await findObject(`incoming/${file}`, query);
  if (found?.state !== 'stored') throw new Error(`${file} was not stored`);
  return [nameOf(file), found.record];
}

const nameOf = (file: string): string => file.slice(0, 3);

function groupsOf(told: readonly (readonly [string, ArticleRecord])[]): SeedGroups {
  const by = (id: (record: ArticleRecord) => string | null) =>
    [...Map.groupBy(told, ([, record]) => id(record)).values()].map((members) => members.map(([name]) => name));
  return { stories: by(({ storyId }) => storyId), events: by(({ eventId }) => eventId) };
}

/** Groups as text, whatever they are called. */
export function inWords(groups: readonly (readonly string[])[]): string {
  return groups
    .map((ids) => [...ids].sort().join(' '))
    .sort()
    .join(' | ');
}

const isSame = (one: SeedGroups, other: SeedGroups): boolean =>
  inWords(one.stories) === inWords(other.stories) && inWords(one.events) === inWords(other.events);

/** More samples than this have more orders than anybody waits for. */
const MOST_FILES = 6;

function ordersOf(files: readonly string[]): readonly (readonly string[])[] {
  if (files.length > MOST_FILES) throw new Error(`more than ${MOST_FILES} samples: every order of them takes too long`);
  if (files.length === 0) return [[]];
  return files.flatMap((file) => ordersOf(files.filter((other) => other !== file)).map((rest) => [file, ...rest]));
}
