/**
 * The articles of a story in the order of the table. In: the story, where to go on. Out: its members, each with its place. Promise: reads
 * no more than is asked for, however many carry it; what comes or goes meanwhile neither repeats nor hides what stays.
 */
import { CursorError } from '../core/change-log.ts';
import { entryKey, MEMBER_PREFIX, memberKey, storyPk, TEXT_PREFIX, textPk } from '../core/keys.ts';
import { Member } from '../core/member.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import { Entry, isDisputed } from '../core/story.ts';
import type { Carrier } from '../core/tally.ts';
import { compareText } from '../core/url.ts';
import type { Table } from './ports.ts';
import type { StoryMember } from './query-story.ts';

export interface Walked {
  /** Null for a text that nobody carries any more. */
  readonly member: StoryMember | null;
  readonly place: string;
}

type Reads = Pick<Table, 'get' | 'query'>;

const MARK = '~';

/** Whether a place is one of a walk: others begin with a date. */
export function isWalked(place: string): boolean {
  return place.startsWith(MARK);
}

export async function* walkStory(storyId: string, place: string | null, table: Reads): AsyncGenerator<Walked> {
  const [textId = null, articleId = null] = place === null ? [] : place.slice(MARK.length).split(' ');
  if (textId !== null && articleId !== null) yield* restOf(storyId, textId, articleId, table);
  const limit = STORE_LIMITS.listItems;
  for (let after = textId === null ? null : entryKey(storyId, textId).sk; ; ) {
    const items = await table.query({ pk: storyPk(storyId), prefix: TEXT_PREFIX, after, newestFirst: false, limit });
    for (const entry of items.map((item) => Entry.parse(item))) yield* membersOf(entry, null, table);
    if (items.length < limit) return;
    after = items.at(-1)?.sk ?? after;
  }
}

/** The text in which the last page ended goes on behind that article. */
async function* restOf(storyId: string, textId: string, articleId: string, table: Reads): AsyncGenerator<Walked> {
  const item = await table.get(entryKey(storyId, textId));
  if (item === null) throw new CursorError('The cursor is not one that this list gave.');
  yield* membersOf(Entry.parse(item), memberKey(textId, articleId).sk, table);
}

async function* membersOf(
  { textId, present, tally }: Entry,
  after: string | null,
  table: Reads,
): AsyncGenerator<Walked> {
  if (present) {
    // The few carriers of most texts stand in the entry itself.
    const carriers =
      tally.copies === tally.shown.length ? few(textId, tally.shown, after) : carriersOf(textId, after, table);
    for await (const carrier of carriers) {
      const member = { ...carrier, disputed: isDisputed(carrier.moment, tally.first) };
      yield { member, place: `${MARK}${textId} ${carrier.articleId}` };
    }
  }
  yield { member: null, place: `${MARK}${textId}` };
}

function few(textId: string, carriers: readonly Carrier[], after: string | null): readonly Carrier[] {
  const placed = carriers.map((carrier) => ({ carrier, sk: memberKey(textId, carrier.articleId).sk }));
  const rest = placed.filter(({ sk }) => after === null || sk > after).sort((a, b) => compareText(a.sk, b.sk));
  return rest.map(({ carrier }) => carrier);
}

async function* carriersOf(textId: string, from: string | null, table: Reads): AsyncGenerator<Carrier> {
  const limit = STORE_LIMITS.listItems;
  for (let after = from; ; ) {
    const items = await table.query({ pk: textPk(textId), prefix: MEMBER_PREFIX, after, newestFirst: false, limit });
    for (const { carrier } of items.map((item) => Member.parse(item))) if (carrier !== null) yield carrier;
    if (items.length < limit) return;
    after = items.at(-1)?.sk ?? after;
  }
}
