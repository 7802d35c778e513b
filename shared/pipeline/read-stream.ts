/**
 * A portion of what is read as a stream in, its members out, each with its place in what the object unpacks to. Promise: the same members,
 * however it was packed; where the stream breaks off, the last portion has a member that says so.
 */
import type { ObjectRef } from '../core/change.ts';
import type { Portion } from '../core/container-task.ts';
import { bounded, type LongFormat, type Placed, readWindow, tooLong } from '../core/intake/containers/long-format.ts';
import { unreadable } from '../core/intake/containers/member.ts';
import { type Mapping, mappingOrNone } from '../core/intake/formats/mapping.ts';
import { LIMITS } from '../core/limits.ts';
import { Rejection } from '../core/rejection.ts';
import type { Front } from './front.ts';
import { openStream } from './object-stream.ts';
import type { ObjectSlice, RawObjects } from './ports.ts';
import { tarMembers } from './read-tar.ts';

export interface StreamRead {
  readonly object: ObjectSlice;
  readonly placed: readonly Placed[];
}

type Objects = Pick<RawObjects, 'slice'>;

/** `format`: null for a tar. Null when the bytes are gone. */
export async function readStream(
  ref: ObjectRef,
  portion: Portion,
  format: LongFormat | null,
  objects: Objects,
): Promise<StreamRead | null> {
  const { from, until, versionId, packing = null, most = LIMITS.windowMembers } = portion;
  const stream = await openStream(ref, versionId, packing, objects);
  if (stream === null) return null;
  const { object, front, close } = stream;
  try {
    const placed =
      format === null
        ? await tarMembers(front, until, most, ({ start }) => start >= from)
        : await windowMembers(front, from, until, format, mappingOrNone(object.metadata));
    return {
      object,
      placed: bounded([...placed, ...(await brokenOff(front, until, placed))], most, LIMITS.streamWindowBytes),
    };
  } finally {
    await close();
  }
}

async function windowMembers(
  front: Front,
  from: number,
  until: number,
  format: LongFormat,
  mapping: Mapping | null,
): Promise<readonly Placed[]> {
  const base = Math.max(0, from - format.before);
  await front.pass(base);
  const bytes = await front.read(until + LIMITS.overhangBytes - base);
  const isEnd = base + bytes.length < until + LIMITS.overhangBytes;
  const { placed, cutAt } = readWindow(format, { bytes, base, isEnd, mapping }, from, until);
  return cutAt === null ? placed : [...placed, ...(await restOf(front, { bytes, base, mapping }, cutAt, format))];
}

/** A record that is longer than what was read with its window. */
async function restOf(
  front: Front,
  { bytes, base, mapping }: { readonly bytes: Uint8Array; readonly base: number; readonly mapping: Mapping | null },
  start: number,
  format: LongFormat,
): Promise<readonly Placed[]> {
  const from = Math.max(base, start - format.before);
  const begun = bytes.subarray(from - base);
  const more = await front.read(LIMITS.objectBytes - begun.length);
  const isEnd = begun.length + more.length < LIMITS.objectBytes;
  const whole = { bytes: Buffer.concat([begun, more]), base: from, isEnd, mapping };
  const { placed, cutAt } = readWindow(format, whole, start, start + 1);
  if (cutAt === null) return placed;
  return [{ start, member: unreadable(`@${start}`, tooLong(LIMITS.objectBytes / 1024 / 1024)) }];
}

/** Of the portion in which the stream ends before its end, unless its last member says so already. */
async function brokenOff(front: Front, until: number, placed: readonly Placed[]): Promise<readonly Placed[]> {
  // The end of the stream shows only to who reads beyond it.
  await front.pass(Math.max(1, until + 1 - front.at()));
  const cut = front.cut();
  if (cut === null || front.at() > until || placed.at(-1)?.member.why?.code === cut.code) return [];
  const at = front.at();
  const why = new Rejection(cut.code, `${cut.message} What stands before this place is kept.`);
  return [{ start: at, member: unreadable(`@${at}`, why) }];
}
