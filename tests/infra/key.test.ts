/** A key of one's own: what it encrypts, who may use it and through what, and that nothing of it is there unless asked for. */
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { rolesOf } from '../../infra/local/iam/roles.ts';
import { isObject, parseJson } from '../../infra/local/json.ts';
import { readStack } from '../../infra/local/template/stack.ts';
import { parseTemplate } from '../../infra/local/template/template.ts';
import { aStack, aTemplate, roleStatements, synthWithNag } from './synthesized.ts';

const ARN = 'arn:aws:kms:eu-central-1:123456789012:key/0f0e0d0c-1111-2222-3333-444455556666';
const own = aTemplate({ kmsKey: 'own' });
const OWN_ARN = { 'Fn::GetAtt': [Match.stringLikeRegexp('^Key'), 'Arn'] };
const ROLES = ['IngestRole', 'GroupRole', 'GatherRole', 'SettleRole', 'PurgeRole', 'ArchiveRole', 'QueryRole'];

const keyed = (role: string, template = own) =>
  roleStatements(template, role).filter(({ Action }) => Action.some((action) => String(action).startsWith('kms:')));
/** `{ Decrypt: 's3 sqs' }` */
const uses = (role: string) =>
  Object.fromEntries(
    keyed(role).flatMap(({ Action, Condition }) =>
      Action.map((action) => [
        String(action).slice(4),
        [...JSON.stringify(Condition).matchAll(/\b(s3|sqs|dynamodb)\./g)].map(([, name]) => name).join(' '),
      ]),
    ),
  );

describe('a key of the stack’s own', () => {
  it('is turned every year, and stays with the data of a production stack', () => {
    own.hasResource('AWS::KMS::Key', { DeletionPolicy: 'Delete', Properties: { EnableKeyRotation: true } });
    aTemplate({ kmsKey: 'own', stage: 'production' }).hasResource('AWS::KMS::Key', { DeletionPolicy: 'Retain' });
  });

  it('encrypts buckets, table, queues, answers of the archive and every log', () => {
    const ServerSideEncryptionByDefault = { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: OWN_ARN };
    own.allResourcesProperties('AWS::S3::Bucket', {
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ BucketKeyEnabled: true, ServerSideEncryptionByDefault }],
      },
    });
    own.hasResourceProperties('AWS::DynamoDB::Table', {
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: OWN_ARN },
    });
    own.allResourcesProperties('AWS::SQS::Queue', { KmsMasterKeyId: OWN_ARN });
    own.allResourcesProperties('AWS::Logs::LogGroup', { KmsKeyId: OWN_ARN });
    const encrypted = { EncryptionConfiguration: { EncryptionOption: 'SSE_KMS', KmsKey: OWN_ARN } };
    own.hasResourceProperties('AWS::Athena::WorkGroup', {
      WorkGroupConfiguration: { ResultConfiguration: Match.objectLike(encrypted) },
    });
  });

  it('lets S3 in for notifications of this bucket, CloudWatch for logs of this stack, and no other service', () => {
    const [policy] = Object.values(own.findResources('AWS::KMS::Key')).map(({ Properties }) => Properties.KeyPolicy);
    const named = policy.Statement.filter(({ Principal }: { Principal: object }) => 'Service' in Principal);
    expect(named).toMatchObject([
      {
        Principal: { Service: 's3.amazonaws.com' },
        Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
        Condition: {
          ArnEquals: { 'aws:SourceArn': expect.anything() },
          StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
        },
      },
      { Condition: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': expect.anything() } } },
    ]);
    expect(JSON.stringify(named[1])).toContain(':log-group:Wirefold-*');
  });

  it.each(ROLES)('lets %s use it only through services of AWS, this key only, by name of each right', (role) => {
    expect(keyed(role).length).toBeGreaterThan(0);
    for (const { Action, Resource, Condition } of keyed(role)) {
      expect(Action.filter((action) => String(action).includes('*'))).toEqual([]);
      expect(JSON.stringify(Resource)).toMatch(/^\[\{"Fn::GetAtt":\["Key\w+","Arn"\]\}\]$/);
      expect(Object.keys(Object(Condition).StringEquals)).toEqual(['kms:ViaService']);
    }
  });

  it.each([
    ['IngestRole', { Decrypt: 's3 sqs dynamodb', GenerateDataKey: 's3 sqs dynamodb' }],
    ['GroupRole', { Decrypt: 'dynamodb sqs', GenerateDataKey: 'dynamodb sqs' }],
    ['PurgeRole', { Decrypt: 'dynamodb', GenerateDataKey: 'dynamodb' }],
    ['ArchiveRole', { Decrypt: 'dynamodb s3', GenerateDataKey: 'dynamodb s3' }],
  ])('lets %s read and write with it where it reads and writes', (role, expected) => {
    expect(uses(role)).toMatchObject(expected);
  });

  it('lets what only reads make no data keys', () => {
    expect(uses('QueryRole')).toEqual({ Decrypt: 'dynamodb s3', DescribeKey: 'dynamodb' });
  });

  it.each([
    { kmsKey: 'own' },
    { kmsKey: ARN },
    { existingBucket: 'news-raw' },
  ])('leaves no finding of cdk-nag, with %o', (context) => {
    expect(() => synthWithNag(aStack(context))).not.toThrow();
  });
});

describe('the local run', () => {
  it('takes a template with a key, and reads what roles may do with it', () => {
    const document = parseJson(JSON.stringify(own.toJSON()));
    if (!isObject(document)) throw new Error('the template is not an object');
    const [sqsOrigin, apiUrl] = ['http://127.0.0.1', () => 'http://127.0.0.1'];
    const stack = readStack(parseTemplate('Wirefold', document), () => ({
      sqsOrigin,
      apiUrl,
      streamArn: () => 'arn:x',
    }));
    const roles = [...rolesOf(stack.declared('role'), stack.declared('policy')).values()];
    const keyed = roles.filter((one) => one.some(({ actions }) => actions.includes('kms:Decrypt')));
    expect(keyed).toHaveLength(ROLES.length);
  });
});

describe('a key by its ARN', () => {
  it('is used as the stack’s own would be, and its policy is left to its owner', () => {
    const template = aTemplate({ kmsKey: ARN });
    template.resourceCountIs('AWS::KMS::Key', 0);
    template.allResourcesProperties('AWS::Logs::LogGroup', { KmsKeyId: ARN });
    template.hasResourceProperties('AWS::DynamoDB::Table', {
      SSESpecification: Match.objectLike({ KMSMasterKeyId: ARN }),
    });
    for (const role of ROLES) for (const { Resource } of keyed(role, template)) expect(Resource).toEqual([ARN]);
  });
});

describe('without a key of one’s own', () => {
  it('no role has a right to any, and nothing is encrypted with one', () => {
    const template = aTemplate();
    expect(JSON.stringify(template.toJSON())).not.toMatch(/kms:|KmsKeyId|KMSMasterKey|KmsMasterKey/);
  });
});
