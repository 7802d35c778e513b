/**
 * A container and its members, by their rows. In: rows. Out: whether a member counts, and how many of which state there are. Promise: a
 * member counts as long as its row is of the same change as its container's.
 */
import { z } from 'zod';
import { historyOf, sequencerOf } from './history.ts';
import type { Attributes, Item } from './item.ts';
import { objectIdOf } from './keys.ts';
import { ObjectRow } from './object-row.ts';

/** A member in the list of its container: what its row says. */
export const MemberEntry = z.object({
  memberId: z.string(),
  member: z.string(),
  state: z.string(),
  /** Of a rejection. */
  code: z.string().nullable(),
  articleId: z.string().nullable(),
  /** Padded: of the change of the container by which it was read. */
  sequencer: z.string(),
});
export type MemberEntry = z.infer<typeof MemberEntry>;

/** Members of one shard of the list, by the change of the container, then by state. */
export const MemberTally = z.object({ counts: z.record(z.string(), z.record(z.string(), z.number())) });
export type MemberTally = z.infer<typeof MemberTally>;

/** All that is asked of a row where most are no members. */
const Named = z.object({ key: z.string(), member: z.string().nullable() });

/** Id of the container's row; null for an object of its own. */
export function containerOf(row: Item): string | null {
  const { key, member } = Named.parse(row);
  return member === null ? null : objectIdOf({ key, member: null });
}

export function entryOf(row: Item): Attributes {
  const object = ObjectRow.parse(row);
  const { objectId: memberId, member, state, revision } = object;
  const named = object.state === 'stored' || object.state === 'taken-down' ? object.articleId : null;
  const code = object.state === 'rejected' ? object.code : null;
  return { memberId, member: member ?? '', state, code, articleId: named, sequencer: sequencerOf(revision) };
}

export function memberTally(entries: readonly MemberEntry[]): Attributes {
  const counts: Record<string, Record<string, number>> = {};
  for (const { sequencer, state } of entries) {
    const own = counts[sequencer] ?? {};
    counts[sequencer] = { ...own, [state]: (own[state] ?? 0) + 1 };
  }
  return { counts };
}

/** The container's row is of another change: its contents were replaced or removed. */
export function isLeft(member: Item, container: Item | null): boolean {
  const [own, now] = [member['revision'], container?.['revision']];
  if (typeof own !== 'string') return true;
  return container?.['state'] !== 'container' || typeof now !== 'string' || sequencerOf(own) !== sequencerOf(now);
}

/** The row of a member that its container has left: that of an object that was removed, with all that it has published. */
export function leftRow(member: Item): Item {
  return { ...member, state: 'removed' };
}

/**
 * There may be members of earlier contents: the row remembers another change as a container, or a version that was deleted for good, which
 * may have been one.
 */
export function leavesMembers(row: Item | null): boolean {
  const revision = row?.['revision'];
  if (row === null || typeof revision !== 'string') return false;
  const now = sequencerOf(revision);
  return historyOf(row).some(
    ({ state, revision: then }) => state === 'looked' || (state === 'container' && sequencerOf(then) !== now),
  );
}
