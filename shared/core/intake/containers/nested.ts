/**
 * Containers inside of an archive: a feed, a table, a crawl or a smaller archive in a zip or tar. In: one file of the archive. Out: what it
 * holds, by its names in there. Promise: a function of the file's bytes alone; everything in it has a member, and so has what is too much; of what
 * lies deeper one container is held at a time, however often its members are opened.
 */
import type { RawDocument } from '../../document.ts';
import { LIMITS } from '../../limits.ts';
import { Rejection } from '../../rejection.ts';
import type { Mapping } from '../formats/mapping.ts';
import { type Member, type Members, unreadable } from './member.ts';
import { nameInside } from './names-inside.ts';
import { type Account, account } from './nest.ts';

/** Null for a single document. What cannot be read, or holds nothing, is one member that says so, by the name of the file. */
export function membersInside(file: Member, mapping: Mapping | null): readonly Member[] | null {
  return ofFile(
    file,
    oneAtATime((member) => openedAll(member, mapping, account())),
  );
}

type Opened = (file: Member) => Members | null;

function ofFile(file: Member, opened: Opened): readonly Member[] | null {
  try {
    const found = opened(file);
    if (found === null) return null;
    if (found.members.length === 0) return [unreadable(file.name, empty(found.format))];
    return bounded(file, found).map(({ name, hints, why }, at): Member => {
      const inside = nameInside(file.name, name);
      if (why !== undefined) return unreadable(inside, why);
      return { name: inside, hints, open: (own) => documentIn(file, opened(file)?.members[at], own ?? null) };
    });
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    return [unreadable(file.name, error)];
  }
}

/** The first one that is too many says so for all behind it. */
function bounded({ most = LIMITS.containerMembers }: Member, { members }: Members): readonly Member[] {
  const next = members[most];
  if (next === undefined) return members;
  const message = `This file of the archive holds more than ${most} members, which is more than articles of its size are: this one and those behind it in the file are not read. Upload the file alone.`;
  return [...members.slice(0, most), unreadable(next.name, new Rejection('container.too-many-members', message))];
}

/** With what lies deeper in place of the files that hold it. What is opened once more, to be read, has no more to spend than it had at first, so that it ends alike. */
function openedAll(file: Member, mapping: Mapping | null, own: Account): Members | null {
  const found = file.inside?.(mapping, own) ?? null;
  if (found === null) return null;
  const balances = new Map<Member, number>();
  const opened = oneAtATime((member) => {
    const balance = balances.get(member);
    if (balance !== undefined) return openedAll(member, mapping, account(balance));
    balances.set(member, own.left());
    return openedAll(member, mapping, own);
  });
  const members: Member[] = [];
  for (const member of found.members) {
    for (const one of ofFile(member, opened) ?? [member]) members.push(one);
    // One more than there may be is enough to see that there are too many.
    if (members.length > LIMITS.containerMembers) break;
  }
  return { format: found.format, members };
}

/** What is opened next takes the place of what was. */
function oneAtATime(open: Opened): Opened {
  let last: { readonly file: Member; readonly found: Members } | null = null;
  return (file) => {
    if (last?.file === file) return last.found;
    const found = open(file);
    if (found !== null) last = { file, found };
    return found;
  };
}

function documentIn({ name }: Member, inner: Member | undefined, mapping: Mapping | null): RawDocument {
  if (inner === undefined) throw new Error('The same bytes gave other members');
  const document = inner.open(mapping);
  const file = document.file === undefined ? name : nameInside(name, document.file);
  return { ...document, file };
}

function empty(format: string): Rejection {
  return new Rejection('document.empty', `This file of the archive is ${format} that holds no article.`);
}
