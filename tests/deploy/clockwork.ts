/** The functions that only a clock wakes, called now. Promise: each ends well with the rights of its own role, and has done its work. */
import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { callFunction, s3 } from './account.ts';
import type { Deployment } from './deployment.ts';

export async function runClockwork({ outputs }: Deployment): Promise<void> {
  await callFunction(outputs.SettleFunctionName);
  await callFunction(outputs.PurgeFunctionName);
  await callFunction(outputs.ArchiveFunctionName);
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: outputs.ArchiveBucketName }));
  const files = Contents.filter(({ Key = '' }) => Key.startsWith('articles/day=') && Key.endsWith('.parquet'));
  if (files.length === 0) throw new Error(`the archive holds no file, but: ${JSON.stringify(Contents)}`);
}
