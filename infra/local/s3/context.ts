/** What every S3 operation works with, and the ways it answers. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Database } from '../database.ts';
import type { Messages } from '../sqs/messages.ts';
import type { Address } from './address.ts';
import { type Blobs, openBlobs } from './blobs.ts';
import { type Buckets, openBuckets } from './buckets.ts';
import { matches, messageBody, type NotificationRule } from './events.ts';
import { openSequencer } from './sequencer.ts';
import { openUploads, type Uploads } from './uploads.ts';
import { openVersions, type Versions } from './versions.ts';
import { writeXml, type Xml } from './xml.ts';

export interface S3Context {
  readonly db: Database;
  readonly buckets: Buckets;
  readonly versions: Versions;
  readonly uploads: Uploads;
  readonly blobs: Blobs;
  /** Notifications of a bucket are what the template says at this start, so they are not kept. */
  notify(bucket: string, rules: readonly NotificationRule[]): void;
  /** Buckets that the template declares without versions; of all others every version is kept. */
  readonly unversioned: Set<string>;
}

export interface S3Call extends S3Context, Address {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

export type S3Operation = (call: S3Call) => Promise<void> | void;

/** Notifications go into the queue's own table, in the transaction of the change they tell of. */
export async function openS3(db: Database, folder: string, messages: Messages, now: () => number): Promise<S3Context> {
  const nextSequencer = openSequencer(db, now);
  const rules = new Map<string, readonly NotificationRule[]>();
  const versions = openVersions(db, now, (name, version) => {
    const event = { name, version, sequencer: nextSequencer(), at: new Date(now()).toISOString() };
    for (const rule of rules.get(version.bucket) ?? []) {
      if (matches(rule, event)) messages.send(rule.queue, messageBody(rule, event));
    }
  });
  return {
    db,
    versions,
    buckets: openBuckets(db, now),
    uploads: openUploads(db),
    blobs: await openBlobs(join(folder, 'blobs')),
    notify: (bucket, its) => void rules.set(bucket, its),
    unversioned: new Set(),
  };
}

export function reply(call: S3Call, status: number, headers: Readonly<Record<string, string | number>> = {}): void {
  call.response.writeHead(status, { 'content-length': 0, ...headers });
  call.response.end();
}

export function replyXml(call: S3Call, xml: Xml, headers: Readonly<Record<string, string>> = {}): void {
  const body = writeXml(xml);
  call.response.writeHead(200, {
    ...headers,
    'content-type': 'application/xml',
    'content-length': Buffer.byteLength(body),
  });
  call.response.end(body);
}

/** A header that came once; null when it did not. */
export function headerOf(call: S3Call, name: string): string | null {
  const value = call.request.headers[name];
  return typeof value === 'string' ? value : null;
}

export const quoted = (etag: string): string => `"${etag}"`;
