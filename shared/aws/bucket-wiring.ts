/** What a bucket tells of uploads. In: the bucket, the queue that must hear. Out: what is missing, and the way to mend it. Promise: what the bucket tells others stays. */
import {
  GetBucketNotificationConfigurationCommand,
  GetBucketVersioningCommand,
  type NotificationConfiguration,
  PutBucketNotificationConfigurationCommand,
  type QueueConfiguration,
} from '@aws-sdk/client-s3';
import { type AwsPlace, clientConfig } from './place.ts';
import { s3Client } from './s3-client.ts';

const PREFIX = 'incoming/';
const EVENTS = ['s3:ObjectCreated:*', 's3:ObjectRemoved:*'] as const;

export interface BucketWiring {
  /** In words that say what to do; none: all is well. */
  problems(): Promise<readonly string[]>;
  /** Adds what is missing. False: it was there. */
  connect(): Promise<boolean>;
  isVersioned(): Promise<boolean>;
}

export function remoteWiring(bucket: string, queueArn: string, place: AwsPlace): BucketWiring {
  const client = s3Client(clientConfig(place, place.endpoints?.s3));
  const at = { Bucket: bucket };
  const isVersioned = async () => (await client.send(new GetBucketVersioningCommand(at))).Status === 'Enabled';
  const told = async (): Promise<NotificationConfiguration> => {
    const { $metadata: _, ...configuration } = await client.send(new GetBucketNotificationConfigurationCommand(at));
    return configuration;
  };
  return {
    isVersioned,
    async problems() {
      const missing = isHeard(await told(), queueArn) ? [] : [NOT_HEARD];
      return (await isVersioned()) ? missing : [...missing, notVersioned(bucket)];
    },
    async connect() {
      const configuration = await told();
      if (isHeard(configuration, queueArn)) return false;
      const NotificationConfiguration = withQueue(configuration, queueArn);
      await client.send(new PutBucketNotificationConfigurationCommand({ ...at, NotificationConfiguration }));
      return true;
    },
  };
}

const NOT_HEARD =
  'It does not tell the queue of what is uploaded and removed under incoming/. Mend it with: wirefold connect';

export function notVersioned(bucket: string): string {
  return `It keeps no versions, so a change can no longer be read once the next one came. Switch them on: aws s3api put-bucket-versioning --bucket ${bucket} --versioning-configuration Status=Enabled`;
}

/** Whether the queue hears of every upload and removal under the prefix. */
export function isHeard({ QueueConfigurations = [] }: NotificationConfiguration, queueArn: string): boolean {
  const ours = QueueConfigurations.filter((one) => one.QueueArn === queueArn && coversPrefix(one));
  return EVENTS.every((event) => ours.some(({ Events = [] }) => Events.includes(event)));
}

function coversPrefix({ Filter }: QueueConfiguration): boolean {
  const rules = Filter?.Key?.FilterRules ?? [];
  return rules.every(({ Name, Value = '' }) => Name?.toLowerCase() === 'prefix' && PREFIX.startsWith(Value));
}

/** One rule more; S3 takes the whole list or none of it. An older rule for this queue gives way. */
export function withQueue(configuration: NotificationConfiguration, queueArn: string): NotificationConfiguration {
  const others = (configuration.QueueConfigurations ?? []).filter((one) => one.QueueArn !== queueArn);
  const rule: QueueConfiguration = {
    Id: 'wirefold',
    QueueArn: queueArn,
    Events: [...EVENTS],
    Filter: { Key: { FilterRules: [{ Name: 'prefix', Value: PREFIX }] } },
  };
  return { ...configuration, QueueConfigurations: [...others, rule] };
}
