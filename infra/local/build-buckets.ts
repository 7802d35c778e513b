/** Declared buckets in, buckets and their notifications out. A target other than a queue stops the run. */
import { readArn } from './arn.ts';
import { type JsonObject, objectAt, objectsAt, textAt } from './json.ts';
import type { S3Context } from './s3/context.ts';
import type { NotificationRule } from './s3/events.ts';
import type { Declared } from './template/stack.ts';

export function buildBuckets(buckets: readonly Declared[], s3: S3Context): void {
  for (const { id, name, properties } of buckets) {
    s3.buckets.create(name);
    if (objectAt(properties, 'VersioningConfiguration')['Status'] !== 'Enabled') s3.unversioned.add(name);
    s3.notify(name, rulesOf(id, objectAt(properties, 'NotificationConfiguration')));
  }
}

function rulesOf(id: string, configuration: JsonObject): readonly NotificationRule[] {
  const { QueueConfigurations: _, ...others } = configuration;
  const unknown = Object.keys(others);
  if (unknown.length > 0) throw new Error(`not emulated: ${unknown.join(', ')} of bucket ${id}`);
  return objectsAt(configuration, 'QueueConfigurations').map((rule, at) => ({
    id: `${id}-${at}`,
    events: [textAt(rule, 'Event')],
    ...boundsOf(rule),
    queue: readArn(textAt(rule, 'Queue')).name,
  }));
}

function boundsOf(rule: JsonObject): { readonly prefix: string; readonly suffix: string } {
  let bounds = { prefix: '', suffix: '' };
  for (const entry of objectsAt(objectAt(objectAt(rule, 'Filter'), 'S3Key'), 'Rules')) {
    const name = textAt(entry, 'Name').toLowerCase();
    if (name !== 'prefix' && name !== 'suffix') throw new Error(`not emulated: notification filter ${name}`);
    bounds = { ...bounds, [name]: textAt(entry, 'Value') };
  }
  return bounds;
}
