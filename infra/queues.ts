/** The queue between bucket and `ingest`, and both ends for what cannot be worked off. Promise: encrypted, TLS only, one sender. */
import { Aws, Duration } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Queue, QueueEncryption, RedrivePermission } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Budget } from './budget.ts';

export interface Queues {
  readonly incoming: Queue;
  readonly incomingDead: Queue;
  /** Positions in the table's stream that `group` could not work off. */
  readonly streamDead: Queue;
}

/** SQS asks KMS at most once in this time: each call is paid for. */
const KEY_REUSE = Duration.hours(1);

function encryptedWith(key: IKey | null) {
  if (key === null) return { encryption: QueueEncryption.SQS_MANAGED };
  return { encryption: QueueEncryption.KMS, encryptionMasterKey: key, dataKeyReuse: KEY_REUSE };
}

/** `senderArn`: the only bucket that may send, and only from this account (a deleted bucket's name can be taken by others). */
export function queues(scope: Construct, budget: Budget, senderArn: string, key: IKey | null): Queues {
  const common = {
    ...encryptedWith(key),
    enforceSSL: true,
    retentionPeriod: Duration.days(budget.deadLetterRetentionDays),
  };
  const incomingDead = new Queue(scope, 'DeadLetters', common);
  const streamDead = new Queue(scope, 'StreamDeadLetters', {
    ...common,
    redriveAllowPolicy: { redrivePermission: RedrivePermission.DENY_ALL },
  });
  const incoming = new Queue(scope, 'Queue', {
    ...common,
    visibilityTimeout: Duration.seconds(budget.visibilityTimeoutS),
    deadLetterQueue: { queue: incomingDead, maxReceiveCount: budget.maxReceives },
  });
  incoming.addToResourcePolicy(
    new PolicyStatement({
      sid: 'OnlyThisBucketSends',
      principals: [new ServicePrincipal('s3.amazonaws.com')],
      actions: ['sqs:SendMessage'],
      resources: [incoming.queueArn],
      conditions: { ArnEquals: { 'aws:SourceArn': senderArn }, StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
    }),
  );
  return { incoming, incomingDead, streamDead };
}
