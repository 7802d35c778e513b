/** DynamoDB as the functions use it, apart from S3: who only reads the table loads nothing else. Promise: every wait and retry is bounded. */
import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { CLIENT_BOUNDS } from './client-bounds.ts';
import { addShortWay } from './short-way.ts';

export function dynamoClient(config: DynamoDBClientConfig = {}): DynamoDBClient {
  // The short way is the first attempt of all.
  const bounds = { ...CLIENT_BOUNDS, maxAttempts: CLIENT_BOUNDS.maxAttempts - 1 };
  const client = new DynamoDBClient({ ...bounds, cacheMiddleware: true, base64Decoder, ...config });
  // It copies every question and answer for a log that nobody keeps.
  client.middlewareStack.remove('loggerMiddleware');
  addShortWay(client);
  return client;
}

/** DynamoDB sends well-formed base64; the SDK's own way looks at each character of it first, a tenth of the time of a read. */
function base64Decoder(encoded: string): Uint8Array {
  const { buffer, byteOffset, byteLength } = Buffer.from(encoded, 'base64');
  return new Uint8Array(buffer, byteOffset, byteLength);
}
