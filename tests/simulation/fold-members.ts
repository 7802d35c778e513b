/** The right answer for containers: which members count, the list of them, and the counts. In: facts. Out: items. */
import { shortHash } from '../../shared/core/short-hash.ts';
import type { Fact } from './fold.ts';
import { Contents, Held, isRecord } from './fold-reading.ts';

type Plain = Record<string, unknown>;
type Objects = ReadonlyMap<string, readonly Fact[]>;

/** A member of contents that were replaced or removed. */
export function isLeft(facts: readonly Fact[], objects: Objects): boolean {
  const newest = facts.at(-1);
  if (newest === undefined || newest.change.member === null) return false;
  const container = objects.get(shortHash(`${newest.change.key}\0`))?.at(-1);
  return !(container?.reading instanceof Contents) || container.sequencer !== newest.sequencer;
}

export function memberItems(objects: Objects): readonly Plain[] {
  const present = [...objects].flatMap(([id, facts]) => {
    const newest = facts.at(-1);
    return newest === undefined || newest.change.member === null || isLeft(facts, objects)
      ? []
      : [{ id, fact: newest }];
  });
  const entries = present.map(({ id, fact }) => entryOf(id, fact));
  const shards = [...Map.groupBy(entries, ({ pk, sk }) => `${pk} ${sk.slice(2, 4)}`).values()];
  return [...entries, ...shards.flatMap(tallyOf), ...windowItems(objects)];
}

function entryOf(memberId: string, { change, reading, sequencer }: Fact) {
  const state = reading instanceof Held ? 'taken-down' : isRecord(reading) ? 'stored' : 'rejected';
  return {
    pk: `members#${shortHash(`${change.key}\0`)}`,
    sk: `m#${memberId.slice(-2)}#${memberId}`,
    ...{ memberId, member: change.member, state, sequencer },
    code: state === 'rejected' && reading !== null && 'code' in reading ? reading.code : null,
    articleId: reading instanceof Held ? reading.articleId : isRecord(reading) ? reading.id : null,
  };
}

function tallyOf(entries: readonly ReturnType<typeof entryOf>[]): readonly Plain[] {
  const [first] = entries;
  if (first === undefined) return [];
  const states: Record<string, number> = {};
  for (const { state } of entries) states[state] = (states[state] ?? 0) + 1;
  return [{ pk: first.pk, sk: `n#${first.sk.slice(2, 4)}`, counts: { [first.sequencer]: states } }];
}

/** How many members are in each part of a crawl, and in each file that holds several beside the one as which it was counted. */
function windowItems(objects: Objects): readonly Plain[] {
  return [...objects].flatMap(([id, facts]) => {
    const newest = facts.at(-1);
    if (!(newest?.reading instanceof Contents)) return [];
    const { reading, sequencer } = newest;
    return reading.counts.map(({ kind, from, found }) => ({
      pk: `obj#${id}`,
      sk: `${kind}#${sequencer}#${String(from).padStart(10, '0')}`,
      found,
    }));
  });
}
