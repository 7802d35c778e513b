/**
 * What folding copies costs in the store: `node bench/stories/store.ts --data DIR [--articles N,N] [--orders K]`. Streams the
 * stories of `stream-1987` through the pipeline's own code on a table in memory that counts, and compares the stories that are
 * stored with those of the same set grouped at once. Prints requests per article, by kind of item.
 */
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { createGunzip } from 'node:zlib';
import { groupCopies } from '../../shared/core/copies/group-copies.ts';
import { COPIES } from '../../shared/core/copies/kinship.ts';
import { packPrint, unpackPrint } from '../../shared/core/copies/packed-print.ts';
import { textPrint } from '../../shared/core/copies/text-print.ts';
import { contentHash } from '../../shared/core/fingerprint.ts';
import { headKey, nodeKey, objectKey } from '../../shared/core/keys.ts';
import { textIdOf } from '../../shared/core/text-id.ts';
import type { Table } from '../../shared/pipeline/ports.ts';
import { settleText } from '../../shared/pipeline/settle-text.ts';
import { memoryTable } from '../../shared/testing/memory-table.ts';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/bench/data' },
    articles: { type: 'string', default: '1000,19043' },
    orders: { type: 'string', default: '1' },
  },
});

interface Told {
  readonly id: string;
  readonly textId: string;
  readonly hash: string;
  readonly print: Uint8Array;
  readonly utc: string;
}

async function readStream(most: number): Promise<readonly Told[]> {
  const file = createReadStream(join(options.data, 'stories/stream-1987.jsonl.gz')).pipe(createGunzip());
  const told: Told[] = [];
  for await (const line of createInterface({ input: file })) {
    if (told.length >= most) break;
    const { id, paras, date } = JSON.parse(line) as { id: string; paras: readonly string[]; date: string };
    const hash = contentHash(paras);
    const print = packPrint(textPrint(paras));
    const at = Date.parse(`${date.trim()} UTC`);
    // Some dates of the collection are damaged.
    const utc = new Date(Number.isNaN(at) ? 0 : at).toISOString();
    told.push({ id: `art_${id}`, hash, print, textId: textIdOf(hash, print), utc });
  }
  return told;
}

type Counts = Map<string, number>;

/** `get text node`: the operation, the kind of partition, the kind of item. */
function counted(table: Table, counts: Counts, told: (pk: string) => void): Table {
  const count = (operation: string, pk: string, sk: string) => {
    const name = `${operation} ${pk.split('#')[0]} ${sk.split('#')[0]}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  };
  return {
    get(key) {
      count('get', key.pk, key.sk);
      if (key.sk === 'node') told(key.pk);
      return table.get(key);
    },
    query(query) {
      count('query', query.pk, query.prefix);
      return table.query(query);
    },
    put(item, guard) {
      count('put', item.pk, item.sk);
      return table.put(item, guard);
    },
    update(update) {
      count('update', update.key.pk, update.key.sk);
      return table.update(update);
    },
  };
}

function headOf({ id, textId, hash, print, utc }: Told) {
  return {
    ...headKey(id),
    ...{ live: true, articleId: id, identity: { kind: 'key', value: id }, objectId: id, version: 1, objects: 1 },
    ...{ text: textId, texts: [textId], headline: null, publisher: null, domain: null, provider: null },
    published: { utc, local: utc, raw: utc, precision: 'minute', status: 'stated' },
    sortDate: { utc, basis: 'published' },
    ...{ capturedAt: null, language: 'en', wordCount: 100, quality: [], status: 'usable' },
    ...{ contentHash: hash, print, about: new Uint8Array(), gen: 1 },
  } as const;
}

/** The row of the article's only object: what a text is like stands there. */
function rowOf(one: Told) {
  const { live: _live, version: _version, objects: _objects, texts: _texts, gen: _gen, ...facts } = headOf(one);
  const common = { bucket: 'b', key: one.id, member: null, versionId: null, changedAt: one.utc, extractor: 1 };
  const state = { revision: '1', state: 'stored', lastModified: one.utc, bytes: 1 } as const;
  return { ...facts, ...objectKey(one.id), ...common, ...state };
}

async function run(told: readonly Told[]) {
  const store = memoryTable();
  const counts: Counts = new Map();
  /** Whose turn it is, and whose node was read. */
  const reads: (readonly [string, string])[] = [];
  let turn = '';
  const table = counted(store, counts, (pk) => reads.push([turn, pk]));
  const ports = { table, pacing: { pause: async () => {} }, kinship: COPIES };
  const began = process.cpuUsage();
  for (const one of told) {
    turn = nodeKey(one.textId).pk;
    await store.put(rowOf(one), null);
    await store.put(headOf(one), null);
    await settleText(one.textId, one.id, ports);
  }
  const { user, system } = process.cpuUsage(began);
  const stories = new Map(
    store
      .items()
      .flatMap((item) => (item.sk === 'node' ? [[String(item['textId']), String(item['storyId'])] as const] : [])),
  );
  const storyByPk = new Map([...stories].map(([textId, storyId]) => [nodeKey(textId).pk, storyId]));
  const others = reads.filter(([own, read]) => own !== read);
  const strangers = others.filter(([own, read]) => storyByPk.get(own) !== storyByPk.get(read));
  return { counts, stories, others: others.length, strangers: strangers.length, cpuMs: (user + system) / 1000 };
}

/** Texts in groups, whatever the groups are called. */
function partition(stories: ReadonlyMap<string, string>): string {
  const groups = Map.groupBy(stories.keys(), (textId) => stories.get(textId) ?? '');
  return [...groups.values()]
    .map((texts) => [...texts].sort().join(' '))
    .sort()
    .join('\n');
}

function shuffled(told: readonly Told[], seed: number): readonly Told[] {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state;
  };
  return told
    .map((one) => [next(), one] as const)
    .sort((a, b) => a[0] - b[0])
    .map(([, one]) => one);
}

for (const most of options.articles.split(',').map(Number)) {
  const told = await readStream(most);
  const texts = new Map(told.map(({ textId, print }) => [textId, { hash: textId, print: unpackPrint(print) }]));
  const atOnce = partition(groupCopies(texts.values()).storyOf);
  const { counts, stories, others, strangers, cpuMs } = await run(told);
  console.log(
    `${told.length} articles, ${texts.size} texts, ${new Set(stories.values()).size} stories, ${(cpuMs / told.length).toFixed(2)} ms an article`,
  );
  console.log(`  same stories as the set grouped at once: ${partition(stories) === atOnce}`);
  for (let order = 1; order < Number(options.orders); order += 1) {
    const again = await run(shuffled(told, order));
    console.log(`  same in random order ${order}: ${partition(again.stories) === atOnce}`);
  }
  const each = (count: number) => (count / told.length).toFixed(3);
  console.log(
    `  nodes read of other texts: ${each(others)} an article; of texts that are not of its story: ${each(strangers)}`,
  );
  for (const [name, count] of [...counts].sort())
    console.log(`  ${name.padEnd(24)} ${(count / told.length).toFixed(2)}`);
}
