/** DynamoDB as the functions use it, apart from S3: who only reads the table loads nothing else. Promise: every wait and retry is bounded. */
import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { CLIENT_BOUNDS } from './client-bounds.ts';

export function dynamoClient(config: DynamoDBClientConfig = {}): DynamoDBClient {
  const client = new DynamoDBClient({ ...CLIENT_BOUNDS, base64Decoder, ...config });
  // It copies every question and answer for a log that nobody keeps.
  client.middlewareStack.remove('loggerMiddleware');
  return client;
}

/** DynamoDB sends well-formed base64; the SDK's own way looks at each character of it first, a tenth of the time of a read. */
function base64Decoder(encoded: string): Uint8Array {
  const { buffer, byteOffset, byteLength } = Buffer.from(encoded, 'base64');
  return new Uint8Array(buffer, byteOffset, byteLength);
}
