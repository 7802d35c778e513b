/**
 * Body of a queue message in, changes out. Promise: anything at all may come in; out come its changes, or a `Rejection`
 * `notification.malformed`, and no bad record harms a good one. S3 sends at least once, in any order, and a test event when the wiring is made.
 */
import { z } from 'zod';
import { type ObjectChange, SEQUENCER_WIDTH } from './change.ts';
import { ContainerTask } from './container-task.ts';
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
    versionId: z.string().min(1).nullish(),
  }),
});
const EventRecord = z.object({
  eventName: z.string(),
  eventTime: z.iso.datetime(),
  s3: S3Entity,
  /** Ours: which part of the change is meant. */
  wirefold: ContainerTask.optional(),
});
/** The test event has no `Records`; an event that is ours to ignore may lack everything but its name. */
const Envelope = z.object({ Event: z.string().optional(), Records: z.array(z.unknown()).optional() });
const Named = z.object({ eventName: z.string() });

type EventRecord = z.infer<typeof EventRecord>;

/** A part of the work on a change of a container. */
export interface Task {
  readonly change: ObjectChange;
  readonly task: ContainerTask;
}

export interface Notification {
  readonly changes: readonly ObjectChange[];
  readonly tasks: readonly Task[];
  /** Records that nobody can read; those beside them are good all the same. */
  readonly malformed: readonly Rejection[];
}

/** Throws a `Rejection` for a body that is no notification at all. */
export function parseNotification(body: string): Notification {
  if (body.length > LIMITS.notificationBytes) throw malformed('is larger than any that S3 sends');
  const envelope = Envelope.safeParse(readJson(body));
  if (!envelope.success) throw malformed('is not an S3 event');
  const { Event, Records } = envelope.data;
  if (Records === undefined) {
    if (Event === 's3:TestEvent') return { changes: [], tasks: [], malformed: [] };
    throw malformed('holds no records');
  }
  if (Records.length > LIMITS.notificationRecords) throw malformed('holds more records than any that S3 sends');
  const read = Records.map(readRecord).filter((one) => one !== null);
  const good = read.flatMap((one) => (one instanceof Rejection ? [] : [one]));
  return {
    changes: good.flatMap(({ change, task }) => (task === null ? [change] : [])),
    tasks: good.flatMap(({ change, task }) => (task === null ? [] : [{ change, task }])),
    malformed: read.filter((one) => one instanceof Rejection),
  };
}

interface Read {
  readonly change: ObjectChange;
  /** Null: all of it. */
  readonly task: ContainerTask | null;
}

/** Null for an event that nobody asked for. */
function readRecord(input: unknown): Read | Rejection | null {
  const named = Named.safeParse(input);
  if (!named.success) return malformed('holds a record without an event name');
  const family = familyOf(named.data.eventName);
  if (family === null) return null;
  const record = EventRecord.safeParse(input);
  if (!record.success) return malformed('holds a record without bucket, key, time or sequencer');
  try {
    return { change: toChange(family, record.data), task: record.data.wirefold ?? null };
  } catch (error) {
    if (error instanceof Rejection) return error;
    throw error;
  }
}

/** Events that nobody asked for (tags, restores, access lists) change no bytes. */
function familyOf(eventName: string): 'written' | 'removed' | null {
  const name = eventName.replace(/^s3:/, '');
  if (name.startsWith('ObjectCreated:')) return 'written';
  return name.startsWith('ObjectRemoved:') ? 'removed' : null;
}

function toChange(family: 'written' | 'removed', { eventName, eventTime, s3 }: EventRecord): ObjectChange {
  const versionId = s3.object.versionId ?? null;
  const facts = {
    bucket: s3.bucket.name,
    key: decodeKey(s3.object.key),
    member: null,
    sequencer: s3.object.sequencer,
    versionId,
    at: new Date(eventTime).toISOString(),
  };
  if (family === 'written') {
    return { kind: 'written', ...facts, etag: s3.object.eTag ?? null, bytes: s3.object.size ?? null };
  }
  // Without a version the object itself is gone: the bucket has no versions. With one, who knows what is current now.
  const isPurge = eventName.endsWith(':Delete') && versionId !== null;
  return isPurge ? { kind: 'looked', ...facts, versionId: null, purged: versionId } : { kind: 'removed', ...facts };
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
