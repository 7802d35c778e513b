/** What a container holds: documents by name. In: bytes. Out: members, each opened when its turn comes. Promise: the same bytes give the same names. */
import type { Hints, RawDocument } from '../../document.ts';
import { LIMITS } from '../../limits.ts';
import type { Rejection } from '../../rejection.ts';
import type { Mapping } from '../formats/mapping.ts';
import type { Account } from './nest.ts';

export interface Member {
  /** One member has it, for good: a later extractor gives the same. */
  readonly name: string;
  /** `mapping`: what came with the container, for its records in JSON. Throws `Rejection` for a member that cannot be read. */
  readonly open: (mapping?: Mapping | null) => RawDocument;
  /** What the container says of it. */
  readonly hints: Partial<Hints>;
  /** Why it cannot be read, where that is known beforehand. */
  readonly why?: Rejection;
  /** Of a file in an archive: what it holds; null for a single document. Throws `Rejection` for a container that cannot be read. */
  readonly inside?: (mapping: Mapping | null, own: Account) => Members | null;
  /** And how many members that may be, by its bytes in the archive. */
  readonly most?: number;
}

export interface Members {
  /** As a person calls the container. */
  readonly format: string;
  readonly members: readonly Member[];
}

/** Of what cannot be read there is a member too, so that it is accounted for. */
export function unreadable(name: string, why: Rejection): Member {
  return {
    name,
    hints: {},
    why,
    open: () => {
      throw why;
    },
  };
}

/** `a`, `a`, `b` //=> `a`, `a~2`, `b`. A name that somebody else already has is passed by. */
export function uniqueNames(members: readonly Member[]): readonly Member[] {
  const given = new Set(members.map(({ name }) => shortName(name)));
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return members.map((member) => {
    const name = shortName(member.name);
    const free = taken.has(name) ? nextFree(name, given, taken, counts) : name;
    taken.add(free);
    return { ...member, name: free };
  });
}

function nextFree(
  name: string,
  given: ReadonlySet<string>,
  taken: ReadonlySet<string>,
  counts: Map<string, number>,
): string {
  let count = counts.get(name) ?? 1;
  let candidate = name;
  do {
    count += 1;
    candidate = `${name}~${count}`;
  } while (given.has(candidate) || taken.has(candidate));
  counts.set(name, count);
  return candidate;
}

export function shortName(name: string): string {
  const text = name.toWellFormed().slice(0, LIMITS.memberNameChars).toWellFormed();
  return text === '' ? 'unnamed' : text;
}
