/** All that a local stack holds, as text that can be searched: every item, every version of every object; what is packed is inflated. */
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, ListObjectVersionsCommand, S3Client } from '@aws-sdk/client-s3';
import type { LocalStack } from '../../infra/local/types.ts';
import { toItem } from '../../shared/aws/marshal.ts';
import { readRows } from '../../shared/core/archive/parquet.ts';
import { unpackRecord } from '../../shared/core/packed.ts';

const COMMON = { region: 'us-east-1', credentials: { accessKeyId: 'x', secretAccessKey: 'x' } };

export async function everything({ endpoints, outputs }: LocalStack): Promise<string> {
  const buckets = [outputs['BucketName'] ?? '', outputs['ArchiveBucketName'] ?? ''];
  const objects = await Promise.all(buckets.map((name) => allObjects(endpoints.s3, name)));
  return [...(await allItems(endpoints.dynamodb, outputs['TableName'] ?? '')), ...objects.flat()].join('\n');
}

async function allItems(endpoint: string, TableName: string): Promise<readonly string[]> {
  const client = new DynamoDBClient({ ...COMMON, endpoint });
  const { Items = [], LastEvaluatedKey } = await client.send(new ScanCommand({ TableName, ConsistentRead: true }));
  if (LastEvaluatedKey !== undefined) throw new Error('more than one page: this helper is for small stacks');
  return Items.map((item) =>
    JSON.stringify(toItem(item), (_, value: unknown) => (value instanceof Uint8Array ? inflated(value) : value)),
  );
}

function inflated(bytes: Uint8Array): unknown {
  try {
    return unpackRecord(bytes);
  } catch {
    return Buffer.from(bytes).toString('latin1');
  }
}

async function allObjects(endpoint: string, Bucket: string): Promise<readonly string[]> {
  const client = new S3Client({ ...COMMON, endpoint, forcePathStyle: true });
  const { Versions = [] } = await client.send(new ListObjectVersionsCommand({ Bucket }));
  return Promise.all(
    Versions.map(async ({ Key = '', VersionId }) => {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key, VersionId }));
      const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array();
      return Key.endsWith('.parquet') ? JSON.stringify(await readRows(bytes)) : Buffer.from(bytes).toString('utf8');
    }),
  );
}
