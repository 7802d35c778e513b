/**
 * A container that is too long to be read whole, and cannot be read from the middle: a zip by its directory, a tar or anything that is
 * packed at once as a stream. In: its beginning. Out: how it is to be split; null when it is no such container. Promise: a function of the bytes; no
 * byte of it is written anywhere.
 */
import type { ObjectRef } from '../core/change.ts';
import type { Portion } from '../core/container-task.ts';
import { JSON_LINES } from '../core/intake/containers/json-lines.ts';
import { longFormat } from '../core/intake/containers/long-formats.ts';
import { isTar } from '../core/intake/containers/tar.ts';
import { PLAIN_WARC } from '../core/intake/containers/warc.ts';
import { unpack } from '../core/intake/inflate.ts';
import { type Packing, packingOf } from '../core/intake/unpacker.ts';
import { isZip, officeKind, zipKind } from '../core/intake/zip-kind.ts';
import { LIMITS } from '../core/limits.ts';
import { Rejection } from '../core/rejection.ts';
import { openStream } from './object-stream.ts';
import type { RawObjects, StoredObject } from './ports.ts';
import { runsOf, zipDirectory } from './read-zip.ts';
import { type PortionSizes, portionsOf, type Split } from './split.ts';

type Objects = Pick<RawObjects, 'slice'>;

/** `size`: of the whole object, of which `object` may be the beginning. Throws `Rejection` for a container that cannot be read at all. */
export async function splitLong(
  ref: ObjectRef,
  object: StoredObject,
  size: number,
  sizes: PortionSizes,
  objects: Objects,
): Promise<Split | null> {
  const isWhole = object.bytes.length >= size;
  const zip = isWhole ? null : zipKind(object.bytes);
  if (zip !== null && isZip(zip)) return splitZip(ref, object.versionId, objects);
  const stream = streamOf(object, ref.key, isWhole);
  return stream === null ? null : splitStream(ref, object.versionId, stream.packing, sizes, objects);
}

/** Null for what no stream helps with: of what is there as a whole, only what unpacks to more than is held in memory. */
function streamOf(
  { bytes, contentEncoding }: StoredObject,
  name: string,
  isWhole: boolean,
): { readonly packing: Packing | null } | null {
  const packing = packingOf(bytes, { contentEncoding, name });
  if (isWhole) return packing !== null && isTooMuch(bytes, { contentEncoding, name }) ? { packing } : null;
  return packing !== null || isTar(bytes) ? { packing } : null;
}

function isTooMuch(bytes: Uint8Array, hints: Parameters<typeof packingOf>[1]): boolean {
  try {
    unpack(bytes, hints, LIMITS.containerInflatedBytes);
    return false;
  } catch (error) {
    if (error instanceof Rejection) return error.code === 'document.inflates-too-large';
    throw error;
  }
}

const FORMATS = [
  {
    id: 'json-lines',
    name: JSON_LINES.name,
    begins: (head: Uint8Array) => longFormat(head, head.length) === JSON_LINES,
  },
  { id: 'warc', name: PLAIN_WARC.name, begins: (head: Uint8Array) => longFormat(head, head.length) === PLAIN_WARC },
  { id: 'tar', name: 'a tar archive', begins: isTar },
] as const;

async function splitStream(
  ref: ObjectRef,
  versionId: string | null,
  packing: Packing | null,
  { streamWindowBytes = LIMITS.streamWindowBytes }: PortionSizes,
  objects: Objects,
): Promise<Split | null> {
  const stream = await openStream(ref, versionId, packing, objects);
  if (stream === null) return null;
  const { front, close } = stream;
  try {
    const head = await front.read(LIMITS.windowBytes + LIMITS.overhangBytes);
    const why = front.cut();
    // Whoever reads it as a document would say that it is too long for one.
    if (head.length === 0 && why !== null) throw why;
    const found = FORMATS.find(({ begins }) => begins(head));
    if (found === undefined) return null;
    await front.pass(LIMITS.streamedBytes + 1 - head.length);
    const total = front.at();
    if (total > LIMITS.streamedBytes) throw tooMuch();
    const portions = portionsOf(total, streamWindowBytes, {
      ...{ format: found.id, isWindow: true, versionId: stream.object.versionId },
      ...(packing === null ? {} : { packing }),
      most: mostMembers(stream.object.size, Math.ceil(total / streamWindowBytes)),
    });
    const name = packing === null ? found.name : `${found.name}, packed`;
    return { facts: { format: name, found: null, windows: portions.length }, portions };
  } finally {
    await close();
  }
}

/** In each window. An article takes some hundred bytes when it is packed, and 500 when it is not. `size`: of the object. */
function mostMembers(size: number, windows: number): number {
  const inAll = Math.max(LIMITS.containerMembers, size / LIMITS.packedMemberBytes);
  const unpacked = (LIMITS.windowMembers * LIMITS.streamWindowBytes) / LIMITS.windowBytes;
  return Math.max(1, Math.floor(Math.min(unpacked, inAll / Math.max(1, windows))));
}

async function splitZip(ref: ObjectRef, versionId: string | null, objects: Objects): Promise<Split | null> {
  const directory = await zipDirectory(ref, versionId, objects);
  if (directory === null || officeKind(directory.entries.map(({ name }) => name)) !== null) return null;
  const rest = { kind: 'portion', format: 'zip', skip: 0, take: null, isWindow: false, versionId } as const;
  let from = 0;
  const portions = runsOf(directory.entries, LIMITS.zipPortionMembers).map((run): Portion => {
    from += run.length;
    return { ...rest, from: from - run.length, until: from };
  });
  return { facts: { format: 'a zip archive', found: directory.entries.length, windows: 0 }, portions };
}

function tooMuch(): Rejection {
  const gib = LIMITS.streamedBytes / 1024 ** 3;
  return new Rejection(
    'document.inflates-too-large',
    `The archive holds more than ${gib} GiB as one stream: upload it in parts, or as a zip, a WARC packed by record, or plain JSON Lines.`,
  );
}
