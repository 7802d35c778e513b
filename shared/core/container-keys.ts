/** Names in the table of containers and their members, and how people write them. Promise: as in keys.ts. */
import type { ObjectRef } from './change.ts';
import type { Key } from './item.ts';
import { objectKey } from './keys.ts';

/** `incoming/a.zip#news/b.html`: as people write a member of a container. */
export function objectName({ key, member }: Pick<ObjectRef, 'key' | 'member'>): string {
  return member === null ? key : `${key}#${member}`;
}

/** More marks than these in a name are no use to anybody. */
const NAME_MARKS = 20;

/** What a name may mean, likeliest first: a key that holds the mark itself, or a member of a container. */
export function refsNamed(name: string): readonly Pick<ObjectRef, 'key' | 'member'>[] {
  const refs: Pick<ObjectRef, 'key' | 'member'>[] = [{ key: name, member: null }];
  for (let at = name.indexOf('#'); at >= 0 && refs.length <= NAME_MARKS; at = name.indexOf('#', at + 1))
    refs.push({ key: name.slice(0, at), member: name.slice(at + 1) });
  return refs;
}

/** Members of a container, counted in shards: by the last two characters of their ids, which are as good as random. */
export const ENTRY_PREFIX = 'm#';
export const TALLY_PREFIX = 'n#';
/** In the container's partition of rows: how many members begin in a window of its bytes. */
export const FOUND_PREFIX = 'found#';

export function membersPk(containerId: string): string {
  return `members#${containerId}`;
}

export function memberShard(memberId: string): string {
  return memberId.slice(-2);
}

export function memberEntryKey(containerId: string, memberId: string): Key {
  return { pk: membersPk(containerId), sk: `${ENTRY_PREFIX}${memberShard(memberId)}#${memberId}` };
}

export function memberTallyKey(containerId: string, shard: string): Key {
  return { pk: membersPk(containerId), sk: `${TALLY_PREFIX}${shard}` };
}

/** In the container's partition of rows too: how many members a file of an archive has beside the one that it was counted as. */
export const INSIDE_PREFIX = 'inside#';

/** `start`: place of the file in the archive. */
export function insideKey(containerId: string, sequencer: string, start: number): Key {
  return { ...objectKey(containerId), sk: `${INSIDE_PREFIX}${sequencer}#${String(start).padStart(10, '0')}` };
}

/** `sequencer`: padded, of the change of the container; `from`: where the window begins. */
export function foundKey(containerId: string, sequencer: string, from: number): Key {
  return { ...objectKey(containerId), sk: `${FOUND_PREFIX}${sequencer}#${String(from).padStart(10, '0')}` };
}
