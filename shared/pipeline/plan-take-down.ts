/**
 * What a take-down would mean. In: an article, a reason, and whether its identical copies are meant too. Out: decisions, and what they
 * touch, for people to look at first. Promise: nothing is written; an article that is down already gives the decision that stands.
 */
import { MEMBER_PREFIX, textPk } from '../core/keys.ts';
import { Member } from '../core/member.ts';
import { tombstoneKey } from '../core/operating-keys.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import { decidedAfter, type Tombstone, tombstone } from '../core/tombstone.ts';
import { articleTraces } from './article-traces.ts';
import { identicalCopies, type PlannedCopy } from './identical-copies.ts';
import type { Table } from './ports.ts';
import { readPartition } from './read-partition.ts';
import type { DecidedText, Decision } from './take-down.ts';
import { readTombstones } from './tombstones.ts';

export interface TakeDownRequest {
  readonly articleId: string;
  readonly reason: string;
  /** Also the articles that carry the identical text. */
  readonly copies: boolean;
  /** Now, ISO 8601 instant. */
  readonly at: string;
}

export interface Plan {
  readonly decisions: readonly Decision[];
  /** Keys of the files that feed, or have fed, what is meant. */
  readonly keys: readonly string[];
  readonly storyIds: readonly string[];
  /** Articles with the identical text that are not meant, and stay. */
  readonly copies: readonly PlannedCopy[];
  /** It was taken down before: what is left of it is removed now. */
  readonly again: boolean;
}

type Reads = Pick<Table, 'get' | 'query'>;

/** Null when nothing is known of the article. */
export async function planTakeDown(request: TakeDownRequest, table: Reads): Promise<Plan | null> {
  const { articleId, copies } = request;
  const standing = tombstone(await table.get(tombstoneKey(articleId)));
  const own = await articleTraces(articleId, table);
  if (standing === null && own.objectIds.length === 0) return null;
  const identical = await identicalCopies(articleId, standing, table);
  const meant = [articleId, ...(copies ? identical.map((copy) => copy.articleId) : [])];
  const traces = await Promise.all(meant.map((id) => (id === articleId ? own : articleTraces(id, table))));
  const stones = await Promise.all(meant.map(async (id) => tombstone(await table.get(tombstoneKey(id)))));
  const named = meant.map((id, index) => ({
    articleId: id,
    stone: activeOf(stones[index] ?? null),
    textIds: [...new Set([...(traces[index]?.textIds ?? []), ...(stones[index]?.texts ?? [])])].sort(),
  }));
  const texts = await readTexts(named, table);
  const at = decidedAfter(request.at, [...stones.filter((stone) => stone?.lifted !== null), ...texts.values()]);
  const decisions: Decision[] = [];
  for (const { articleId: id, stone, textIds } of named) {
    const own: DecidedText[] = [];
    for (const textId of textIds) own.push(await decidedText(textId, named, texts.get(textId) ?? null, table));
    decisions.push({ articleId: id, at: stone?.at ?? at, reason: stone?.reason ?? request.reason, texts: own });
  }
  return {
    decisions,
    keys: [...new Set(traces.flatMap(({ keys }) => keys))].sort(),
    storyIds: [...new Set(traces.flatMap(({ storyIds }) => storyIds))].sort(),
    copies: identical.filter((copy) => !meant.includes(copy.articleId)),
    again: activeOf(standing) !== null,
  };
}

function activeOf(stone: Tombstone | null): Tombstone | null {
  return stone?.lifted === null ? stone : null;
}

/** Tombstones of all texts that are meant, by their names. */
async function readTexts(meant: readonly NamedArticle[], table: Reads): Promise<ReadonlyMap<string, Tombstone>> {
  const named = meant.flatMap(({ articleId, textIds }) => textIds.map((text) => ({ articleId, text })));
  const stones = await readTombstones(named, table);
  return new Map([...stones].filter(([, { kind }]) => kind === 'text'));
}

interface NamedArticle {
  readonly articleId: string;
  readonly textIds: readonly string[];
}

/** Spared are those who carry it now and are not meant; whom an earlier decision on the same text did not spare is down for good. */
async function decidedText(
  textId: string,
  meant: readonly NamedArticle[],
  standing: Tombstone | null,
  table: Reads,
): Promise<DecidedText> {
  const own = meant.filter(({ textIds }) => textIds.includes(textId)).map(({ articleId }) => articleId);
  const before = activeOf(standing);
  const carriers = before?.spares ?? (await carriersOf(textId, table));
  const spares = carriers.filter((id) => !meant.some(({ articleId }) => articleId === id)).sort();
  if (spares.length > STORE_LIMITS.sparedArticles)
    throw new Error(
      `More than ${STORE_LIMITS.sparedArticles} other articles carry this text: take them down too (--copies)`,
    );
  return { textId, articles: [...new Set([...(before?.articles ?? []), ...own])].sort(), spares };
}

async function carriersOf(textId: string, table: Reads): Promise<readonly string[]> {
  const members = await readPartition(table, textPk(textId), MEMBER_PREFIX);
  return members.map((item) => Member.parse(item)).flatMap(({ carrier }) => carrier?.articleId ?? []);
}
