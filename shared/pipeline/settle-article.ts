/**
 * One article, from the object that changed to the stories it is in. Promise: each step writes what the next one reads; a crash
 * anywhere is repaired by doing it all again.
 */
import { Contribution, contributionOf, factsOf, inTurn } from '../core/contribution.ts';
import { Head, headOf, staleTexts, turnOf, type Winner } from '../core/head.ts';
import type { Item } from '../core/item.ts';
import {
  articlePk,
  CONTRIBUTION_PREFIX,
  contributionKey,
  dayEntry,
  headKey,
  memberKey,
  objectKey,
} from '../core/keys.ts';
import { memberOf } from '../core/member.ts';
import { derive, type Guess, generationOf } from './derive.ts';
import { enterDirectory } from './directory.ts';
import { enterEmbargo, enterLists } from './enter-lists.ts';
import { type LogPorts, logChange } from './log-change.ts';
import { readPartition } from './read-partition.ts';
import type { StoryPorts } from './settle-place.ts';
import { settleText } from './settle-text.ts';

/** The object's row, read anew for each attempt. */
export type ReadRow = () => Promise<Item | null>;

export type ArticlePorts = StoryPorts & LogPorts;

/** What became of it, to be counted. */
export interface SettledArticle {
  /** What this worker has told in the log of changes; null: nothing. */
  readonly told: 'changed' | 'gone' | null;
  /** Its story has other articles as well. */
  readonly isCopy: boolean;
}

/** What is known of an object before its article is looked for. */
export interface FirstLook {
  /** Of whether the object is new to the article. */
  readonly guess: Guess;
  /** Its row as just read: good for items that are new (see derive.ts). Null: to be read. */
  readonly seen: Item | null;
}
export const LOOKED_BEFORE: FirstLook = { guess: 'unknown', seen: null };

/** What is told of a change comes last: who hears of it finds the article in its story. */
export async function settleArticle(
  articleId: string,
  objectId: string,
  readRow: ReadRow,
  ports: ArticlePorts,
  look: FirstLook = LOOKED_BEFORE,
): Promise<SettledArticle> {
  const contribution = await deriveContribution(articleId, objectId, readRow, ports, look);
  // Most articles are fed by one object: with its first contribution comes the article.
  const isNew = look.guess === 'new' && generationOf(contribution) === 1;
  const then = isNew ? look : LOOKED_BEFORE;
  const head = await deriveHead(articleId, objectId, ports, then);
  if (head.live) await enterLists(head, ports);
  if (head.live) await enterEmbargo(head, ports);
  if (head.live) await enterDirectory(dayEntry(head.sortDate.utc), ports);
  let isCopy = false;
  for (const text of head.texts) {
    const together = await settleText(text, articleId, ports, isNew ? head : null);
    isCopy ||= head.live && text === head.text && together > 1;
  }
  await enterTexts(Contribution.parse(contribution), head, ports);
  await trimTexts(articleId, head, ports);
  return { told: await logChange(articleId, ports, isNew ? head : null), isCopy };
}

function deriveContribution(
  articleId: string,
  objectId: string,
  readRow: ReadRow,
  ports: StoryPorts,
  { guess, seen }: FirstLook,
): Promise<Item> {
  const rule = async (previous: Item | null) =>
    contributionOf((previous === null ? seen : null) ?? (await readRow()), articleId, objectId);
  return derive(contributionKey(articleId, objectId), rule, ports, guess);
}

/**
 * An article is found by every text that it has had, also by one that it left before anybody looked: who takes a text down must
 * find all who published it.
 */
async function enterTexts({ articleId, publications }: Contribution, head: Head, { table }: StoryPorts): Promise<void> {
  const texts = new Set(publications.flatMap((publication) => publication.texts));
  for (const text of texts) {
    const key = memberKey(text, articleId);
    if (head.texts.includes(text) || (await table.get(key)) !== null) continue;
    await table.put({ ...key, ...memberOf(null, articleId, text), gen: 1 }, { kind: 'unchanged', gen: null });
  }
}

async function deriveHead(
  articleId: string,
  own: string,
  ports: StoryPorts,
  { guess, seen }: FirstLook,
): Promise<Head> {
  const rule = async (previous: Item | null) => {
    const known = previous === null ? seen : null;
    const items = await readPartition(ports.table, articlePk(articleId), CONTRIBUTION_PREFIX);
    const contributions = items.map((item) => Contribution.parse(item));
    const before = previous === null ? null : Head.parse(previous);
    const rowOf = (objectId: string) => (objectId === own ? known : null);
    const winner = await winnerOf(articleId, contributions, rowOf, ports);
    return { ...headOf(articleId, contributions, winner, before?.texts ?? []), turn: turnOf(winner, before) };
  };
  return Head.parse(await derive(headKey(articleId), rule, ports, guess));
}

/** Rows are sources of the head as contributions are: whoever writes one wakes `group`, which derives both. */
async function winnerOf(
  articleId: string,
  contributions: readonly Contribution[],
  known: (objectId: string) => Item | null,
  { table }: StoryPorts,
): Promise<Winner | null> {
  for (const { objectId } of inTurn(contributions.filter(({ present }) => present))) {
    const facts = factsOf(known(objectId) ?? (await table.get(objectKey(objectId))), articleId);
    if (facts !== null) return { objectId, facts };
  }
  return null;
}

/**
 * Forgets texts that the article has left, once their stories know. Only while the head is the one that they were settled by:
 * whoever wrote a later head settles all of its texts, and trims them.
 */
async function trimTexts(articleId: string, head: Head, { table }: StoryPorts): Promise<void> {
  if (staleTexts(head).length === 0) return;
  const texts = head.live ? [head.text] : [];
  const guard = { kind: 'unchanged', gen: head.gen } as const;
  await table.update({ key: headKey(articleId), set: { texts, gen: head.gen + 1 }, remove: [], guard });
}
