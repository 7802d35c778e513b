/** Items from memory into a local run's table. In: items. Out: nothing. Promise: what is written leaves no stream behind, so nothing wakes on it. */
import type { DynamoContext } from '../../../infra/local/dynamodb/context.ts';
import { isObject, type JsonObject, parseJson } from '../../../infra/local/json.ts';
import { toAttributes } from '../../../shared/aws/marshal.ts';
import { inChunks } from '../../../shared/core/in-chunks.ts';
import type { Item } from '../../../shared/core/item.ts';

/** DynamoDB takes no more at a time. */
const BATCH = 25;
const AT_ONCE = 4;

export async function copyItems(items: readonly Item[], table: string, { inner }: DynamoContext): Promise<void> {
  for (const chunk of inChunks(items, BATCH * AT_ONCE)) {
    const batches = [...inChunks(chunk, BATCH)].map((batch) => {
      const requests = batch.map((item) => ({ PutRequest: { Item: wireOf(item) } }));
      return inner.call('BatchWriteItem', { RequestItems: { [table]: requests } });
    });
    await Promise.all(batches);
  }
}

/** As the SDK sends it: binary in base 64. */
function wireOf(item: Item): JsonObject {
  const text = JSON.stringify(toAttributes(item), (_, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
  );
  const parsed = parseJson(text);
  if (!isObject(parsed)) throw new Error('an item is an object');
  return parsed;
}
