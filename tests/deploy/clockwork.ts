/** The functions that only a clock wakes, called now. Promise: each ends well with the rights of its own role, and has done its work. */
import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { callFunction, s3 } from './account.ts';
import type { Deployment } from './deployment.ts';

/** Gives how long each took. */
export async function runClockwork({ outputs }: Deployment): Promise<string> {
  const took: string[] = [];
  for (const name of [outputs.SettleFunctionName, outputs.PurgeFunctionName, outputs.ArchiveFunctionName]) {
    const began = performance.now();
    await callFunction(name);
    took.push(`${name.split('-').at(-2)} ${((performance.now() - began) / 1_000).toFixed(1)} s`);
  }
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: outputs.ArchiveBucketName }));
  const files = Contents.filter(({ Key = '' }) => Key.startsWith('articles/day=') && Key.endsWith('.parquet'));
  if (files.length === 0) throw new Error(`the archive holds no file, but: ${JSON.stringify(Contents)}`);
  return took.join(', ');
}
