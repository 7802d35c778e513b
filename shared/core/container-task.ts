/**
 * Work on a container that is left to a message of its own. In: the change that is worked off, and which part of it. Out: the body of a
 * message for the same queue, and back. Promise: it has the shape of S3's notification, so whoever reads letters finds the key in it; a
 * portion is smaller than what it was cut from, so no message makes messages for ever.
 */
import { z } from 'zod';
import type { ObjectChange } from './change.ts';
import { PACKINGS } from './intake/unpacker.ts';
import { LIMITS } from './limits.ts';
import { encodeKey } from './s3-key.ts';

/** Some members of a container: by their place in it (of one that is read whole, and of a zip), or by the bytes in which they begin. */
const Portion = z.object({
  kind: z.literal('portion'),
  /** Of a container that is read by ranges or as a stream: which; null for one that is read whole. */
  format: z.enum(['warc', 'warc-gz', 'json-lines', 'tar', 'zip']).nullable(),
  /** How it is packed at once: then places are those in what it unpacks to. */
  packing: z.enum(PACKINGS).optional(),
  /** Of one that is read as a stream: members that count of those that begin there, so that few bytes do not unpack to millions of them. */
  most: z.int().min(1).max(LIMITS.containerMembers).optional(),
  from: z.int().min(0).max(LIMITS.longContainerBytes),
  /** The first one that is not meant. */
  until: z.int().min(1).max(LIMITS.longContainerBytes),
  /** Of the members that begin there, in order: how many are passed by. */
  skip: z.int().min(0).max(LIMITS.containerMembers).default(0),
  /** And how many of the others are meant at most; null: all. */
  take: z.int().min(1).max(LIMITS.containerMembers).nullable().default(null),
  /** Of the one member that is meant, a file of an archive that is a container itself: which of its members. */
  inside: z
    .object({
      skip: z.int().min(0).max(LIMITS.containerMembers),
      take: z.int().min(1).max(LIMITS.containerMembers).nullable(),
    })
    .optional(),
  /** One of the equal parts of the container, whose members are counted. */
  isWindow: z.boolean(),
  /** Of the bytes: what a look found is not what its message names. */
  versionId: z.string().nullable(),
});
export type Portion = z.infer<typeof Portion>;

/** Members of earlier contents, whose articles do not have them any more. */
const Sweep = z.object({
  kind: z.literal('sweep'),
  /** Sort key in the list of members behind which to go on; null: at its beginning. */
  after: z.string().max(200).nullable(),
});
export type Sweep = z.infer<typeof Sweep>;

export const ContainerTask = z
  .discriminatedUnion('kind', [Portion, Sweep])
  .refine((task) => task.kind === 'sweep' || task.from < task.until, 'a portion holds something');
export type ContainerTask = z.infer<typeof ContainerTask>;

const EVENT_NAMES = {
  written: 'ObjectCreated:Part',
  removed: 'ObjectRemoved:DeleteMarkerCreated',
  looked: 'ObjectRemoved:Delete',
} as const;

export function taskMessage(change: ObjectChange, task: ContainerTask): string {
  const { bucket, key, sequencer, at, kind } = change;
  const object = {
    ...{ key: encodeKey(key), sequencer, versionId: kind === 'looked' ? change.purged : change.versionId },
    ...(kind === 'written' && change.etag !== null ? { eTag: change.etag } : {}),
  };
  const s3 = { bucket: { name: bucket }, object };
  const record = { eventSource: 'wirefold:container', eventTime: at, eventName: EVENT_NAMES[kind], s3, wirefold: task };
  return JSON.stringify({ Records: [record] });
}
