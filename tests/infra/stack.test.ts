import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { aTemplate, roleStatements } from './synthesized.ts';

const template = aTemplate();

describe('the bucket', () => {
  it('is private, encrypted and versioned', () => {
    template.hasResourceProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
      VersioningConfiguration: { Status: 'Enabled' },
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
    });
  });

  it('forgets after a week what nobody needs: halves of uploads, and bodies that were written again', () => {
    template.hasResourceProperties('AWS::S3::Bucket', {
      LifecycleConfiguration: {
        Rules: [
          { Id: 'unfinished-uploads', Status: 'Enabled', AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } },
          {
            Id: 'repeated-bodies',
            Status: 'Enabled',
            Prefix: 'bodies/',
            NoncurrentVersionExpiration: { NoncurrentDays: 7 },
          },
        ],
      },
    });
  });

  it('keeps raw uploads for good unless told otherwise, and never forgets a long record', () => {
    const rulesOf = (context: Readonly<Record<string, unknown>>) => {
      const [bucket] = Object.entries(aTemplate(context).findResources('AWS::S3::Bucket')).filter(
        ([id]) => !id.startsWith('Archive'),
      );
      return Object(bucket?.[1]).Properties.LifecycleConfiguration.Rules.slice(2);
    };
    const rule = (Id: string, more: object) => ({ Id, Status: 'Enabled', Prefix: 'incoming/', ...more });
    const old = (days: number) => rule('old-uploads', { NoncurrentVersionExpiration: { NoncurrentDays: days } });
    const markers = rule('upload-markers', { ExpiredObjectDeleteMarker: true });
    expect(rulesOf({})).toEqual([]);
    expect(rulesOf({ oldRawDays: '30' })).toEqual([old(30), markers]);
    const raw = rule('uploads', { ExpirationInDays: 90 });
    expect(rulesOf({ rawDays: 90 })).toEqual([old(90), raw, markers]);
    expect(rulesOf({ rawDays: 90, oldRawDays: 7 })).toEqual([old(7), raw, markers]);
    const TagFilters = [{ Key: 'wirefold', Value: 'refused' }];
    const days = { ExpirationInDays: 14, NoncurrentVersionExpiration: { NoncurrentDays: 14 } };
    expect(rulesOf({ rejectedDays: 14 })).toEqual([rule('refused-uploads', { TagFilters, ...days })]);
  });

  it('lets ingest tag uploads, and nothing else of them, where refused ones are kept for a time of their own', () => {
    const tagging = (context: Readonly<Record<string, unknown>>) =>
      roleStatements(aTemplate(context), 'IngestRole').flatMap(({ Action }) =>
        Action.filter((one) => String(one).includes('Tagging')),
      );
    expect(tagging({})).toEqual([]);
    expect(tagging({ rejectedDays: 14 })).toEqual(['s3:GetObjectVersionTagging', 's3:PutObjectVersionTagging']);
    aTemplate({ rejectedDays: 14 }).hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: Match.objectLike({ MARK_REFUSED: 'true' }) },
    });
  });

  it('hears nothing of what such a rule removes, so that records stay', () => {
    const [bucket] = Object.values(
      template.findResources('AWS::S3::Bucket', { Properties: { BucketName: Match.anyValue() } }),
    );
    const heard = JSON.stringify(Object(bucket).Properties.NotificationConfiguration);
    expect(heard).not.toContain('Lifecycle');
  });

  it('tells the queue of every object written or removed under incoming/, and of nothing else', () => {
    const about = (Event: string) => ({
      Event,
      Queue: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Queue'), 'Arn'] },
      Filter: { S3Key: { Rules: [{ Name: 'prefix', Value: 'incoming/' }] } },
    });
    template.hasResourceProperties('AWS::S3::Bucket', {
      NotificationConfiguration: { QueueConfigurations: [about('s3:ObjectCreated:*'), about('s3:ObjectRemoved:*')] },
    });
  });

  it('comes after the queue policy that lets it in', () => {
    template.hasResource('AWS::S3::Bucket', { DependsOn: Match.arrayWith([Match.stringLikeRegexp('^QueuePolicy')]) });
  });

  it('needs no function of the deployment tool itself', () => {
    template.resourceCountIs('AWS::Lambda::Function', 7);
    expect(Object.keys(template.findResources('Custom::S3BucketNotifications'))).toEqual([]);
  });
});

describe('the queues', () => {
  it('give a message six function timeouts and five receives before it is dead', () => {
    template.hasResourceProperties('AWS::SQS::Queue', {
      VisibilityTimeout: 360,
      RedrivePolicy: { maxReceiveCount: 5, deadLetterTargetArn: Match.anyValue() },
    });
  });

  it('are encrypted and keep messages for 14 days', () => {
    template.allResourcesProperties('AWS::SQS::Queue', { SqsManagedSseEnabled: true, MessageRetentionPeriod: 1209600 });
    template.resourceCountIs('AWS::SQS::Queue', 3);
  });
});

describe('the table', () => {
  it('is paid by request, restorable, streams both images, and lists by keys only', () => {
    template.hasResourceProperties('AWS::DynamoDB::Table', {
      BillingMode: 'PAY_PER_REQUEST',
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      GlobalSecondaryIndexes: [
        { IndexName: 'feed', Projection: { ProjectionType: 'KEYS_ONLY' }, KeySchema: Match.anyValue() },
      ],
    });
  });

  it('goes with a test stack and stays with a production one', () => {
    template.hasResource('AWS::DynamoDB::Table', { DeletionPolicy: 'Delete' });
    const production = aTemplate({ stage: 'production' });
    production.hasResource('AWS::DynamoDB::Table', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: { DeletionProtectionEnabled: true },
    });
    production.hasResource('AWS::S3::Bucket', { DeletionPolicy: 'Retain' });
  });
});

const ofService = (service: string, Timeout: number) => ({
  Timeout,
  Environment: { Variables: Match.objectLike({ POWERTOOLS_SERVICE_NAME: service }) },
});

describe('the functions', () => {
  it('run on Node 24 and arm64, within the budget, logging to a group of their own', () => {
    template.allResourcesProperties('AWS::Lambda::Function', {
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
      LoggingConfig: { LogGroup: { Ref: Match.stringLikeRegexp('Logs') } },
      Environment: {
        Variables: Match.objectLike({ TABLE_NAME: Match.anyValue(), POWERTOOLS_METRICS_NAMESPACE: 'Wirefold' }),
      },
    });
    template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 30 });
    template.resourceCountIs('AWS::Logs::LogGroup', 8);
    for (const service of ['ingest', 'group', 'gather'])
      template.hasResourceProperties('AWS::Lambda::Function', ofService(service, 60));
    template.hasResourceProperties('AWS::Lambda::Function', ofService('settle', 900));
  });

  it('settle the events of changed days every ten minutes', () => {
    template.hasResourceProperties('AWS::Events::Rule', {
      ScheduleExpression: 'rate(10 minutes)',
      State: 'ENABLED',
      Targets: [Match.objectLike({ Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Settle'), 'Arn'] } })],
    });
  });

  it('place a story in an event when its summary changes, which nothing that they write themselves does', () => {
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      FilterCriteria: {
        Filters: [{ Pattern: '{"dynamodb":{"Keys":{"pk":{"S":[{"prefix":"story#"}]},"sk":{"S":["summary"]}}}}' }],
      },
      FunctionName: { Ref: Match.stringLikeRegexp('^Gather') },
    });
  });

  it('get batches in which one bad message fails alone', () => {
    template.allResourcesProperties('AWS::Lambda::EventSourceMapping', {
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      BatchSize: 5,
      ScalingConfig: { MaximumConcurrency: 10 },
    });
  });

  it('are woken by object rows only, and a poison row does not hold up the stream', () => {
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      FilterCriteria: { Filters: [{ Pattern: '{"dynamodb":{"Keys":{"pk":{"S":[{"prefix":"obj#"}]}}}}' }] },
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 10,
      StartingPosition: 'TRIM_HORIZON',
      DestinationConfig: {
        OnFailure: { Destination: { 'Fn::GetAtt': [Match.stringLikeRegexp('^StreamDeadLetters'), 'Arn'] } },
      },
    });
  });
});

describe('what people get', () => {
  it('is named by outputs', () => {
    expect(Object.keys(template.findOutputs('*')).sort()).toEqual([
      'ApiUrl',
      'ArchiveBucketName',
      'ArchiveDatabaseName',
      'ArchiveFunctionName',
      'ArchiveWorkgroupName',
      'BucketName',
      'DeadLetterQueueUrl',
      'GatherFunctionName',
      'GroupFunctionName',
      'IngestFunctionName',
      'PurgeFunctionName',
      'QueryFunctionName',
      'QueueArn',
      'QueueUrl',
      'SettleFunctionName',
      'StreamDeadLetterQueueUrl',
      'TableName',
    ]);
  });

  it('includes a message to a topic of theirs for each alarm, when they name one', () => {
    const alarmTopicArn = 'arn:aws:sns:eu-central-1:123456789012:on-call';
    template.allResourcesProperties('AWS::CloudWatch::Alarm', { AlarmActions: Match.absent() });
    aTemplate({ alarmTopicArn }).allResourcesProperties('AWS::CloudWatch::Alarm', { AlarmActions: [alarmTopicArn] });
    expect(() => aTemplate({ alarmTopicArn: 'on-call' })).toThrow(/alarmTopicArn/);
  });

  it('includes an alarm on each queue of dead letters', () => {
    for (const queue of ['DeadLetters', 'StreamDeadLetters']) {
      template.hasResourceProperties('AWS::CloudWatch::Alarm', {
        Threshold: 0,
        ComparisonOperator: 'GreaterThanThreshold',
        Dimensions: [
          { Name: 'QueueName', Value: { 'Fn::GetAtt': [Match.stringLikeRegexp(`^${queue}`), 'QueueName'] } },
        ],
      });
    }
  });
});
