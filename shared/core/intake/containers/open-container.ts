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
import { refuseTooDeep, type Spend } from './nest.ts';
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
  spend: Spend = () => undefined,
): Members | null {
  const inside = unpacked(bytes, facts);
  spend(inside === null ? LIMITS.containerInflatedBytes : inside.bytes.length);
  const whole = inside === null ? null : membersIn(inside.bytes, facts, depth);
  if (inside === null || whole === null) return null;
  const found = inside.cut === null ? whole : withoutRest(whole, inside.bytes.length, inside.cut);
  if (found.members.length > LIMITS.containerMembers) {
    const message = `The container holds more than ${LIMITS.containerMembers} members: upload it in parts.`;
    throw new Rejection('container.too-many-members', message);
  }
  return { ...found, members: uniqueNames(found.members) };
}

/** Null for what cannot be unpacked: whoever reads it as a document says why. */
function unpacked(bytes: Uint8Array, facts: DocumentFacts): Unpacked | null {
  try {
    return unpack(bytes, facts, LIMITS.containerInflatedBytes);
  } catch (error) {
    if (error instanceof Rejection) return null;
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

function membersIn(inside: Uint8Array, facts: DocumentFacts, depth: number): Members | null {
  const most = LIMITS.containerMembers;
  if (isTar(inside)) {
    const files = tarFiles(inside, most);
    return { format: 'a tar archive', isArchive: true, members: files.map((file) => tarMember(file, depth)) };
  }
  const zip = zipKind(inside);
  if (zip !== null && isZip(zip)) {
    const files = zipFiles(inside, most);
    const members = files.map(({ name, bytes }) => fileMember(fileName(name), bytes, depth));
    return { format: 'a zip archive', isArchive: true, members };
  }
  if (longFormat(inside, inside.length) === JSON_LINES) {
    const { placed } = readWindow(JSON_LINES, { bytes: inside, base: 0, isEnd: true }, 0, inside.length, most);
    return { format: JSON_LINES.name, members: placed.map(({ member }) => member) };
  }
  if (isRecord(inside, 0)) return { format: 'a WARC crawl', members: pagesIn(inside, '@0') };
  const decoded = readable(inside, facts);
  return decoded === null ? null : textMembers(decoded, facts);
}

/** Null for what is no text: whoever reads it as a document says what it is. */
function readable(inside: Uint8Array, { contentType }: DocumentFacts): Decoded | null {
  try {
    refuseBinary(inside);
    return inside.length === 0 ? null : decodeText(inside, contentType);
  } catch (error) {
    if (error instanceof Rejection) return null;
    throw error;
  }
}

function tarMember({ name, bytes, flaw }: Packed, depth: number): Member {
  return flaw === null ? fileMember(fileName(name), () => bytes, depth) : unreadable(fileName(name), flaw);
}

/** A file is read as it would be alone. `depth`: of the archive. */
export function fileMember(name: string, bytes: () => Uint8Array, depth = 0): Member {
  if (isSystemFile(name)) return unreadable(name, systemFile());
  const facts = { contentType: null, contentEncoding: null, name };
  return {
    name,
    hints: {},
    open: (mapping = null) => {
      const file = bytes();
      if (isCompanion(name, file)) throw systemFile();
      return openDocument(file, { ...facts, mapping });
    },
    inside: (mapping, spend) => {
      // Before more is unpacked where it was too much already.
      spend(0);
      const file = bytes();
      const found = isCompanion(name, file) ? null : openContainer(file, { ...facts, mapping }, depth + 1, spend);
      if (found === null) return null;
      refuseTooDeep(depth + 1);
      return { bytes: file.length, members: found.members };
    },
  };
}
