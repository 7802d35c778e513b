/**
 * A key of the deployment's own instead of the keys of AWS's services. In: the setting. Out: the key, and what a role may do with it. Promise:
 * a role reaches it only through the services that it uses; S3 and CloudWatch only for this bucket's messages and this stack's logs.
 */
import { Aws, type RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { OWN_KEY, type Settings } from './settings.ts';

export type KeyedService = 's3' | 'sqs' | 'dynamodb';

/** Null: bucket, table, queues and logs are encrypted with the keys of their services. A key by its ARN keeps the policy that its owner gave it. */
export function stackKey(
  scope: Construct,
  { kmsKey }: Settings,
  bucketArn: string,
  removalPolicy: RemovalPolicy,
): IKey | null {
  if (kmsKey === '') return null;
  if (kmsKey !== OWN_KEY) return Key.fromKeyArn(scope, 'Key', kmsKey);
  const key = new Key(scope, 'Key', {
    description: `${Stack.of(scope).stackName}: raw articles, records, messages and logs`,
    enableKeyRotation: true,
    removalPolicy,
  });
  for (const statement of servicesMay(scope, bucketArn)) key.addToResourcePolicy(statement);
  return key;
}

/** What a key's own policy has to allow beside the rights of roles; a policy of the owner's needs the same two. */
function servicesMay(scope: Construct, bucketArn: string): readonly PolicyStatement[] {
  const { stackName, partition, region, account } = Stack.of(scope);
  return [
    new PolicyStatement({
      sid: 'NotificationsOfTheBucket',
      principals: [new ServicePrincipal('s3.amazonaws.com')],
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: ['*'],
      conditions: { ArnEquals: { 'aws:SourceArn': bucketArn }, StringEquals: { 'aws:SourceAccount': account } },
    }),
    new PolicyStatement({
      sid: 'LogsOfTheStack',
      principals: [new ServicePrincipal(`logs.${region}.amazonaws.com`)],
      actions: [
        'kms:Decrypt',
        'kms:DescribeKey',
        'kms:Encrypt',
        'kms:GenerateDataKey',
        'kms:ReEncryptFrom',
        'kms:ReEncryptTo',
      ],
      resources: ['*'],
      conditions: {
        ArnLike: {
          'kms:EncryptionContext:aws:logs:arn': `arn:${partition}:logs:${region}:${account}:log-group:${stackName}-*`,
        },
      },
    }),
  ];
}

export interface KeyUse {
  readonly reads: readonly KeyedService[];
  readonly writes: readonly KeyedService[];
}

/** Nothing without a key of one's own. The table asks for more than the others: whoever writes there also renews what the table's own key is wrapped in. */
export function mayUseKey(key: IKey | null, { reads, writes }: KeyUse): readonly PolicyStatement[] {
  if (key === null) return [];
  const via = (services: readonly KeyedService[], actions: readonly string[]) =>
    services.length === 0
      ? []
      : [
          new PolicyStatement({
            actions: [...actions],
            resources: [key.keyArn],
            conditions: {
              StringEquals: { 'kms:ViaService': services.map((name) => `${name}.${Aws.REGION}.${Aws.URL_SUFFIX}`) },
            },
          }),
        ];
  const inTable = (services: readonly KeyedService[]) => services.filter((name) => name === 'dynamodb');
  return [
    ...via([...new Set([...reads, ...writes])], ['kms:Decrypt']),
    ...via(writes, ['kms:GenerateDataKey']),
    ...via(inTable([...reads, ...writes]).slice(0, 1), ['kms:DescribeKey']),
    ...via(inTable(writes), ['kms:Encrypt', 'kms:ReEncryptFrom', 'kms:ReEncryptTo']),
  ];
}
