/** The archive in the stack: its bucket, what its function may do, what Athena knows of it, and that it can be left out. */
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ARCHIVE_COLUMNS } from '../../shared/core/archive/columns.ts';
import { VIEW_COLUMNS, VIEW_SQL } from '../../shared/core/archive/sql.ts';
import { aStack, aTemplate, roleStatements, synthWithNag } from './synthesized.ts';

const template = aTemplate();

const Table = z.object({
  Properties: z.object({
    TableInput: z.object({
      Name: z.string(),
      TableType: z.string(),
      Parameters: z.record(z.string(), z.unknown()),
      PartitionKeys: z.array(z.object({ Name: z.string(), Type: z.string() })),
      StorageDescriptor: z.object({ Columns: z.array(z.object({ Name: z.string(), Type: z.string() })) }),
      ViewOriginalText: z.string().optional(),
    }),
  }),
});

function tableNamed(name: string) {
  const tables = Object.values(template.findResources('AWS::Glue::Table')).map((found) => Table.parse(found));
  const found = tables.find((table) => table.Properties.TableInput.Name === name);
  if (found === undefined) throw new Error(`no table ${name}`);
  return found.Properties.TableInput;
}

describe('the archive bucket', () => {
  it('is private and encrypted, keeps no versions, and forgets answers after a day', () => {
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
      VersioningConfiguration: Match.absent(),
      NotificationConfiguration: Match.absent(),
      LifecycleConfiguration: {
        Rules: [
          { Id: 'unfinished-uploads', Status: 'Enabled', AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 } },
          { Id: 'answers', Status: 'Enabled', Prefix: 'answers/', ExpirationInDays: 1 },
        ],
      },
    });
  });

  it('moves files to a cheaper class when the deployment asks for it', () => {
    aTemplate({ archiveColdDays: 90 }).hasResourceProperties('AWS::S3::Bucket', {
      LifecycleConfiguration: {
        Rules: Match.arrayWith([
          Match.objectLike({
            Prefix: 'articles/',
            Transitions: [{ StorageClass: 'STANDARD_IA', TransitionInDays: 90 }],
          }),
        ]),
      },
    });
  });

  it('stays, in production, when the stack goes', () => {
    const kept = aTemplate({ stage: 'production' }).findResources('AWS::S3::Bucket', { DeletionPolicy: 'Retain' });
    expect(Object.keys(kept)).toHaveLength(2);
  });
});

describe('the function archive', () => {
  it('may read the table and long bodies, and write its own items and files, and nothing beyond', () => {
    const statements = roleStatements(template, 'ArchiveRole');
    const rights = statements.flatMap(({ Action, Resource }) =>
      Action.map((action) => `${action} ${JSON.stringify(Resource).replace(/[0-9A-F]{8}/g, '')}`),
    );
    expect(rights.filter((right) => !right.startsWith('logs:')).sort()).toEqual([
      'dynamodb:GetItem [{"Fn::GetAtt":["Table","Arn"]}]',
      'dynamodb:PutItem [{"Fn::GetAtt":["Table","Arn"]}]',
      'dynamodb:Query [{"Fn::GetAtt":["Table","Arn"]}]',
      's3:DeleteObject [{"Fn::Join":["",[{"Fn::GetAtt":["ArchiveBucket","Arn"]},"/articles/*"]]}]',
      's3:GetObject [{"Fn::Join":["",[{"Fn::GetAtt":["ArchiveBucket","Arn"]},"/articles/*"]]}]',
      's3:GetObject [{"Fn::Join":["",[{"Fn::GetAtt":["Bucket","Arn"]},"/bodies/*"]]}]',
      's3:ListBucket [{"Fn::GetAtt":["ArchiveBucket","Arn"]}]',
      's3:PutObject [{"Fn::Join":["",[{"Fn::GetAtt":["ArchiveBucket","Arn"]},"/articles/*"]]}]',
    ]);
    const writing = statements.find(({ Action }) => Action.includes('dynamodb:PutItem'));
    expect(writing?.Condition).toEqual({ 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['archive#*'] } });
  });

  it.each([
    [10, 'rate(10 minutes)', 570],
    [1, 'rate(1 minute)', 45],
    [60, 'rate(1 hour)', 570],
  ])('runs every %i minutes, and is over before the next time', (archiveMinutes, ScheduleExpression, Timeout) => {
    const made = aTemplate({ archiveMinutes });
    made.hasResourceProperties('AWS::Events::Rule', {
      ScheduleExpression,
      Targets: [Match.objectLike({ Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Archive'), 'Arn'] } })],
    });
    made.hasResourceProperties('AWS::Lambda::Function', {
      Description: Match.stringLikeRegexp('archive'),
      MemorySize: 1_024,
      Timeout,
    });
  });

  it('tells when it fails', () => {
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmDescription: Match.stringLikeRegexp('not archived'),
      MetricName: 'Errors',
    });
  });
});

describe('the catalog', () => {
  it('has a table of all columns, by day, whose partitions come from the calendar', () => {
    const rows = tableNamed('article_rows');
    expect(rows.StorageDescriptor.Columns.map(({ Name }) => Name)).toEqual(ARCHIVE_COLUMNS.map(({ name }) => name));
    expect(rows.PartitionKeys).toEqual([expect.objectContaining({ Name: 'day', Type: 'string' })]);
    expect(rows.Parameters).toMatchObject({
      'projection.enabled': 'true',
      'projection.day.type': 'date',
      'projection.day.range': '2015-01-01,NOW+2DAYS',
    });
    expect(JSON.stringify(rows.Parameters['storage.location.template'])).toMatch(/articles\/day=\$\{day\}\/"/);
  });

  it('has the view that is also asked on one machine, in the form that Athena keeps views in', () => {
    const view = tableNamed('articles');
    expect(view.TableType).toBe('VIRTUAL_VIEW');
    const [, base64 = ''] = /^\/\* Presto View: (\S+) \*\/$/.exec(view.ViewOriginalText ?? '') ?? [];
    const definition: unknown = JSON.parse(Buffer.from(base64, 'base64').toString('utf8'));
    expect(definition).toMatchObject({ originalSql: VIEW_SQL, catalog: 'awsdatacatalog', schema: 'wirefold' });
    const Columns = z.object({ columns: z.array(z.object({ name: z.string(), type: z.string() })) });
    expect(Columns.parse(definition).columns.map(({ name }) => name)).toEqual(VIEW_COLUMNS);
    expect(view.StorageDescriptor.Columns.map(({ Name }) => Name)).toEqual(VIEW_COLUMNS);
  });

  it('is asked in a workgroup that bounds what a query may read, and keeps answers encrypted', () => {
    aTemplate({ queryGib: 5 }).hasResourceProperties('AWS::Athena::WorkGroup', {
      WorkGroupConfiguration: {
        EnforceWorkGroupConfiguration: true,
        BytesScannedCutoffPerQuery: 5 * 1024 ** 3,
        ResultConfiguration: { EncryptionConfiguration: { EncryptionOption: 'SSE_S3' } },
      },
    });
  });

  it('has a name of its own for each stage', () => {
    aTemplate({ stage: 'try-out' }).hasResourceProperties('AWS::Glue::Database', {
      DatabaseInput: { Name: 'wirefold_try_out' },
    });
  });
});

describe('a deployment', () => {
  it('may do without an archive', () => {
    const without = aTemplate({ archive: 'false' });
    without.resourceCountIs('AWS::S3::Bucket', 1);
    without.resourceCountIs('AWS::Lambda::Function', 6);
    without.resourceCountIs('AWS::Glue::Table', 0);
    expect(Object.keys(without.findOutputs('*')).filter((name) => name.startsWith('Archive'))).toEqual([]);
  });

  it.each([
    ['archive', 'perhaps'],
    ['archiveMinutes', '0'],
    ['archiveColdDays', '7'],
    ['queryGib', '0'],
  ])('is told when %s is wrong', (name, value) => {
    expect(() => aTemplate({ [name]: value })).toThrow(new RegExp(`CDK context is wrong. ${name}`));
  });

  it('with an archive that moves files has no finding of cdk-nag that is not explained', () => {
    expect(() => synthWithNag(aStack({ archiveColdDays: 30, archive: true }))).not.toThrow();
    expect(() => synthWithNag(aStack({ archive: false }))).not.toThrow();
  });

  it('keeps its files for as long as was said', () => {
    const kept = (context: Readonly<Record<string, string>>) =>
      JSON.stringify(aTemplate(context).findResources('AWS::S3::Bucket'));
    expect(kept({})).not.toContain('old-files');
    expect(kept({ archiveDays: '400' })).toMatch(/"ExpirationInDays":400,"Id":"old-files"/);
  });
});
