/**
 * Findings of cfn-lint and checkov that stay, each with its reason. Promise: a finding that is not listed fails the check, and so does an
 * entry that nothing is found for any more. Those of cdk-nag: `infra/nag.ts`.
 */

export interface Accepted {
  readonly tool: 'cfn-lint' | 'checkov';
  readonly rule: string;
  /** Types of resources for which the rule may stay unheeded; beginnings of logical ids with `#`. */
  readonly where: readonly string[];
  readonly reason: string;
}

export const ACCEPTED: readonly Accepted[] = [
  {
    tool: 'cfn-lint',
    rule: 'W3005',
    where: ['AWS::Lambda::Function'],
    reason: 'CDK names a function’s role beside its policy as what comes first; said twice is not wrong.',
  },
  {
    tool: 'checkov',
    rule: 'CKV_AWS_27',
    where: ['AWS::SQS::Queue'],
    reason:
      'Queues are encrypted with SQS’s own keys (SqsManagedSseEnabled); the rule knows keys of KMS only. Messages hold keys of files, no text.',
  },
  {
    tool: 'checkov',
    rule: 'CKV_AWS_119',
    where: ['AWS::DynamoDB::Table'],
    reason:
      'The table is encrypted with DynamoDB’s own key: published articles need no second lock, and each call to KMS is paid for.',
  },
  {
    tool: 'checkov',
    rule: 'CKV_AWS_158',
    where: ['AWS::Logs::LogGroup'],
    reason: 'Logs are encrypted by CloudWatch; they hold ids and keys, never a word of a page.',
  },
  {
    tool: 'checkov',
    rule: 'CKV_AWS_173',
    where: ['AWS::Lambda::Function'],
    reason: 'Variables are names of table and bucket, no secrets; Lambda encrypts them with its own key.',
  },
  {
    tool: 'checkov',
    rule: 'CKV_AWS_18',
    where: ['AWS::S3::Bucket'],
    reason: 'Access logs would cost more than the uploads; object-level CloudTrail is a choice of the account’s owner.',
  },
  {
    tool: 'checkov',
    rule: 'CKV_AWS_21',
    where: ['#ArchiveBucket'],
    reason:
      'What is taken down must be gone: the archive keeps no versions, and all of it can be written again from the table.',
  },
  {
    tool: 'checkov',
    rule: 'CKV_AWS_26',
    where: ['AWS::SNS::Topic'],
    reason: 'Messages name alarms and figures only; CloudWatch may not publish under the key of AWS for SNS.',
  },
  {
    tool: 'checkov',
    rule: 'CKV_AWS_115',
    where: ['AWS::Lambda::Function'],
    reason:
      'Ingest is bounded at its queue (maxConcurrency), stream functions by shards, the API by its rate: reserving would take from the account.',
  },
  {
    tool: 'checkov',
    rule: 'CKV_AWS_116',
    where: ['AWS::Lambda::Function'],
    reason:
      'Nothing calls a function asynchronously but clocks, whose next call makes up for a failed one; queue and stream have dead letters of their own.',
  },
  {
    tool: 'checkov',
    rule: 'CKV_AWS_117',
    where: ['AWS::Lambda::Function'],
    reason: 'The functions reach AWS services only, by their roles; a VPC would need paid endpoints for the same.',
  },
];
