/** One change of one object in, the notification message that S3 would send out. */
import { randomUUID } from 'node:crypto';
import { bucketArn, REGION } from '../arn.ts';
import type { ChangeName, Version } from './types.ts';

export interface NotificationRule {
  readonly id: string;
  /** `s3:ObjectCreated:*`, `s3:ObjectRemoved:DeleteMarkerCreated` … */
  readonly events: readonly string[];
  readonly prefix: string;
  readonly suffix: string;
  /** Name of the queue that is told. */
  readonly queue: string;
}

export interface ObjectEvent {
  readonly name: ChangeName;
  readonly version: Version;
  readonly sequencer: string;
  /** Instant, ISO 8601. */
  readonly at: string;
}

export function matches(rule: NotificationRule, event: ObjectEvent): boolean {
  const family = event.name.slice(0, event.name.indexOf(':'));
  const asked = rule.events.includes(`s3:${event.name}`) || rule.events.includes(`s3:${family}:*`);
  return asked && event.version.key.startsWith(rule.prefix) && event.version.key.endsWith(rule.suffix);
}

export function messageBody(rule: NotificationRule, event: ObjectEvent): string {
  const { version } = event;
  const created = event.name.startsWith('ObjectCreated:');
  const object = {
    key: formEncode(version.key),
    ...(created ? { size: version.bytes } : {}),
    ...(event.name === 'ObjectRemoved:Delete' ? {} : { eTag: version.etag }),
    versionId: version.versionId,
    sequencer: event.sequencer,
  };
  const record = {
    eventVersion: '2.1',
    eventSource: 'aws:s3',
    awsRegion: REGION,
    eventTime: event.at,
    eventName: event.name,
    userIdentity: { principalId: 'AWS:LOCAL' },
    requestParameters: { sourceIPAddress: '127.0.0.1' },
    responseElements: { 'x-amz-request-id': randomUUID(), 'x-amz-id-2': 'local' },
    s3: {
      s3SchemaVersion: '1.0',
      configurationId: rule.id,
      bucket: { name: version.bucket, ownerIdentity: { principalId: 'LOCAL' }, arn: bucketArn(version.bucket) },
      object,
    },
  };
  return JSON.stringify({ Records: [record] });
}

/** S3 form-encodes keys in events, slashes excepted: `in/a b+c.html` //=> `in/a+b%2Bc.html` */
function formEncode(key: string): string {
  const strict = encodeURIComponent(key).replace(
    /[!'()~]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return strict.replaceAll('%20', '+').replaceAll('%2F', '/');
}
