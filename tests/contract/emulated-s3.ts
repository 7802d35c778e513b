/** The emulator of S3 in a folder of its own, with the real SDK before it. Out: what the contract of S3 is asked through. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { CreateBucketCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { makeBell } from '../../infra/local/bell.ts';
import { openDatabase } from '../../infra/local/database.ts';
import { makeMeter } from '../../infra/local/meter.ts';
import { openS3 } from '../../infra/local/s3/context.ts';
import { serveS3 } from '../../infra/local/s3/server.ts';
import { openSqs } from '../../infra/local/sqs/context.ts';

export const Bucket = 'raw-articles';

export async function emulatedS3() {
  const folder = await mkdtemp(join(tmpdir(), 'wirefold-s3-'));
  const db = openDatabase(join(folder, 'local.sqlite'));
  const sqs = openSqs(db, makeBell(), Date.now);
  const context = await openS3(db, folder, sqs.messages, Date.now);
  const served = await serveS3(context, 0, makeMeter());
  const s3 = new S3Client({
    endpoint: served.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
  });
  await s3.send(new CreateBucketCommand({ Bucket }));
  return {
    ...{ folder, db, sqs, context, served, s3 },
    put: (Key: string, Body: string | Buffer | Readable, more: object = {}) =>
      s3.send(new PutObjectCommand({ Bucket, Key, Body, ...more })),
    textOf: async (Key: string, more: object = {}) =>
      (await s3.send(new GetObjectCommand({ Bucket, Key, ...more }))).Body?.transformToString(),
    close: async () => {
      s3.destroy();
      await served.close();
      db.close();
      await rm(folder, { recursive: true });
    },
  };
}
