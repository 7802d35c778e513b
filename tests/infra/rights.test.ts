import { Match } from 'aws-cdk-lib/assertions';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { describe, expect, it } from 'vitest';
import { aStack, aTemplate, roleStatements, synthWithNag } from './synthesized.ts';

const template = aTemplate();
/** Known before the bucket exists, so that the queue's policy can name it; CloudFormation fills in account and region. */
const BUCKET_NAME = { 'Fn::Sub': ['wirefold-', '{AWS::AccountId}-', '{AWS::Region}'].join('$') };
const ROLES = ['IngestRole', 'GroupRole', 'GatherRole', 'SettleRole', 'PurgeRole', 'ArchiveRole', 'QueryRole'];
/** Only a clock wakes it, so what it does in the bucket cannot wake it again. */
const BY_SCHEDULE_ONLY = ['PurgeRole'];
const FED_BY_THE_BUCKET = ROLES.filter((role) => !BY_SCHEDULE_ONLY.includes(role));

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

  it.each(FED_BY_THE_BUCKET)('%s cannot write under the prefix that triggers ingest, nor send to its queue', (role) => {
    const writes = rights(role).filter((right) => /^(s3:(Put|Delete|Restore)|sqs:SendMessage)/.test(right));
    const triggering = writes.filter((right) => /incoming|"Queue/.test(right));
    // But for parts of containers, each smaller than the whole: see container-task.ts.
    const isParts = (right: string) => role === 'IngestRole' && /^sqs:SendMessage .*"Queue/.test(right);
    expect(triggering.filter((right) => !isParts(right))).toEqual([]);
    const elsewhere = (right: string) => right.includes('/bodies/*') || /ArchiveBucket.*\/articles\/\*/.test(right);
    expect(writes.filter((right) => right.startsWith('s3:')).every(elsewhere)).toBe(true);
  });

  it('is, for what purges, to delete versions of uploads and of long records, and to write neither; no event wakes it', () => {
    const own = rights('PurgeRole').filter((right) => !right.startsWith('logs:'));
    const inBucket = own.filter((right) => right.startsWith('s3:')).map((right) => right.split(' ')[0]);
    expect(inBucket.sort()).toEqual(['s3:DeleteObjectVersion', 's3:ListBucketVersions']);
    expect(own.some((right) => right.startsWith('sqs:'))).toBe(false);
    const mappings = Object.values(template.findResources('AWS::Lambda::EventSourceMapping'));
    expect(mappings.map((mapping) => JSON.stringify(mapping)).filter((text) => text.includes('"Purge'))).toEqual([]);
    // Nobody else may: a take-down is the user's own deed.
    const deleting = ROLES.filter((role) => rights(role).some((right) => /^s3:DeleteObject.*incoming/.test(right)));
    expect(deleting).toEqual(['PurgeRole']);
  });

  it('is, of tombstones, to read them where uploads come in, and for nobody to write them', () => {
    const reading = roleStatements(template, 'IngestRole').find(({ Action }) =>
      texts(Action).includes('dynamodb:GetItem'),
    );
    // Object rows too: a container that was replaced is looked at before its members are.
    expect(reading?.Condition).toEqual({ 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['tomb#*', 'obj#*'] } });
    const conditions = ROLES.flatMap((role) => roleStatements(template, role))
      .filter((statement) => texts(statement.Action).some((action) => /^dynamodb:(Put|Update|Delete)/.test(action)))
      .map((statement) => JSON.stringify(statement.Condition));
    expect(conditions.filter((text) => /tomb#|takedowns/.test(text))).toEqual([]);
  });

  it('is, for what splits containers, to be let go on when it calls itself often; nobody else may', () => {
    const functions = Object.entries(template.findResources('AWS::Lambda::Function'));
    const allowed = functions.filter(([, { Properties }]) => Properties.RecursiveLoop === 'Allow').map(([id]) => id);
    expect(allowed.map((id) => id.replace(/[0-9A-F]{8}$/, ''))).toEqual(['Ingest']);
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
        'dynamodb:GetItem',
        'dynamodb:Query',
        'dynamodb:PutItem',
        'dynamodb:UpdateItem',
        'sqs:SendMessage',
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
    ];
    expect(new Set(actions('GroupRole'))).toEqual(new Set([...log, ...table, ...stream]));
    expect(new Set(actions('GatherRole'))).toEqual(new Set([...log, ...table, ...stream]));
    expect(new Set(actions('SettleRole'))).toEqual(new Set([...log, ...table, 'dynamodb:BatchGetItem']));
    const inTable = ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:UpdateItem'];
    const inBucket = ['s3:ListBucketVersions', 's3:DeleteObjectVersion'];
    expect(new Set(actions('PurgeRole'))).toEqual(new Set([...log, ...inTable, ...inBucket]));
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
    expect(written('IngestRole')).toEqual([...only('obj#*', 'failed#*'), ...only('placed#*')]);
    expect(written('GroupRole')).toEqual(
      only(
        'art#*',
        'list#*',
        'text#*',
        'key#*',
        'story#*',
        'directory',
        'changes#*',
        'purges',
        'members#*',
        'embargo#ends',
        'failed#*',
      ),
    );
    const ofEvents = ['place#*', 'event#*', 'topic#*', 'stories#*'];
    expect(written('GatherRole')).toEqual(only(...ofEvents, 'failed#*'));
    // What tells of ended embargoes logs changes as `group` does, by notes of its own: it can write no article.
    const ofEmbargoes = ['changes#*', 'embargo#told'];
    expect(written('SettleRole')).toEqual([...only(...ofEvents), ...only(...ofEmbargoes)]);
    expect(written('PurgeRole')).toEqual(only('obj#*', 'purges'));
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
