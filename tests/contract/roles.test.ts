/** A role that lacks a right, in the local run: its function is refused in AWS's words, fails its message and no other, and says why. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startLocal } from '../../infra/local/start.ts';
import type { LocalStack } from '../../infra/local/types.ts';
import { writeMiniStack } from './mini-stack.ts';

/** Signs as an SDK does, as far as the local run looks. */
const WRITING = `export const handler = async ({ Records }) => {
  const authorization = 'AWS4-HMAC-SHA256 Credential=' + process.env.AWS_ACCESS_KEY_ID + '/20250101/us-east-1/dynamodb/aws4_request';
  const headers = { authorization, 'x-amz-target': 'DynamoDB_20120810.PutItem', 'content-type': 'application/x-amz-json-1.0' };
  const body = JSON.stringify({ TableName: process.env.TABLE, Item: { pk: { S: 'other#1' } } });
  const answer = await fetch(process.env.AWS_ENDPOINT_URL_DYNAMODB, { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(answer.status + ' ' + await answer.text());
};`;
const ATTRIBUTES = ['ApproximateNumberOfMessages' as const];
const arn = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });

const reading = [
  {
    Effect: 'Allow',
    Action: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
    Resource: arn('Queue'),
  },
];
const writing = (partitions: string) => ({
  Effect: 'Allow',
  Action: 'dynamodb:PutItem',
  Resource: arn('Table'),
  Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [partitions] } },
});

let folder: string;
let local: LocalStack | null = null;
const said: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wirefold-roles-'));
});
afterEach(async () => {
  await local?.stop();
  local = null;
  await rm(folder, { recursive: true });
});

/** The small stack, whose first function has a role of these statements. */
async function startWith(statements: readonly object[]): Promise<LocalStack> {
  const policy = { Roles: [{ Ref: 'Worker' }], PolicyDocument: { Statement: statements } };
  const assembly = await writeMiniStack(join(folder, 'assembly'), {
    ingest: WRITING,
    more: { Ingest: { Role: arn('Worker') } },
    resources: {
      Worker: { Type: 'AWS::IAM::Role', Properties: {} },
      WorkerPolicy: { Type: 'AWS::IAM::Policy', Properties: policy },
    },
  });
  const log = ({ text }: { readonly text: string }) => void said.push(text);
  local = await startLocal({ assembly, dataDir: join(folder, 'data'), log, visibilityCapSeconds: 0 });
  return local;
}

async function deadAfterUpload({ endpoints, queueUrl, idle }: LocalStack): Promise<number> {
  const place = (endpoint: string) => ({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
  });
  const [s3, sqs] = [new S3Client(place(endpoints.s3)), new SQSClient(place(endpoints.sqs))];
  await s3.send(new PutObjectCommand({ Bucket: 'mini-bucket', Key: 'incoming/a', Body: 'text' }));
  await idle();
  const asked = new GetQueueAttributesCommand({ QueueUrl: queueUrl('Dead'), AttributeNames: ATTRIBUTES });
  return Number((await sqs.send(asked)).Attributes?.ApproximateNumberOfMessages);
}

describe('a function of the local run', () => {
  it('may write the partitions that its role names', async () => {
    expect(await deadAfterUpload(await startWith([...reading, writing('other#*')]))).toBe(0);
  });

  it('may write no others: the message ends in the dead letters, and the reason names the right that is missing', async () => {
    expect(await deadAfterUpload(await startWith([...reading, writing('obj#*')]))).toBe(1);
    expect(said.join('\n')).toMatch(
      /400 .*AccessDeniedException.*Worker is not authorized to perform: dynamodb:PutItem/,
    );
  });

  it('is not started when its role may not read the queue that feeds it', async () => {
    await expect(startWith([writing('other#*')])).rejects.toThrow('no right to sqs:ReceiveMessage');
  });
});
