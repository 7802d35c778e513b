/** Taking an article down: what is left of it, what holds it back, and what of others stays. */
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { ForgetPorts } from '../../cli/commands/forget.ts';
import type { ObjectChange } from '../../shared/core/change.ts';
import { COPIES } from '../../shared/core/copies/kinship.ts';
import { EVENTS } from '../../shared/core/event/eventing.ts';
import type { Item, Value } from '../../shared/core/item.ts';
import { nodeKey, objectIdOf, objectKey } from '../../shared/core/keys.ts';
import { PURGES_PK, TOMBSTONE_PREFIX } from '../../shared/core/operating-keys.ts';
import { RECORD_DICTIONARY } from '../../shared/core/tables/record-dictionary.ts';
import { textNode } from '../../shared/core/text-node.ts';
import { currentTable } from '../../shared/pipeline/current-schema.ts';
import { group } from '../../shared/pipeline/group.ts';
import { ingest } from '../../shared/pipeline/ingest.ts';
import { planTakeDown } from '../../shared/pipeline/plan-take-down.ts';
import type { Reader, Table } from '../../shared/pipeline/ports.ts';
import { purgeHeld } from '../../shared/pipeline/purge-held.ts';
import { findArticle, findObject } from '../../shared/pipeline/query.ts';
import { settleTaken } from '../../shared/pipeline/settle-taken.ts';
import { takeDown } from '../../shared/pipeline/take-down.ts';
import { lineReader } from '../../shared/testing/line-reader.ts';
import { type MemoryStore, memoryStore } from '../../shared/testing/memory-store.ts';

const BYLINE = 'Ottoline Fernsby';
const HEADLINE = 'Zeppelin moored above Quillbury';
const OLD =
  'A silver zeppelin was tethered over the fishmarket since breakfast on Thursday, harbourmaster Ezra Plumtree said.';
const NEW =
  'The silver zeppelin that had been tethered over the fishmarket left for Saltmarsh at dusk, harbourmaster Ezra Plumtree said.';
const WORDS = /zeppelin|quillbury|fishmarket|plumtree|ottoline|fernsby|saltmarsh|breakfast|gazette/i;
const pageOf = (body: string) => `${HEADLINE}\npublished: 2026-01-01T10:00:00.000Z\n${body}`;
const URL = { metadata: { url: 'https://gazette.example/1' } };

/** The reader of lines knows no bylines. */
const signed: Reader = {
  async read(document, hints, profile) {
    const article = await lineReader.read(document, hints, profile);
    if (!document.text.startsWith(HEADLINE)) return article;
    return { ...article, byline: BYLINE, bylineRaw: `By ${BYLINE}`, authors: [{ name: BYLINE, kind: 'person' }] };
  },
};

/** Records of these stores are so long that some stand beside their rows. */
const aStore = () => memoryStore(signed, 450);

function portsOf({ table: stored, bucket }: MemoryStore): ForgetPorts {
  const table = currentTable(stored);
  const clock = () => '2026-02-01T00:00:00.000Z';
  const pacing = { pause: async () => {} };
  return { table, versions: bucket.versions, pacing, clock, kinship: COPIES, eventing: EVENTS, elsewhere: [] };
}

async function forget(articleId: string, store: MemoryStore) {
  const ports = portsOf(store);
  const plan = await planTakeDown({ articleId, reason: 'R', copies: false, at: ports.clock() }, store.table);
  if (plan === null) throw new Error(`nothing is known of ${articleId}`);
  const taken = await takeDown(plan.decisions, ports);
  await settleTaken(plan, taken, ports);
  await hear(store);
  return { plan, taken };
}

/** What S3 tells of purges, until it has nothing more to tell. */
async function hear(store: MemoryStore) {
  for (let news = store.bucket.untold(); news.length > 0; news = store.bucket.untold())
    for (const change of news) await store.deliver(change);
}

async function put(store: MemoryStore, key: string, text: string, options = {}) {
  const { articleId } = await store.deliver(store.bucket.put(key, text, options));
  return articleId ?? '';
}

/** All that is stored, as text: records unpacked, prints by their bytes. */
async function dump({ table, bucket }: MemoryStore): Promise<string> {
  const { versions } = await bucket.versions.list('', null);
  const files: string[] = [];
  for (const { key, versionId } of await allVersions(bucket.versions)) {
    const raw = await bucket.objects.read({ bucket: '', key, member: null }, versionId);
    const packed = await bucket.bodies.get(key);
    files.push(key, new TextDecoder().decode(raw?.bytes), packed === null ? '' : unpacked(packed));
  }
  return [versions.length, ...files, ...table.items().map((item) => JSON.stringify(shown(item)))].join('\n');
}

async function allVersions(versions: MemoryStore['bucket']['versions']) {
  const found: { key: string; versionId: string }[] = [];
  let after: Parameters<typeof versions.list>[1] = null;
  do {
    const page: Awaited<ReturnType<typeof versions.list>> = await versions.list('', after);
    found.push(...page.versions);
    after = page.next;
  } while (after !== null);
  return found;
}

/** As a record is packed: zlib that names a dictionary. */
const isPacked = ([first, second = 0]: Uint8Array): boolean => first === 0x78 && (second & 0x20) !== 0;

function unpacked(packed: Uint8Array): string {
  return inflateSync(packed, { dictionary: RECORD_DICTIONARY }).toString();
}

function shown(value: Value): unknown {
  if (value instanceof Uint8Array) return isPacked(value) ? unpacked(value) : hex(value);
  if (Array.isArray(value)) return value.map(shown);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shown(part)]));
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

function printsOf(items: readonly Item[]): readonly string[] {
  const prints = items.flatMap(({ print, about }) => [print, about]);
  return prints.flatMap((one) => (one instanceof Uint8Array && one.length > 0 ? [hex(one)] : []));
}

describe('a take-down', () => {
  it('leaves no word of the article, and no print, in the table or the bucket', async () => {
    const store = aStore();
    const id = await put(store, 'incoming/a.txt', pageOf(OLD), URL);
    await put(store, 'incoming/a.txt', pageOf(NEW), URL);
    await put(store, 'incoming/a.txt', `${HEADLINE}, cut short`, URL);
    await store.deliver(store.bucket.remove('incoming/a.txt'));
    await put(store, 'incoming/b.txt', `${pageOf(NEW)}\n${'So it went on and on. '.repeat(60)}${OLD}`, URL);
    const other = await put(store, 'incoming/other.txt', 'Rain\nIt will rain tomorrow.');
    const others = printsOf(store.table.items().filter((item) => item['articleId'] === other));
    const prints = printsOf(store.table.items()).filter((print) => !others.includes(print));
    const before = await dump(store);
    expect(before).toMatch(WORDS);
    expect(prints.filter((print) => before.includes(print)).length).toBeGreaterThan(0);
    expect((await allVersions(store.bucket.versions)).some(({ key }) => key.startsWith('bodies/'))).toBe(true);
    const { taken } = await forget(id, store);
    const after = await dump(store);
    expect(after).not.toMatch(WORDS);
    expect(prints.filter((print) => after.includes(print))).toEqual([]);
    expect(others.length).toBeGreaterThan(0);
    const gone = taken.objects.flatMap(({ versions }) => versions.map(({ key, isMarker }) => `${key} ${isMarker}`));
    // Two readings, what could not be read, and the delete marker over them; the second file's only version.
    expect(gone.sort()).toEqual([
      ...['incoming/a.txt false', 'incoming/a.txt false', 'incoming/a.txt false', 'incoming/a.txt true'],
      'incoming/b.txt false',
    ]);
    expect((await allVersions(store.bucket.versions)).map(({ key }) => key)).toEqual(['incoming/other.txt']);
  });

  it('says the same when it is done again, and removes nothing more', async () => {
    const store = aStore();
    const id = await put(store, 'incoming/a.txt', pageOf(OLD));
    await forget(id, store);
    const before = store.table.items().filter(({ pk }) => !pk.startsWith('art#') && !pk.startsWith('text#'));
    const { plan, taken } = await forget(id, store);
    expect(plan.again).toBe(true);
    expect(taken.objects.flatMap(({ versions }) => versions)).toEqual([]);
    const stones = (items: readonly Item[]) => items.filter(({ pk }) => pk.startsWith(TOMBSTONE_PREFIX));
    expect(stones(store.table.items())).toEqual(stones(before));
  });

  it('leaves the text to others who carry it, who stay when they are uploaded again', async () => {
    const store = aStore();
    const id = await put(store, 'incoming/a.txt', pageOf(OLD), URL);
    const other = await put(store, 'incoming/copy.txt', pageOf(OLD));
    const { plan } = await forget(id, store);
    expect(plan.copies).toMatchObject([{ articleId: other }]);
    expect(await findArticle(other, store.query)).toMatchObject({ headline: HEADLINE, copyOf: null });
    await put(store, 'incoming/copy.txt', pageOf(OLD));
    expect(await findArticle(other, store.query)).toMatchObject({ headline: HEADLINE });
    expect(await findArticle(id, store.query)).toBeNull();
  });

  it('keeps another article that the same file has become', async () => {
    const store = aStore();
    const id = await put(store, 'incoming/latest.txt', pageOf(OLD), URL);
    const next = await put(store, 'incoming/latest.txt', 'Rain\nIt will rain.', {
      metadata: { url: 'https://weather.example/2' },
    });
    await forget(id, store);
    expect(await findArticle(next, store.query)).toMatchObject({ headline: 'Rain' });
    expect(await dump(store)).not.toMatch(WORDS);
  });
});

describe('what was taken down', () => {
  const uploads: readonly (readonly [string, string, object])[] = [
    ['the same file, uploaded again', 'incoming/a.txt', URL],
    ['the same bytes under another key', 'incoming/elsewhere.txt', {}],
    ['another text at the same address', 'incoming/new.txt', URL],
    ['a text that it had before, under another key', 'incoming/before.txt', {}],
  ];
  it.each(uploads)('is held back and purged: %s', async (what, key, options) => {
    const store = aStore();
    const id = await put(store, 'incoming/a.txt', pageOf(OLD), URL);
    await put(store, 'incoming/a.txt', pageOf(NEW), URL);
    await forget(id, store);
    const text = what.startsWith('another')
      ? pageOf('The zeppelin is back.')
      : pageOf(what.includes('before') ? OLD : NEW);
    const outcome = await store.deliver(store.bucket.put(key, text, options));
    expect(outcome).toMatchObject({ state: 'taken-down', put: 'written' });
    expect(JSON.stringify(store.table.items().map(shown))).not.toMatch(WORDS);
    const purged = await purgeHeld(portsOf(store));
    expect(purged.map(({ versions }) => versions)).toContain(1);
    await hear(store);
    expect(await dump(store)).not.toMatch(WORDS);
    expect(await findObject(key, store.query)).toMatchObject({ state: 'taken-down', key, reason: 'R' });
    // What S3 told of the purge has ended quietly: nothing is left to do.
    expect(await purgeHeld(portsOf(store))).toEqual([]);
  });

  it('is taken out again when an upload has slipped by in the same instant', async () => {
    const store = aStore();
    const id = await put(store, 'incoming/a.txt', pageOf(OLD), URL);
    await forget(id, store);
    const change = store.bucket.put('incoming/slipped.txt', pageOf(OLD), URL);
    // It looked for tombstones just before there was one.
    await ingest(change, 1, { ...store.bucket, reader: signed, table: blind(store.table) });
    expect(await store.table.get(rowOf(change))).toMatchObject({ state: 'stored', headline: HEADLINE });
    await group({ objectId: objectIdOf(change), articleIds: [id] }, portsOf(store));
    expect(await findArticle(id, store.query)).toBeNull();
    expect(await store.table.get({ pk: PURGES_PK, sk: objectIdOf(change) })).toMatchObject({ pending: true });
    await purgeHeld(portsOf(store));
    await hear(store);
    expect(await store.table.get(rowOf(change))).toMatchObject({ state: 'removed' });
    expect(await dump(store)).not.toMatch(WORDS);
  });
});

function rowOf(change: ObjectChange) {
  return objectKey(objectIdOf(change));
}

function blind(table: Table): Table {
  return { ...table, get: async (key) => (key.pk.startsWith(TOMBSTONE_PREFIX) ? null : table.get(key)) };
}

describe('a text that nobody carries any more', () => {
  it('keeps no print, and has it again with the next who carries it', async () => {
    const store = aStore();
    await put(store, 'incoming/a.txt', pageOf(OLD));
    const [node] = store.table.items().filter(({ sk }) => sk === 'node');
    const printNow = async () => textNode(await store.table.get(nodeKey(String(node?.['textId']))))?.print ?? null;
    expect(await printNow()).not.toBeNull();
    await store.deliver(store.bucket.remove('incoming/a.txt'));
    expect(await printNow()).toBeNull();
    const id = await put(store, 'incoming/b.txt', pageOf(OLD));
    expect(await printNow()).toEqual(node?.['print']);
    expect((await findArticle(id, store.query))?.storyId).toBe(node?.['storyId']);
  });
});
