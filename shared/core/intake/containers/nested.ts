/**
 * Containers inside of an archive: a feed, a table, a crawl or a smaller archive in a zip or tar. In: members of the archive. Out: the same, but
 * each that is a container gives its own members in its place, by their names in it. Promise: a function of the bytes; one such container is
 * held at a time, however often its members are opened; how many they are is bounded by the bytes of their files.
 */
import type { RawDocument } from '../../document.ts';
import { LIMITS } from '../../limits.ts';
import { Rejection } from '../../rejection.ts';
import type { Mapping } from '../formats/mapping.ts';
import type { Placed } from './long-format.ts';
import { type Inside, type Member, unreadable } from './member.ts';
import { isInside, nameInside } from './names-inside.ts';
import { account, type Spend } from './nest.ts';

/** Of the archive, or of a part of it. `only`: the one member that is wanted; files that do not hold it are not opened. */
export function unnested(
  placed: readonly Placed[],
  mapping: Mapping | null,
  only: string | null = null,
): readonly Placed[] {
  const meant = placed.filter(({ member: { name } }) => only === null || name === only || isInside(only, name));
  let [most, left]: [number, number] = [LIMITS.windowMembers, LIMITS.portionInflatedBytes];
  const opened = oneAtATime((member) => {
    const spend = account();
    const spendOfAll: Spend = (bytes) => {
      left -= bytes;
      spend(bytes);
    };
    return flat(member.inside?.(mapping, spendOfAll) ?? null, mapping, spendOfAll);
  });
  return meant.flatMap(({ member, start }): readonly Placed[] => {
    // What unpacks to far more than any part of an honest archive is not looked into any further: each file is read as the document that it may be.
    const inside = left < 0 ? null : membersOf(member, opened);
    if (inside === null) return [{ member, start }];
    most += Math.floor(inside.bytes / LIMITS.packedMemberBytes);
    const members = bounded(inside.members, most);
    most -= members.length;
    return members.map((one) => ({ member: one, start }));
  });
}

/** The first one that is too many says so for all behind it in its file. */
function bounded(members: readonly Member[], most: number): readonly Member[] {
  const next = members[most];
  if (next === undefined) return members;
  const message =
    'The files in this part of the archive hold too many records for their size: this one and those behind it in its file are not read. Upload the file alone.';
  return [...members.slice(0, most), unreadable(next.name, new Rejection('container.too-many-members', message))];
}

type Opened = (member: Member) => Inside | null;

/** What is opened next takes the place of what was. */
function oneAtATime(open: Opened): Opened {
  let last: { readonly member: Member; readonly inside: Inside } | null = null;
  return (member) => {
    if (last?.member === member) return last.inside;
    const inside = open(member);
    if (inside !== null) last = { member, inside };
    return inside;
  };
}

/** With the members of those that are containers in their places; one more than there may be is enough to see that there are too many. */
function flat(inside: Inside | null, mapping: Mapping | null, spend: Spend): Inside | null {
  if (inside === null) return null;
  let spending = spend;
  const opened = oneAtATime((member) => flat(member.inside?.(mapping, spending) ?? null, mapping, spending));
  const members: Member[] = [];
  for (const member of inside.members) {
    if (members.length > LIMITS.containerMembers) break;
    members.push(...(membersOf(member, opened)?.members ?? [member]));
  }
  // What is opened once more, to be read, was paid for.
  spending = () => undefined;
  return { bytes: inside.bytes, members };
}

/** Null for a single document. A container that cannot be read is a member that says so. */
function membersOf(member: Member, opened: Opened): Inside | null {
  try {
    const inside = opened(member);
    if (inside === null) return null;
    const members = inside.members.map(({ open: _, ...rest }, at): Member => {
      const open: Member['open'] = (mapping) => withinFile(member, opened(member)?.members[at], mapping ?? null);
      return { ...rest, name: nameInside(member.name, rest.name), open };
    });
    return { bytes: inside.bytes, members };
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    return { bytes: 0, members: [unreadable(member.name, error)] };
  }
}

function withinFile({ name }: Member, inner: Member | undefined, mapping: Mapping | null): RawDocument {
  if (inner === undefined) throw new Error('The same bytes gave other members');
  const document = inner.open(mapping);
  const file = document.file === undefined ? name : nameInside(name, document.file);
  return { ...document, file };
}
