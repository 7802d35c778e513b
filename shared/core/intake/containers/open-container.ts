/**
 * One object's bytes in, the members that it holds out; null when it is a single document. For containers that are read whole. Promise:
 * found in the bytes, never by the name; members are not opened yet.
 */
import { LIMITS } from '../../limits.ts';
import { Rejection } from '../../rejection.ts';
import { refuseBinary } from '../binary.ts';
import { type Decoded, decodeText } from '../charset.ts';
import { type Unpacked, unpack } from '../inflate.ts';
import { type DocumentFacts, openDocument } from '../open.ts';
import { isZip, zipKind } from '../zip-kind.ts';
import { JSON_LINES } from './json-lines.ts';
import { readWindow } from './long-format.ts';
import { longFormat } from './long-formats.ts';
import { type Member, type Members, uniqueNames, unreadable } from './member.ts';
import { fileName } from './names-inside.ts';
import { type Account, NO_ACCOUNT, refuseTooDeep } from './nest.ts';
import { partsCost } from './parts-cost.ts';
import { isCompanion, isSystemFile, systemFile } from './system-file.ts';
import { isTar, type Packed, tarFiles } from './tar.ts';
import { textMembers } from './text-members.ts';
import { pagesIn } from './warc.ts';
import { isRecord } from './warc-record.ts';
import { zipFiles } from './zip-files.ts';

/** `depth`: archives around it. Throws `Rejection` for a container that cannot be read at all. */
export function openContainer(
  bytes: Uint8Array,
  facts: DocumentFacts,
  depth = 0,
  own: Account = NO_ACCOUNT,
): Members | null {
  const inside = unpacked(bytes, facts, own);
  const whole = inside === null ? null : membersIn(inside.bytes, bytes.length, facts, depth);
  if (inside === null || whole === null) return null;
  const found = inside.cut === null ? whole : withoutRest(whole, inside.bytes.length, inside.cut);
  // Inside of an archive the first one that is too many says so.
  if (found.members.length > LIMITS.containerMembers && depth === 0) {
    const message = `The container holds more than ${LIMITS.containerMembers} members: upload it in parts.`;
    throw new Rejection('container.too-many-members', message);
  }
  return { ...found, members: uniqueNames(found.members) };
}

/** Null for what cannot be unpacked: whoever reads it as a document says why. */
function unpacked(bytes: Uint8Array, facts: DocumentFacts, { spend }: Account): Unpacked | null {
  const read = unpackedOrWhy(bytes, facts);
  if (!(read instanceof Rejection)) {
    spend(read.bytes === bytes ? bytes.length : Math.max(read.bytes.length, bytes.length) + partsCost(bytes));
    return read;
  }
  const isTooMuch = read.code === 'document.inflates-too-large';
  const most = isTooMuch ? LIMITS.containerInflatedBytes : LIMITS.damagedBytes;
  spend(Math.max(most, bytes.length) + partsCost(bytes));
  return null;
}

function unpackedOrWhy(bytes: Uint8Array, facts: DocumentFacts): Unpacked | Rejection {
  try {
    return unpack(bytes, facts, LIMITS.containerInflatedBytes);
  } catch (error) {
    if (error instanceof Rejection) return error;
    throw error;
  }
}

/** What is not there any more is named as one member, unless the last one that is says so already. */
function withoutRest(whole: Members, length: number, cut: Rejection): Members {
  const { members } = whole;
  if (members.at(-1)?.why?.code === cut.code) return whole;
  const message = `${cut.message} What stands before this place is kept.`;
  return { ...whole, members: [...members, unreadable(`@${length}`, new Rejection(cut.code, message))] };
}

/** `size`: of the container as it lies there, packed. */
function membersIn(inside: Uint8Array, size: number, facts: DocumentFacts, depth: number): Members | null {
  const most = LIMITS.containerMembers;
  if (isTar(inside)) {
    const files = tarFiles(inside, most);
    const packed = (file: Packed) => (file.bytes.length / inside.length) * size;
    const members = files.map((file) => tarMember(file, { depth, most: mostInside(packed(file), files.length) }));
    return { format: 'a tar archive', members };
  }
  const zip = zipKind(inside);
  if (zip !== null && isZip(zip)) {
    const files = zipFiles(inside, most);
    const real = realShare(files, inside.length);
    const members = files.map(({ name, bytes, size: own }) =>
      fileMember(fileName(name), bytes, { depth, most: mostInside(own * real, files.length) }),
    );
    return { format: 'a zip archive', members };
  }
  if (longFormat(inside, inside.length) === JSON_LINES) {
    const { placed } = readWindow(
      JSON_LINES,
      { bytes: inside, base: 0, isEnd: true, mapping: facts.mapping ?? null },
      0,
      inside.length,
      most,
    );
    return { format: JSON_LINES.name, members: placed.map(({ member }) => member) };
  }
  if (isRecord(inside, 0)) return { format: 'a WARC crawl', members: pagesIn(inside, '@0') };
  const decoded = readable(inside, facts);
  return decoded === null ? null : textMembers(decoded, facts);
}

/** Null for what is no text: whoever reads it as a document says what it is. */
function readable(inside: Uint8Array, { contentType }: DocumentFacts): Decoded | null {
  try {
    refuseBinary(inside, contentType);
    return inside.length === 0 ? null : decodeText(inside, contentType);
  } catch (error) {
    if (error instanceof Rejection) return null;
    throw error;
  }
}

function tarMember({ name, bytes, flaw }: Packed, nest: Nest): Member {
  return flaw === null ? fileMember(fileName(name), () => bytes, nest) : unreadable(fileName(name), flaw);
}

/** `depth`: archives around the one that it lies in. `most`: members that it may have, if it is a container itself. */
interface Nest {
  readonly depth: number;
  readonly most: number;
}

/** A file is read as it would be alone. */
export function fileMember(name: string, bytes: () => Uint8Array, { depth, most }: Nest): Member {
  if (isSystemFile(name)) return unreadable(name, systemFile());
  const facts = { contentType: null, contentEncoding: null, name };
  return {
    name,
    hints: {},
    most,
    open: (mapping = null) => {
      const file = bytes();
      if (isCompanion(name, file)) throw systemFile();
      return openDocument(file, { ...facts, mapping });
    },
    inside: (mapping, own) => {
      // Before more is unpacked where it was too much already.
      own.spend(0);
      const file = bytes();
      const found = isCompanion(name, file) ? null : openContainer(file, { ...facts, mapping }, depth + 1, own);
      if (found !== null) refuseTooDeep(depth + 1);
      return found;
    },
  };
}

/**
 * Members of a file in an archive: an article takes some hundred bytes when it is packed; a small archive may hold more, in each of its files a share.
 * All files of an archive together have no more than a container of its size. `size`: of the file as it lies there.
 */
export function mostInside(size: number, files: number): number {
  const share = LIMITS.containerMembers / Math.max(1, files);
  return Math.min(LIMITS.containerMembers, Math.ceil(share + size / LIMITS.nestedMemberBytes));
}

/** Files of a zip may be said to lie in the same bytes: what of their sizes is true, so that they have no more together than the archive. */
export function realShare(files: readonly { readonly size: number }[], archiveBytes: number): number {
  const sum = files.reduce((total, { size }) => total + size, 0);
  return sum <= archiveBytes ? 1 : archiveBytes / sum;
}
