import { Match } from 'aws-cdk-lib/assertions';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { describe, expect, it } from 'vitest';
import { aStack, aTemplate, roleStatements, synthWithNag } from './synthesized.ts';

const template = aTemplate();
/** Known before the bucket exists, so that the queue's policy can name it; CloudFormation fills in account and region. */
const BUCKET_NAME = { 'Fn::Sub': ['wirefold-', '{AWS::AccountId}-', '{AWS::Region}'].join('$') };
const ROLES = ['IngestRole', 'GroupRole', 'GatherRole', 'SettleRole', 'ArchiveRole'];

/** Resource texts that may hold a wildcard: keys are chosen by uploaders and hashes, so a prefix is the narrowest bound. */
const REVIEWED_WILDCARDS = ['/incoming/*', '/bodies/*', '/articles/*'];

/** Every text inside a value, however deep, without names of intrinsics. */
function texts(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(texts);
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(texts) : [];
}

const rights = (role: string) =>
  roleStatements(template, role).flatMap((s) => s.Action.map((action) => `${action} ${JSON.stringify(s.Resource)}`));

describe('what the functions may do', () => {
  it.each(ROLES)('%s has policies to look at, and only ones that allow', (role) => {
    const statements = roleStatements(template, role);
    expect(statements.length).toBeGreaterThan(2);
    expect(statements.map((statement) => statement.Effect)).not.toContain('Deny');
  });

  it.each(ROLES)('%s has no wildcard but the reviewed ones', (role) => {
    const wild = roleStatements(template, role)
      .flatMap((statement) => [...texts(statement.Action), ...texts(statement.Resource)])
      .filter((text) => text.includes('*'));
    expect(wild.filter((text) => !REVIEWED_WILDCARDS.includes(text))).toEqual([]);
  });

  it.each(ROLES)('%s carries no managed policy of broad rights', (role) => {
    for (const [id, resource] of Object.entries(template.findResources('AWS::IAM::Role'))) {
      if (id.startsWith(role)) expect(resource).not.toHaveProperty('Properties.ManagedPolicyArns');
    }
  });

  it.each(ROLES)('%s cannot write under the prefix that triggers ingest, nor send to its queue', (role) => {
    const writes = rights(role).filter((right) => /^(s3:(Put|Delete|Restore)|sqs:SendMessage)/.test(right));
    expect(writes.filter((right) => /incoming|"Queue/.test(right))).toEqual([]);
    const elsewhere = (right: string) => right.includes('/bodies/*') || /ArchiveBucket.*\/articles\/\*/.test(right);
    expect(writes.filter((right) => right.startsWith('s3:')).every(elsewhere)).toBe(true);
  });

  it('is nothing beyond this list', () => {
    const actions = (role: string) => roleStatements(template, role).flatMap((s) => texts(s.Action));
    expect(new Set(actions('IngestRole'))).toEqual(
      new Set([
        'logs:CreateLogStream',
        'logs:PutLogEvents',
        's3:GetObject',
        's3:GetObjectVersion',
        's3:ListBucket',
        's3:ListBucketVersions',
        's3:PutObject',
        'dynamodb:UpdateItem',
        'sqs:ReceiveMessage',
        'sqs:DeleteMessage',
        'sqs:GetQueueAttributes',
        'sqs:ChangeMessageVisibility',
      ]),
    );
    const table = ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem', 'dynamodb:UpdateItem'];
    const log = ['logs:CreateLogStream', 'logs:PutLogEvents'];
    const stream = [
      'dynamodb:DescribeStream',
      'dynamodb:GetRecords',
      'dynamodb:GetShardIterator',
      'dynamodb:ListStreams',
      'sqs:SendMessage',
      'sqs:GetQueueAttributes',
      'sqs:GetQueueUrl',
    ];
    expect(new Set(actions('GroupRole'))).toEqual(new Set([...log, ...table, ...stream]));
    expect(new Set(actions('GatherRole'))).toEqual(new Set([...log, ...table, ...stream]));
    expect(new Set(actions('SettleRole'))).toEqual(new Set([...log, ...table]));
  });

  it('is, of an object that is looked at without a version, to read it and to be told that it is gone', () => {
    const statement = (action: string) =>
      roleStatements(template, 'IngestRole').find(({ Action }) => texts(Action).includes(action));
    expect(JSON.stringify(statement('s3:GetObject')?.Resource)).toContain('/incoming/*');
    // Without it S3 says 403 where nothing is: the look would fail for ever.
    expect(JSON.stringify(statement('s3:ListBucket')?.Resource)).not.toContain('/incoming/');
  });

  it('is, in the table, only its own part: object rows, what is derived from them, what is derived of events; and notes of failures', () => {
    const written = (role: string) =>
      roleStatements(template, role)
        .filter((statement) => texts(statement.Action).some((action) => /^dynamodb:(Put|Update|Delete)/.test(action)))
        .map((statement) => statement.Condition);
    const only = (...partitions: readonly string[]) => [
      { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': partitions } },
    ];
    expect(written('IngestRole')).toEqual(only('obj#*', 'failed#*'));
    expect(written('GroupRole')).toEqual(
      only('art#*', 'list#*', 'text#*', 'key#*', 'story#*', 'directory', 'changes#*', 'failed#*'),
    );
    const ofEvents = ['place#*', 'event#*', 'topic#*', 'stories#*'];
    expect(written('GatherRole')).toEqual(only(...ofEvents, 'failed#*'));
    expect(written('SettleRole')).toEqual(only(...ofEvents));
  });
});

describe('who may come in', () => {
  it('is the bucket of this account only, at the queue', () => {
    template.hasResourceProperties('AWS::SQS::QueuePolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Action: 'sqs:SendMessage',
            Effect: 'Allow',
            Principal: { Service: 's3.amazonaws.com' },
            Condition: {
              ArnEquals: {
                'aws:SourceArn': {
                  'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':s3:::', BUCKET_NAME]],
                },
              },
              StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
            },
          }),
        ]),
      },
    });
    template.hasResourceProperties('AWS::S3::Bucket', {
      BucketName: BUCKET_NAME,
    });
  });

  it('is nobody without TLS', () => {
    const noPlainHttp = (Action: string) => ({
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Action, Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        ]),
      },
    });
    template.allResourcesProperties('AWS::SQS::QueuePolicy', noPlainHttp('sqs:*'));
    template.resourceCountIs('AWS::SQS::QueuePolicy', 3);
    template.allResourcesProperties('AWS::S3::BucketPolicy', noPlainHttp('s3:*'));
  });
});

describe('cdk-nag', () => {
  it.each([{}, { stage: 'production' }])('has no finding that is not explained, with %o', (context) => {
    expect(() => synthWithNag(aStack(context))).not.toThrow();
  });

  it('would fail synth for a queue that anybody may reach without TLS', () => {
    const made = aStack();
    new Queue(made.stack, 'Open');
    expect(() => synthWithNag(made)).toThrow(/does not require requests to use SSL/);
  });
});
