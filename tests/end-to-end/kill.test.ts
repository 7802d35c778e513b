/**
 * The local run is killed again and again while files arrive, as a machine that loses its power: at moments that a seed chooses, and
 * started again. `FILES=1000 KILLS=12` is the long form (`npm run kill-test`).
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, expect, it } from 'vitest';
import { toItem } from '../../shared/aws/marshal.ts';
import type { Item } from '../../shared/core/item.ts';
import { seededRandom } from '../simulation/random.ts';
import { type LocalProgram, startProgram } from './local-program.ts';

const FILES = Number(process.env['FILES'] ?? 16);
const KILLS = Number(process.env['KILLS'] ?? 1);
const SEED = Number(process.env['SEED'] ?? 1);
/** Between two kills: at most so long after the program is up, in milliseconds. */
const LONGEST_LIFE_MS = 6_000;
/** Uploads under way at a time. */
const AT_ONCE = 4;
/** A watchdog. */
const WATCHDOG_MS = 120_000 + FILES * 600 + KILLS * 30_000;
const COMMON = { region: 'us-east-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' }, maxAttempts: 1 };

const folder = mkdtempSync(path.join(tmpdir(), 'wirefold-kill-'));
/** The bundled samples count as put: this is about the files that arrive. */
mkdirSync(path.join(folder, 'state'), { recursive: true });
writeFileSync(path.join(folder, 'state', 'samples-put'), '');

let program: LocalProgram;
afterAll(async () => {
  await program.stop('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const keyOf = (index: number) => `incoming/desk/${index}.txt`;

/** Every third says what the one before it says: stories have copies. Every tenth says nothing, and is refused. */
function textOf(index: number): string {
  if (index % 10 === 9) return '';
  const topic = index % 3 === 2 ? index - 1 : index;
  const random = seededRandom(topic + 1);
  const words = Array.from({ length: 60 }, () => `w${random.below(20_000)}`);
  return `Report ${topic} from the harbour\n\n12 May 2025 14:05 BST\n\n${words.join(' ')}.\n\nThe council of district ${topic} said so on Monday, and asked for patience until the work is done.\n`;
}

/** Until S3 has said that it has the object: who hears nothing sends it again. */
async function upload(index: number): Promise<void> {
  for (;;) {
    try {
      const { endpoints, outputs } = program.facts();
      const client = new S3Client({ ...COMMON, endpoint: endpoints.s3, forcePathStyle: true });
      const request = { Bucket: outputs['BucketName'] ?? '', Key: keyOf(index), Body: Buffer.from(textOf(index)) };
      await client.send(new PutObjectCommand(request));
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

async function uploadAll(): Promise<void> {
  let next = 0;
  const work = async () => {
    while (next < FILES) {
      next += 1;
      await upload(next - 1);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function itemsOf(): Promise<readonly Item[]> {
  const { endpoints, outputs } = program.facts();
  const client = new DynamoDBClient({ ...COMMON, endpoint: endpoints.dynamodb });
  const items: Item[] = [];
  for await (const page of paginateScan({ client }, { TableName: outputs['TableName'] ?? '', ConsistentRead: true }))
    items.push(...(page.Items ?? []).map(toItem));
  return items;
}

it(
  `a run that is killed ${KILLS} times while ${FILES} files arrive ends with exactly their rows`,
  async () => {
    const random = seededRandom(SEED);
    program = startProgram(folder);
    await program.until('Up after');
    const uploads = uploadAll();
    for (let kill = 1; kill <= KILLS; kill += 1) {
      await new Promise((resolve) => setTimeout(resolve, 200 + random.below(LONGEST_LIFE_MS)));
      await program.stop('SIGKILL');
      program = startProgram(folder);
      await program.until('Up after');
    }
    await uploads;
    // A start waits until nothing is queued or unread before it says how to go on.
    await program.stop('SIGTERM');
    program = startProgram(folder);
    await program.until('Ctrl-C stops everything', WATCHDOG_MS);
    const items = await itemsOf();
    const rows = items.filter(({ pk }) => pk.startsWith('obj#'));
    const told = rows.map((row) => `${row['key']} ${row['state']}`).sort();
    const wanted = Array.from({ length: FILES }, (_, index) => {
      return `${keyOf(index)} ${index % 10 === 9 ? 'rejected' : 'stored'}`;
    });
    expect(told).toEqual(wanted.sort());
    const heads = items.filter(({ sk, live }) => sk === 'head' && live === true);
    const articles = wanted.filter((line) => line.endsWith('stored')).length;
    expect(heads.length).toBe(articles);
    // An upload that was sent twice is no revision.
    expect(new Set(heads.map(({ version }) => version))).toEqual(new Set([1]));
    const texts = Array.from({ length: FILES }, (_, index) => textOf(index)).filter((text) => text !== '');
    const stories = items.filter(({ sk, present }) => sk === 'summary' && present === true);
    expect(stories.length).toBe(new Set(texts).size);
    expect(stories.reduce((sum, { copies }) => sum + Number(copies), 0)).toBe(articles);
    const changes = items.filter(({ pk }) => pk.startsWith('changes#'));
    expect(new Set(changes.map(({ articleId }) => articleId)).size).toBe(articles);
    expect(changes.length).toBe(articles);
  },
  WATCHDOG_MS,
);
