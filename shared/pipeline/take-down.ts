/**
 * Decisions in, nothing left of what they mean out. Promise: tombstones are written before anything is removed, so that whatever
 * comes meanwhile is held back; a crash anywhere is repaired by doing it all again, and in whatever order take-downs and uploads
 * come, the end is the same.
 */
import { Contribution } from '../core/contribution.ts';
import { articlePk, CONTRIBUTION_PREFIX, MEMBER_PREFIX, textPk } from '../core/keys.ts';
import { Member } from '../core/member.ts';
import { takeDownKey, tombstoneKey } from '../core/operating-keys.ts';
import { type Tombstone, tombstoneAttributes } from '../core/tombstone.ts';
import type { Table } from './ports.ts';
import { type Purged, type PurgePorts, purgeObject, purgePlaced } from './purge-object.ts';
import { readPartition } from './read-partition.ts';

/** Who is meant, by names alone. */
export interface Decision {
  readonly articleId: string;
  /** ISO 8601 instant. */
  readonly at: string;
  readonly reason: string;
  readonly texts: readonly DecidedText[];
}

export interface DecidedText {
  readonly textId: string;
  /** Articles for whose sake the text is down, this one among them. */
  readonly articles: readonly string[];
  /** Articles that carry it and are left alone. */
  readonly spares: readonly string[];
}

export interface Taken {
  readonly objects: readonly TakenObject[];
  /** Names of long records that no row knew of. */
  readonly bodies: readonly string[];
}

export interface TakenObject extends Purged {
  readonly objectId: string;
}

export async function takeDown(decisions: readonly Decision[], ports: PurgePorts): Promise<Taken> {
  for (const decision of decisions) await decide(decision, ports.table);
  const objects: TakenObject[] = [];
  for (const [objectId, wholeOf] of await objectsOf(decisions, ports.table))
    objects.push({ objectId, ...(await purgeObject(objectId, wholeOf, ports)) });
  // What a worker placed that died before it wrote the row is in no row.
  const bodies: string[] = [];
  for (const decision of decisions) bodies.push(...(await purgePlaced(decision, ports)));
  return { objects, bodies };
}

async function decide({ articleId, at, reason, texts }: Decision, table: Table): Promise<void> {
  const common = { at, reason, lifted: null, revision: at };
  const textIds = texts.map(({ textId }) => textId);
  const stones: readonly Tombstone[] = [
    { ...common, name: articleId, kind: 'article', texts: textIds, articles: [], spares: [] },
    ...texts.map(({ textId, articles, spares }) => ({
      ...{ ...common, name: textId, kind: 'text' as const, texts: [] },
      ...{ articles: [...articles], spares: [...spares] },
    })),
  ];
  for (const stone of stones) await putTombstone(stone, table);
  await table.put({ ...takeDownKey(at, articleId), articleId, at }, null);
}

export async function putTombstone(stone: Tombstone, table: Pick<Table, 'put'>): Promise<void> {
  const item = { ...tombstoneKey(stone.name), ...tombstoneAttributes(stone) };
  await table.put(item, { kind: 'newer', revision: stone.revision });
}

/** Of the articles that are meant, and of those that carry their texts and are not spared; by an article's id: nothing of the object is to stay. */
export async function objectsOf(
  decisions: readonly Decision[],
  table: Pick<Table, 'query'>,
): Promise<ReadonlyMap<string, string | null>> {
  const objects = new Map<string, string | null>();
  for (const { articleId, texts } of decisions) {
    for (const { textId, spares } of texts) {
      const members = (await readPartition(table, textPk(textId), MEMBER_PREFIX)).map((item) => Member.parse(item));
      for (const other of members.filter((member) => !spares.includes(member.articleId)))
        for (const objectId of await feeding(other.articleId, table))
          objects.set(objectId, objects.get(objectId) ?? null);
    }
    for (const objectId of await feeding(articleId, table)) objects.set(objectId, articleId);
  }
  return objects;
}

/** Objects that feed the article, or have fed it. */
export async function feeding(articleId: string, table: Pick<Table, 'query'>): Promise<readonly string[]> {
  const items = await readPartition(table, articlePk(articleId), CONTRIBUTION_PREFIX);
  return items.map((item) => Contribution.parse(item).objectId);
}
