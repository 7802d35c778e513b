/**
 * Body of a queue message in, changes out. Promise: anything at all may come in; out comes a list or a `Rejection`
 * `notification.malformed`. S3 sends at least once, in any order, and a test event when the wiring is made.
 */
import { z } from 'zod';
import { type ObjectChange, SEQUENCER_WIDTH } from './change.ts';
import { LIMITS } from './limits.ts';
import { Rejection } from './rejection.ts';
import { decodeKey } from './s3-key.ts';

const S3Entity = z.object({
  bucket: z.object({ name: z.string().min(1).max(255) }),
  object: z.object({
    key: z.string().min(1),
    sequencer: z.string().regex(new RegExp(`^[0-9A-Fa-f]{1,${SEQUENCER_WIDTH}}$`)),
    size: z.number().int().min(0).optional(),
    eTag: z.string().optional(),
    versionId: z.string().min(1).optional(),
  }),
});
const EventRecord = z.object({ eventName: z.string(), eventTime: z.iso.datetime(), s3: S3Entity });
/** The test event has no `Records`; an event that is ours to ignore may lack everything but its name. */
const Envelope = z.object({ Event: z.string().optional(), Records: z.array(z.unknown()).optional() });
const Named = z.object({ eventName: z.string() });

type EventRecord = z.infer<typeof EventRecord>;

export function parseNotification(body: string): readonly ObjectChange[] {
  if (body.length > LIMITS.notificationBytes) throw malformed('is larger than any that S3 sends');
  const envelope = Envelope.safeParse(readJson(body));
  if (!envelope.success) throw malformed('is not an S3 event');
  const { Event, Records } = envelope.data;
  if (Records === undefined) {
    if (Event === 's3:TestEvent') return [];
    throw malformed('holds no records');
  }
  if (Records.length > LIMITS.notificationRecords) throw malformed('holds more records than any that S3 sends');
  return Records.flatMap(readChange);
}

function readChange(input: unknown): readonly ObjectChange[] {
  const named = Named.safeParse(input);
  if (!named.success) throw malformed('holds a record without an event name');
  const kind = kindOf(named.data.eventName);
  if (kind === null) return [];
  const record = EventRecord.safeParse(input);
  if (!record.success) throw malformed('holds a record without bucket, key, time or sequencer');
  return toChange(kind, record.data);
}

/** Events that nobody asked for (tags, restores, access lists) change no bytes. */
function kindOf(eventName: string): ObjectChange['kind'] | null {
  const name = eventName.replace(/^s3:/, '');
  if (name.startsWith('ObjectCreated:')) return 'written';
  return name.startsWith('ObjectRemoved:') ? 'removed' : null;
}

function toChange(kind: ObjectChange['kind'], { eventName, eventTime, s3 }: EventRecord): readonly ObjectChange[] {
  const versionId = s3.object.versionId ?? null;
  // Deleting one version prunes history; what people see of the object is told by delete markers and new versions.
  if (kind === 'removed' && eventName.endsWith(':Delete') && versionId !== null) return [];
  const facts = {
    bucket: s3.bucket.name,
    key: decodeKey(s3.object.key),
    member: null,
    sequencer: s3.object.sequencer,
    versionId,
    at: new Date(eventTime).toISOString(),
  };
  if (kind === 'removed') return [{ kind, ...facts }];
  return [{ kind, ...facts, etag: s3.object.eTag ?? null, bytes: s3.object.size ?? null }];
}

function readJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new Rejection('notification.malformed', 'The message is not JSON.', { cause });
  }
}

function malformed(what: string): Rejection {
  return new Rejection('notification.malformed', `The message ${what}.`);
}
