/**
 * A long tar, from its front: the files that are wanted, by place or by name. In: a stream. Out: members. Promise: it is walked from
 * header to header, so a tar inside of it is one file; no more is held than the files asked for.
 */

import type { Placed } from '../core/intake/containers/long-format.ts';
import { tooLong } from '../core/intake/containers/long-format.ts';
import { type Member, shortName, unreadable } from '../core/intake/containers/member.ts';
import { fileName } from '../core/intake/containers/names-inside.ts';
import { fileMember } from '../core/intake/containers/open-container.ts';
import {
  BLOCK,
  flawOf,
  headerName,
  holes,
  isFile,
  isHeader,
  isNaming,
  LONG_NAME,
  nameIn,
  padded,
  sizeOf,
  typeOf,
} from '../core/intake/containers/tar.ts';
import { LIMITS } from '../core/limits.ts';
import type { Front } from './front.ts';

export type Wanted = (file: { readonly start: number; readonly name: string }) => boolean;

/** Headers before `until`. `most`: members of a window of what it unpacks to, of which the files that hold several have their share. */
export async function tarMembers(
  front: Front,
  until: number,
  most: number,
  wanted: Wanted,
): Promise<readonly Placed[]> {
  const placed: Placed[] = [];
  const free = freeNames();
  for (let longName: string | null = null; front.at() < until; ) {
    const start = front.at();
    const header = await front.read(BLOCK);
    if (header.every((value) => value === 0)) break;
    if (header.length < BLOCK || !isHeader(header)) {
      const name = free(`@${start}`, start);
      if (wanted({ start, name })) placed.push({ start, member: unreadable(name, flawOf(header.length < BLOCK)) });
      break;
    }
    const [type, size] = [typeOf(header), sizeOf(header)];
    if (isNaming(type)) longName = nameIn(type, await dataOf(front, size, LONG_NAME)) ?? longName;
    else if (type !== 'g' && isFile(type, longName ?? headerName(header))) {
      const name = free(longName ?? headerName(header), start);
      longName = null;
      if (wanted({ start, name })) placed.push({ start, member: await memberOf({ name, type, size, most }, front) });
      else await front.pass(padded(size));
    } else {
      if (type !== 'g') longName = null;
      await front.pass(padded(size));
    }
  }
  return placed;
}

/** What is longer is passed by. */
async function dataOf(front: Front, size: number, most: number): Promise<Uint8Array> {
  const data = await front.read(Math.min(size, most));
  await front.pass(padded(size) - data.length);
  return data;
}

/** A file may have so many times as many members as files of its size stand in a window, since it may be packed itself; however small it is, as one of this share of the window. */
const TIMES_INSIDE = 20;
const LEAST_SHARE = 1 / 64;

interface FileFacts {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly most: number;
}

async function memberOf({ name, type, size, most }: FileFacts, front: Front): Promise<Member> {
  const why = size > LIMITS.objectBytes ? tooLong(LIMITS.objectBytes / 1024 / 1024) : holes(type);
  if (why !== null) {
    await front.pass(padded(size));
    return unreadable(name, why);
  }
  const data = await dataOf(front, size, size);
  if (data.length < size) return unreadable(name, flawOf(true));
  const share = Math.ceil(TIMES_INSIDE * most * (LEAST_SHARE + size / LIMITS.streamWindowBytes));
  return fileMember(name, () => data, { depth: 0, most: Math.min(LIMITS.containerMembers, share) });
}

/** A name that was there before is told apart by where it stands, which asks for no knowledge of what follows. */
function freeNames(): (name: string, start: number) => string {
  const taken = new Set<string>();
  return (name, start) => {
    const short = shortName(fileName(name));
    let free = short;
    while (taken.has(free)) free = shortName(`${free.slice(0, LIMITS.memberNameChars - 20)}~@${start}`);
    taken.add(free);
    return free;
  };
}
