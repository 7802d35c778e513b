/** What older versions of this code have stored, and what only a newer one can read. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { COPIES } from '../../shared/core/copies/kinship.ts';
import { EVENTS } from '../../shared/core/event/eventing.ts';
import { EXTRACTOR } from '../../shared/core/extractor.ts';
import type { Item, Value } from '../../shared/core/item.ts';
import { PART_PREFIX, POSTING_PREFIX } from '../../shared/core/keys.ts';
import { NewerSchema, SCHEMA } from '../../shared/core/migrations/schema.ts';
import { STEPS, upgradedItem, upgradedRecord } from '../../shared/core/migrations/upgrade.ts';
import { parseNotification } from '../../shared/core/notification.ts';
import { replayMessage } from '../../shared/core/replay.ts';
import { currentFeeds, currentTable } from '../../shared/pipeline/current-schema.ts';
import { group, type RowTrigger } from '../../shared/pipeline/group.ts';
import { ingest } from '../../shared/pipeline/ingest.ts';
import { findArticle, listArticles, listRejected } from '../../shared/pipeline/query.ts';
import { findStory } from '../../shared/pipeline/query-story.ts';
import { settleEvent } from '../../shared/pipeline/settle-event.ts';
import { storiesOf, triggersOf } from '../../shared/testing/memory-store.ts';
import { memoryTable } from '../../shared/testing/memory-table.ts';
import { createReader } from '../../shared/workers/reader.ts';
import { asWrittenNow, BODIES_OVER, oldUploads } from '../fixtures/old-store.ts';
import { linesOf } from '../simulation/compare.ts';

/** A step's own fixture is that of the schema before it. */
const OLD_SCHEMAS = STEPS.map(({ to }) => to - 1);
const PAGE = { limit: 100, cursor: null };

const Fixture = z.object({
  items: z.array(z.object({ pk: z.string(), sk: z.string() }).catchall(z.unknown())),
  bodies: z.record(z.string(), z.unknown()),
});

/** Bytes are written as `{"base64": …}`. */
function revived(_: string, value: unknown): unknown {
  const isBytes = typeof value === 'object' && value !== null && 'base64' in value;
  return isBytes ? new Uint8Array(Buffer.from(String(value.base64), 'base64')) : value;
}

function fixture(schema: number) {
  const file = new URL(`../fixtures/store-schema-${schema}.json`, import.meta.url);
  const { items, bodies } = Fixture.parse(JSON.parse(readFileSync(file, 'utf8'), revived));
  const kept = new Map<string, Uint8Array>();
  for (const [name, bytes] of Object.entries(bodies)) kept.set(name, z.instanceof(Uint8Array).parse(bytes));
  return { items: items.map(asItem), bodies: kept };
}

/** What came out of JSON, with its bytes revived, is what a table holds. */
function asItem(item: { readonly pk: string; readonly sk: string }): Item {
  const values = Object.entries(item).map(([name, value]) => [name, z.custom<Value>(() => true).parse(value)] as const);
  return { ...Object.fromEntries(values), pk: item.pk, sk: item.sk };
}

/** A store that an older version left, in the hands of this one. */
async function oldStore(schema: number) {
  const { items, bodies: kept } = fixture(schema);
  const triggers: RowTrigger[] = [];
  const stories: string[] = [];
  const raw = memoryTable((before, after) => {
    triggers.push(...triggersOf(before, after));
    stories.push(...storiesOf(after));
  });
  for (const item of items) await raw.put(item, null);
  triggers.splice(0);
  stories.splice(0);
  const { bucket } = oldUploads();
  const bodies = {
    over: BODIES_OVER,
    put: async (name: string, bytes: Uint8Array) => void kept.set(name, bytes),
    get: async (name: string) => kept.get(name) ?? null,
  };
  const table = currentTable(raw);
  const pacing = { pause: async () => {} };
  const clock = () => '2026-01-01T00:00:00.000Z';
  const reader = createReader();
  return {
    raw,
    bucket,
    query: { table, feeds: currentFeeds(raw), bodies },
    async deliver(change: Parameters<typeof ingest>[0]) {
      const outcome = await ingest(change, 1, { ...bucket, bodies, reader, table });
      for (const trigger of triggers.splice(0)) await group(trigger, { table, pacing, kinship: COPIES, clock });
      for (const storyId of new Set(stories.splice(0))) await settleEvent(storyId, { table, pacing, eventing: EVENTS });
      return outcome;
    },
  };
}

const rowsOf = (items: readonly Item[]) => items.filter(({ pk }) => pk.startsWith('obj#'));

describe.each(OLD_SCHEMAS)('a store of schema %i', (schema) => {
  it('is really one: its items do not name a later schema', () => {
    const named = fixture(schema).items.map(({ schema: own }) => own ?? 1);
    expect(new Set(named)).toEqual(new Set([schema]));
  });

  it('is read: every article, whole, and every refusal', async () => {
    const { query } = await oldStore(schema);
    const { items } = await listArticles(PAGE, query);
    expect(items.map(({ headline }) => headline).sort()).toEqual([
      'Bridge over the Wend reopens',
      'Ferry crews vote to end strike in Norwick Sound',
      'Ferry crews vote to end strike in Norwick Sound',
      null,
    ]);
    for (const record of items) expect(record).toMatchObject({ schema: SCHEMA, extractor: { version: 1 } });
    const ferry = items.find(({ source }) => source.key === 'incoming/ferry.txt');
    expect(ferry).toMatchObject({ version: 2, body: { length: 3 }, storyId: expect.stringMatching(/^sty_/) });
    expect((await findStory(ferry?.storyId ?? '', query.table))?.members).toHaveLength(2);
    const codes = (await listRejected(PAGE, query)).items.map(({ code }) => code);
    expect(codes.sort()).toEqual(['document.empty', 'document.unsupported-format']);
  });

  it('goes on: a new version of an old article is its next version', async () => {
    const { bucket, deliver, query } = await oldStore(schema);
    const text =
      'Ferries sail again\n\nThe ferries of Norwick Sound sailed again on Tuesday after nine days, the union said.\n';
    const metadata = { url: 'https://norwickpost.example/ferry', 'captured-at': '2025-06-09T12:00:00Z' };
    const { articleId } = await deliver(bucket.put('incoming/ferry.txt', text, { metadata }));
    expect(await findArticle(articleId ?? '', query)).toMatchObject({ version: 3, headline: 'Ferries sail again' });
  });

  it('is, once it has been replayed, what this code would have written itself', async () => {
    const { raw, deliver } = await oldStore(schema);
    for (const row of rowsOf(raw.items()).map(upgradedItem)) {
      const message = replayMessage(row);
      if (message === null) continue;
      for (const change of parseNotification(message).changes)
        expect(await deliver(change)).toMatchObject({ put: 'written' });
    }
    const rewritten = rowsOf(raw.items()).filter(({ state }) => state !== 'removed');
    expect(new Set(rewritten.map(({ schema: own }) => own))).toEqual(new Set([SCHEMA]));
    const fresh = await asWrittenNow(oldUploads());
    const old = withoutOldHints(raw.items(), fresh.items);
    expect(linesOf(withoutOldReadings(old))).toEqual(linesOf(withoutOldReadings(fresh.items)));
  });
});

/**
 * Topics only say where to look for events, and older code wrote more of them; those of this code must be there all the same. Postings
 * of older code lack the print, which is then read from the text.
 */
function withoutOldHints(items: readonly Item[], fresh: readonly Item[]): readonly Item[] {
  const known = new Map(fresh.map((item) => [`${item.pk} ${item.sk}`, item]));
  return items.flatMap((item): readonly Item[] => {
    const now = known.get(`${item.pk} ${item.sk}`);
    if (/^(?:topic|event)#/.test(item.pk) && now === undefined) return [];
    // Few items are counted without parts now, and nobody reads the parts that were there.
    if (item.sk.startsWith(PART_PREFIX) && now === undefined) return [];
    // That of a removed object is not written again: it is read by what stands in its facts.
    if (item.pk.startsWith('art#') && 'facts' in item) return [withoutFacts(item)];
    return item.sk.startsWith(POSTING_PREFIX) ? [{ ...item, print: now?.['print'] ?? null }] : [item];
  });
}

function withoutFacts({ facts, ...item }: Item): Item {
  const rank = z
    .object({ capturedAt: z.string().nullable(), contentHash: z.string().nullable() })
    .nullish()
    .parse(facts);
  return {
    ...item,
    pk: item.pk,
    sk: item.sk,
    capturedAt: rank?.capturedAt ?? null,
    contentHash: rank?.contentHash ?? null,
  };
}

/**
 * An old store remembers what the old extractor read, also of versions that have been replaced; a fresh one cannot. What was removed
 * before texts were named can no longer be read, so its text stays unnamed.
 */
function withoutOldReadings(items: readonly Item[]): readonly Item[] {
  const now = String(EXTRACTOR.version).padStart(4, '0');
  return items.map(upgradedItem).map((item) => {
    const kept = Object.entries(item)
      .filter(([name]) => !/^rev:.*#(?!0000)/.test(name))
      // Marks of before texts were named have none, which is the same as null.
      .map(([name, value]) => [name, name.startsWith('rev:') ? Object.assign({ text: null }, value) : value] as const);
    const { publications } = item;
    const own = z
      .array(z.object({ hashes: z.record(z.string(), z.string()) }).catchall(z.unknown()))
      .safeParse(publications);
    const hashed = own.data?.map(({ hashes, texts: _, ...rest }) => ({
      ...rest,
      hashes: { read: hashes[now] ?? hashes['0001'] ?? '' },
    }));
    const more = hashed === undefined ? {} : { publications: z.custom<Value>(() => true).parse(hashed) };
    return { ...Object.fromEntries(kept), pk: item.pk, sk: item.sk, ...more };
  });
}

describe('the step to schema 2', () => {
  const at = (sk: string) => upgradedItem({ pk: 'art#art_x', sk, live: true, facts: { headline: 'A' } });

  it('names the extractor of a row, and fills in what was not there', () => {
    const rows = rowsOf(fixture(1).items).map(upgradedItem);
    const stored = rows.filter(({ state }) => state === 'stored');
    expect(new Set(stored.map(({ extractor, digest }) => `${extractor} ${digest}`))).toEqual(new Set(['1 ']));
    expect(rows.filter(({ state }) => state === 'removed')).toMatchObject([{ extractor: 0 }]);
    expect(at('head')).toMatchObject({ schema: 2, digest: '', turn: 0 });
    expect(at('obj#o')).toMatchObject({ schema: 2, facts: { headline: 'A', digest: '' } });
  });

  it('keeps what is there already', () => {
    const given = { pk: 'art#art_x', sk: 'head', live: true, digest: 'd', turn: 4 };
    expect(upgradedItem(given)).toEqual({ ...given, schema: 2 });
  });
});

describe('a schema', () => {
  it('has a step to each from the one before, and an extractor that writes it', () => {
    expect(STEPS.map(({ to }) => to)).toEqual(Array.from({ length: SCHEMA - 1 }, (_, at) => at + 2));
    const extractors = STEPS.map(({ extractor }) => extractor);
    expect(extractors).toEqual([...new Set(extractors)].sort((a, b) => a - b));
    // Without it a replay would find every row `known` and rewrite none.
    expect(EXTRACTOR.version).toBeGreaterThanOrEqual(extractors.at(-1) ?? 0);
  });

  it('that is newer than this code is an error that says what to do, in an item and in a record', async () => {
    const newer = { pk: 'art#art_x', sk: 'head', schema: SCHEMA + 1, live: 'maybe' };
    expect(() => upgradedItem(newer)).toThrow(NewerSchema);
    expect(() => upgradedRecord({ id: 'art_x', schema: SCHEMA + 1 })).toThrow(
      /schema 3.*up to 2.*Use the newer version/,
    );
    const raw = memoryTable();
    await raw.put(newer, null);
    const query = { table: currentTable(raw), feeds: currentFeeds(raw), bodies: { get: async () => null } };
    await expect(findArticle('art_x', query)).rejects.toThrow('art#art_x head was written in schema 3');
    await expect(query.feeds.getMany([newer])).rejects.toThrow(NewerSchema);
  });

  it('that is no number is an error', () => {
    expect(() => upgradedItem({ pk: 'a', sk: 'b', schema: 'two' })).toThrow('names no schema');
  });
});
