/** A bucket that was there before the stack: the stack uses it by name, and owns nothing of it. */
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { aTemplate, roleStatements } from './synthesized.ts';

const template = aTemplate({ existingBucket: 'news-raw' });
const ARN = { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':s3:::news-raw']] };

describe('with a bucket that exists', () => {
  it('makes none for uploads, sets nothing of it, and deploys no function to do so', () => {
    expect(Object.keys(template.findResources('AWS::S3::Bucket'))).toEqual([expect.stringMatching(/^ArchiveBucket/)]);
    expect(Object.keys(template.findResources('AWS::S3::BucketPolicy'))).toEqual([
      expect.stringMatching(/^ArchiveBucket/),
    ]);
    template.resourceCountIs('AWS::Lambda::Function', 7);
  });

  it('lets it, of this account, and no other send to the queue', () => {
    template.hasResourceProperties('AWS::SQS::QueuePolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Action: 'sqs:SendMessage',
            Condition: {
              ArnEquals: { 'aws:SourceArn': ARN },
              StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
            },
          }),
        ]),
      },
    });
  });

  it('gives the functions the same rights in it, below the same prefixes', () => {
    const inBucket = (role: string) =>
      roleStatements(template, role)
        .filter(({ Action }) => Action.some((action) => String(action).startsWith('s3:')))
        .flatMap(({ Resource }) => JSON.stringify(Resource));
    const suffixes = (role: string) => inBucket(role).map((text) => /news-raw(\/\w+\/\*)?/.exec(text)?.[1] ?? '');
    expect(suffixes('IngestRole')).toEqual(['/incoming/*', '', '/bodies/*']);
    expect(suffixes('QueryRole')).toEqual(['/bodies/*']);
  });

  it('names it in the outputs, where the command line looks, with the queue that it must notify', () => {
    template.hasOutput('BucketName', { Value: 'news-raw' });
    template.hasOutput('QueueArn', { Value: Match.anyValue() });
  });

  it.each(['rawDays', 'oldRawDays', 'rejectedDays'])('leaves %s to its owner', (name) => {
    expect(() => aTemplate({ existingBucket: 'news-raw', [name]: 30 })).toThrow(
      new RegExp(`${name}: news-raw is yours, so its lifecycle rules are, too`),
    );
  });
});
