/** DynamoDB as the functions use it, apart from S3: who only reads the table loads nothing else. Promise: every wait and retry is bounded. */
import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { CLIENT_BOUNDS } from './client-bounds.ts';

export function dynamoClient(config: DynamoDBClientConfig = {}): DynamoDBClient {
  const client = new DynamoDBClient({ ...CLIENT_BOUNDS, ...config });
  // It copies every question and answer for a log that nobody keeps.
  client.middlewareStack.remove('loggerMiddleware');
  return client;
}
