/** How many bytes are stored, for good. In: a service of the local run. Out: bytes. Reads all there is, which only a measurement may do. */
import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';
import { isObject, type JsonObject, parseJson } from '../../infra/local/json.ts';
import { sizeOf } from '../../infra/local/meter.ts';

/** DynamoDB adds so many to each item. */
const ITEM_OVERHEAD = 100;
const LOCAL = { region: 'us-east-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };

/** By DynamoDB's rule for items, without the index. */
export async function tableBytes(endpoint: string, TableName: string): Promise<number> {
  const client = new DynamoDBClient({ endpoint, ...LOCAL });
  let bytes = 0;
  for await (const { Items = [] } of paginateScan({ client }, { TableName }))
    for (const item of Items) bytes += sizeOf(onTheWire(item)) + ITEM_OVERHEAD;
  client.destroy();
  return bytes;
}

export async function bucketBytes(endpoint: string, Bucket: string): Promise<number> {
  const client = new S3Client({ endpoint, ...LOCAL });
  let bytes = 0;
  for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket }))
    bytes += Contents.reduce((sum, { Size }) => sum + (Size ?? 0), 0);
  client.destroy();
  return bytes;
}

/** As the protocol's JSON has it: binary in base64. */
export function onTheWire(item: object): JsonObject {
  const text = JSON.stringify(item, (_, value) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
  );
  const parsed = parseJson(text);
  return isObject(parsed) ? parsed : {};
}
