/** Builders of what flows through Wirefold, for tests: everything has a plain default, a test names only what it is about. */
import { createHash } from 'node:crypto';
import type { DynamoDBRecord, SQSEvent, SQSRecord } from 'aws-lambda';
import type { LookedChange, ObjectChange, RemovedChange, WrittenChange } from '../core/change.ts';
import type { Article, Published } from '../core/record.ts';
import { encodeKey } from '../core/s3-key.ts';

const CHANGE = {
  bucket: 'wirefold-test',
  key: 'incoming/article.txt',
  member: null,
  sequencer: '0055AED6DCD90281E5',
  versionId: 'v1',
  at: '2026-01-01T00:00:00.000Z',
} as const;

/** `aChange({ sequencer: '02' })`: an object was written. */
export function aChange(given: Partial<Omit<WrittenChange, 'kind'>> = {}): WrittenChange {
  return { kind: 'written', ...CHANGE, etag: null, bytes: null, ...given };
}

export function aRemoval(given: Partial<Omit<RemovedChange, 'kind'>> = {}): RemovedChange {
  return { kind: 'removed', ...CHANGE, ...given };
}

/** One version was deleted for good: `aLook({ purged: 'v1' })`. */
export function aLook(given: Partial<Omit<LookedChange, 'kind'>> = {}): LookedChange {
  return { kind: 'looked', ...CHANGE, versionId: null, purged: 'v1', ...given };
}

/** The notification that S3 sends of a change, as an object; `JSON.stringify` makes the body of a message. */
export function anS3Event(...changes: readonly ObjectChange[]): { readonly Records: readonly unknown[] } {
  return { Records: changes.map(s3Record) };
}

const EVENT_NAMES = {
  written: 'ObjectCreated:Put',
  removed: 'ObjectRemoved:DeleteMarkerCreated',
  looked: 'ObjectRemoved:Delete',
} as const;

function s3Record(change: ObjectChange): unknown {
  const written = change.kind === 'written';
  const { key, sequencer, bucket, at } = change;
  const versionId = change.kind === 'looked' ? change.purged : change.versionId;
  const object = {
    key: encodeKey(key),
    sequencer,
    ...(versionId === null ? {} : { versionId }),
    ...(written && change.etag !== null ? { eTag: change.etag } : {}),
    ...(written && change.bytes !== null ? { size: change.bytes } : {}),
  };
  return {
    eventVersion: '2.1',
    eventSource: 'aws:s3',
    awsRegion: 'eu-central-1',
    eventTime: at,
    eventName: EVENT_NAMES[change.kind],
    s3: { s3SchemaVersion: '1.0', bucket: { name: bucket, arn: `arn:aws:s3:::${bucket}` }, object },
  };
}

export interface SqsOptions {
  /** How often the message has been handed out. */
  readonly receives?: number;
}

/** One message for each body. A body that is no string is written as JSON. */
export function anSqsEvent(bodies: readonly unknown[], options: SqsOptions = {}): SQSEvent {
  return { Records: bodies.map((body, index) => sqsRecord(body, index, options.receives ?? 1)) };
}

function sqsRecord(body: unknown, index: number, receives: number): SQSRecord {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return {
    messageId: `message-${index}`,
    receiptHandle: `receipt-${index}`,
    body: text,
    attributes: {
      ApproximateReceiveCount: String(receives),
      SentTimestamp: '1767225600000',
      SenderId: 'sender',
      ApproximateFirstReceiveTimestamp: '1767225600000',
    },
    messageAttributes: {},
    md5OfBody: createHash('md5').update(text).digest('hex'),
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:eu-central-1:000000000000:incoming',
    awsRegion: 'eu-central-1',
  };
}

/** A stream record of an object row: what wakes `group`. */
export function aStreamRecord(
  objectId: string,
  articleIds: { readonly before?: string; readonly after?: string } = {},
): DynamoDBRecord {
  const image = (id: string | undefined) => (id === undefined ? {} : { articleId: { S: id } });
  return {
    eventID: `event-${objectId}`,
    eventName: 'MODIFY',
    eventSource: 'aws:dynamodb',
    dynamodb: {
      Keys: { pk: { S: `obj#${objectId}` }, sk: { S: 'obj' } },
      OldImage: image(articleIds.before),
      NewImage: image(articleIds.after),
      SequenceNumber: '1',
      StreamViewType: 'NEW_AND_OLD_IMAGES',
    },
  };
}

export const UNDATED: Published = {
  utc: null,
  local: null,
  raw: null,
  zone: null,
  zoneBasis: 'unknown',
  precision: null,
  status: 'missing',
  estimate: null,
  contradicts: [],
};

/** A date as a page states it with its offset: `aDate('2023-10-16T07:59:00.000Z')`. */
export function aDate(utc: string, given: Partial<Published> = {}): Published {
  return {
    ...UNDATED,
    utc,
    local: utc,
    raw: utc,
    zone: 'UTC',
    zoneBasis: 'stated',
    precision: 'minute',
    status: 'stated',
    ...given,
  };
}

/** An article as a reader gives it, in English, undated, with one paragraph. */
export function anArticle(given: Partial<Article> = {}): Article {
  const body = given.body ?? [
    { text: 'The harbour of Westhaven opens again on Monday, the port office said.', role: 'p' },
  ];
  const text = body.map((part) => part.text).join('\n');
  return {
    headline: 'Westhaven harbour opens again',
    deck: null,
    byline: null,
    bylineRaw: null,
    authors: [],
    provider: null,
    creditLine: null,
    publisher: null,
    dateline: null,
    published: UNDATED,
    modified: null,
    url: null,
    canonicalUrl: null,
    language: 'en',
    languageConfidence: 1,
    section: null,
    keywords: [],
    genre: null,
    media: [],
    body,
    summary: null,
    wordCount: text.split(/\s/).filter((word) => word !== '').length,
    charCount: text.length,
    paragraphCount: body.length,
    rights: { holder: null, notice: null, terms: null, tdm: null },
    advisory: null,
    quality: [],
    evidence: {},
    ...given,
  };
}
