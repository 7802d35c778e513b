/** SDK clients as the functions use them. Promise: every wait and every retry is bounded, so a batch ends before its function. */
import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';

/**
 * Retries with jitter inside the SDK; what still fails goes back to the queue. Full waits stay under a message's share of time.
 * The request's time ends with the first byte of the answer: a body that stops in the middle is the socket's to notice.
 */
const BOUNDS = {
  maxAttempts: 4,
  requestHandler: {
    connectionTimeout: 1_000,
    requestTimeout: 2_000,
    socketTimeout: 2_000,
    throwOnRequestTimeout: true,
  },
} as const;

export function dynamoClient(config: DynamoDBClientConfig = {}): DynamoDBClient {
  return new DynamoDBClient({ ...BOUNDS, ...config });
}

export function s3Client(config: S3ClientConfig = {}): S3Client {
  return new S3Client({ ...BOUNDS, ...config });
}
