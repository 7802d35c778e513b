/**
 * A small stack in the shape of the real one, written as a synthesized assembly: bucket, queue with dead letters, a
 * function that copies objects into the table, a second one on the table's stream. Handlers are given as source text.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface MiniStack {
  readonly ingest?: string;
  readonly group?: string;
  /** Properties that replace or extend a resource's own, by logical id. */
  readonly more?: Readonly<Record<string, object>>;
  /** Further resources, by logical id. */
  readonly resources?: Readonly<Record<string, object>>;
}

/** Calls DynamoDB without an SDK, so that a handler needs no bundling. */
const DYNAMO = `const dynamo = async (operation, input) => {
  const headers = { 'x-amz-target': 'DynamoDB_20120810.' + operation, 'content-type': 'application/x-amz-json-1.0' };
  const answer = await fetch(process.env.AWS_ENDPOINT_URL_DYNAMODB, { method: 'POST', headers, body: JSON.stringify(input) });
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json();
};
const TableName = process.env.TABLE;`;

/** What a key says decides what happens to it: a row, a reported failure, a throw, a hang or a dying process. */
export const COPYING = `${DYNAMO}
export const handler = async ({ Records }) => {
  console.log('batch of ' + Records.length);
  const batchItemFailures = [];
  for (const { messageId, body } of Records) {
    const { eventName, s3: { bucket, object } } = JSON.parse(body).Records[0];
    const key = decodeURIComponent(object.key.replaceAll('+', ' '));
    if (key.includes('poison')) { batchItemFailures.push({ itemIdentifier: messageId }); continue; }
    if (key.includes('throws')) throw new TypeError('a defect');
    if (key.includes('hangs')) await new Promise((resolve) => setTimeout(resolve, 60_000));
    if (key.includes('dies')) process.exit(7);
    const url = process.env.AWS_ENDPOINT_URL_S3 + '/' + bucket.name + '/' + encodeURIComponent(key) + '?versionId=' + object.versionId;
    const text = eventName.startsWith('ObjectCreated') ? await (await fetch(url)).text() : '';
    const Item = { pk: { S: key }, kind: { S: 'row' }, event: { S: eventName }, text: { S: text || '-' } };
    await dynamo('PutItem', { TableName, Item });
  }
  return { batchItemFailures };
};`;

/** Writes one derived item for each row it is told of. */
export const DERIVING = `${DYNAMO}
export const handler = async ({ Records }) => {
  for (const { eventName, dynamodb } of Records) {
    if (dynamodb.NewImage.pk.S.includes('unlucky')) throw new Error('no luck with ' + dynamodb.SequenceNumber);
    const pk = { S: 'seen ' + dynamodb.NewImage.pk.S };
    await dynamo('PutItem', { TableName, Item: { pk, kind: { S: 'derived' }, eventName: { S: eventName } } });
  }
  return { batchItemFailures: [] };
};`;

/** Never ends: what a function looks like from outside when its machine is killed. */
export const STUCK = 'export const handler = () => new Promise((resolve) => setTimeout(resolve, 600_000));';

export async function writeMiniStack(folder: string, stack: MiniStack = {}): Promise<string> {
  for (const [name, code] of [
    ['ingest', stack.ingest ?? COPYING],
    ['group', stack.group ?? DERIVING],
  ] as const) {
    await mkdir(join(folder, `asset.${name}`), { recursive: true });
    await writeFile(join(folder, `asset.${name}`, 'index.mjs'), code);
  }
  const resources = Object.entries({ ...RESOURCES, ...stack.resources }).map(([id, resource]) => {
    const { Properties } = { Properties: {}, ...resource };
    return [id, { ...resource, Properties: { ...Properties, ...stack.more?.[id] } }];
  });
  const template = { Resources: Object.fromEntries(resources), Outputs: OUTPUTS };
  await writeFile(join(folder, 'Mini.template.json'), JSON.stringify(template));
  return folder;
}

const arn = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });

const fn = (asset: string) => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    Runtime: 'nodejs24.x',
    Handler: 'index.handler',
    Timeout: 20,
    MemorySize: 128,
    Code: { S3Bucket: { 'Fn::Join': ['-', ['assets', { Ref: 'AWS::AccountId' }]] }, S3Key: `${asset}.zip` },
    Environment: { Variables: { TABLE: { Ref: 'Table' }, QUEUE: { Ref: 'Queue' } } },
  },
});

const RESOURCES = {
  Dead: { Type: 'AWS::SQS::Queue' },
  StreamDead: { Type: 'AWS::SQS::Queue' },
  Queue: {
    Type: 'AWS::SQS::Queue',
    Properties: { VisibilityTimeout: 30, RedrivePolicy: { deadLetterTargetArn: arn('Dead'), maxReceiveCount: 2 } },
  },
  Bucket: {
    Type: 'AWS::S3::Bucket',
    Properties: {
      VersioningConfiguration: { Status: 'Enabled' },
      NotificationConfiguration: {
        QueueConfigurations: ['s3:ObjectCreated:*', 's3:ObjectRemoved:*'].map((Event) => ({
          Event,
          Queue: arn('Queue'),
          Filter: { S3Key: { Rules: [{ Name: 'prefix', Value: 'incoming/' }] } },
        })),
      },
    },
  },
  Table: {
    Type: 'AWS::DynamoDB::GlobalTable',
    Properties: {
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      BillingMode: 'PAY_PER_REQUEST',
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      Replicas: [
        { Region: { Ref: 'AWS::Region' }, PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } },
      ],
    },
  },
  Ingest: fn('ingest'),
  Group: fn('group'),
  FromQueue: {
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: {
      EventSourceArn: arn('Queue'),
      FunctionName: { Ref: 'Ingest' },
      BatchSize: 5,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 10 },
    },
  },
  FromStream: {
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: {
      EventSourceArn: { 'Fn::GetAtt': ['Table', 'StreamArn'] },
      FunctionName: arn('Group'),
      BatchSize: 10,
      StartingPosition: 'TRIM_HORIZON',
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 1,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      DestinationConfig: { OnFailure: { Destination: arn('StreamDead') } },
      FilterCriteria: {
        Filters: [{ Pattern: '{"eventName":["INSERT"],"dynamodb":{"NewImage":{"kind":{"S":["row"]}}}}' }],
      },
    },
  },
  Role: { Type: 'AWS::IAM::Role' },
};

const OUTPUTS = { BucketName: { Value: { Ref: 'Bucket' } }, QueueUrl: { Value: { Ref: 'Queue' } } };
