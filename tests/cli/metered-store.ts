/**
 * A small local store that counts what it reads: the emulated table and buckets, with the outputs of a stack beside them, so that
 * commands find it as they find a local run. In: files. Out: a folder to run commands in, ports, and read units so far.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CreateBucketCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { makeMeter } from '../../infra/local/meter.ts';
import { remoteStore } from '../../shared/aws/store.ts';
import { inChunks } from '../../shared/core/in-chunks.ts';
import { runArchive } from '../../shared/pipeline/archive.ts';
import { emulatedS3 } from '../contract/emulated-s3.ts';
import { emulatedTable } from '../contract/emulated-table.ts';
import { anArchive, never } from '../unit/archive/builders.ts';

const ARCHIVE = 'archive';
/** Writes under way at a time. */
const AT_ONCE = 32;
const READS = /^dynamodb (?:GetItem|Query|BatchGetItem)$/;

export type Files = readonly (readonly [key: string, text: string])[];

export async function meteredStore(files: Files) {
  const world = anArchive();
  for (const [key, text] of files) await world.store.deliver(world.store.bucket.put(key, text));
  await runArchive(world.ports, never);
  const meter = makeMeter();
  const [table, s3] = [await emulatedTable(meter), await emulatedS3()];
  const items = world.store.table.items();
  for (const chunk of inChunks(items, AT_ONCE)) await Promise.all(chunk.map((item) => table.table.put(item, null)));
  await s3.s3.send(new CreateBucketCommand({ Bucket: ARCHIVE }));
  for (const [Key, Body] of world.files.contents)
    await s3.s3.send(new PutObjectCommand({ Bucket: ARCHIVE, Key, Body }));
  const base = mkdtempSync(path.join(tmpdir(), 'wirefold-metered-'));
  const endpoints = { s3: s3.served.url, dynamodb: table.url };
  const names = { bucketName: 'raw-articles', tableName: table.tableName };
  const outputs = { BucketName: names.bucketName, TableName: names.tableName, ArchiveBucketName: ARCHIVE };
  const archive = { ArchiveWorkgroupName: 'none', ArchiveDatabaseName: 'none' };
  mkdirSync(path.join(base, '.wirefold'));
  writeFileSync(
    path.join(base, '.wirefold/local.json'),
    JSON.stringify({ endpoints, outputs: { ...outputs, ...archive } }),
  );
  return {
    base,
    items,
    query: remoteStore(names, { region: null, profile: null, endpoints }).query,
    readUnits: () =>
      Object.entries(meter.usage().calls).reduce((sum, [name, { units }]) => sum + (READS.test(name) ? units : 0), 0),
    async close() {
      await Promise.all([table.close(), s3.close()]);
      rmSync(base, { recursive: true, force: true });
    },
  };
}
