/**
 * A changed object row in, articles and stories up to date out. Promise: only the rows decide; the trigger says no more than
 * where to look, so it may come twice, late, in any order, or be made up from a list of all rows (a rebuild).
 */
import { containerOf } from '../core/container-members.ts';
import { articlesOf } from '../core/contribution.ts';
import { isFirstChange } from '../core/history.ts';
import type { Item } from '../core/item.ts';
import { objectKey } from '../core/keys.ts';
import { enterDirectory } from './directory.ts';
import { lookAgain, rowLeft } from './look-again.ts';
import {
  type ArticlePorts,
  type FirstLook,
  LOOKED_BEFORE,
  type SettledArticle,
  settleArticle,
} from './settle-article.ts';
import { enterMember, presentRow } from './settle-member.ts';

export interface RowTrigger {
  readonly objectId: string;
  /** Articles named by the row before and after the change; more than the row itself remembers does no harm. */
  readonly articleIds: readonly string[];
}

/** What was settled: ids, ready to be logged. */
export interface Grouped {
  readonly objectId: string;
  readonly articleIds: readonly string[];
  /** Of these articles, so many as there are of each. */
  readonly counts: Readonly<Record<string, number>>;
}

export async function group(trigger: RowTrigger, ports: ArticlePorts): Promise<Grouped> {
  const row = await ports.table.get(objectKey(trigger.objectId));
  const remembered = row === null ? [] : articlesOf(row);
  const articleIds = [...new Set([...remembered, ...trigger.articleIds])].sort();
  if (row !== null) await listState(row, ports);
  const { objectId } = trigger;
  // Before the article is derived: whoever replaces the container finds this member in the list, or this finds the container replaced.
  if (row !== null) await enterMember(row, ports);
  const settled: SettledArticle[] = [];
  for (const articleId of articleIds) {
    const readRow = () => presentRow(objectId, ports.table);
    settled.push(await settleArticle(articleId, objectId, readRow, ports, firstLook(row)));
  }
  if (row !== null && (await lookAgain(row, ports)))
    for (const articleId of articleIds)
      settled.push(await settleArticle(articleId, objectId, () => rowLeft(objectId, ports.table), ports));
  return { objectId: trigger.objectId, articleIds, counts: countsOf(settled) };
}

/** The first change of an object: what it feeds has not heard of it, unless this trigger came before. A member's row counts as its container says. */
function firstLook(row: Item | null): FirstLook {
  if (row === null || !isFirstChange(row)) return LOOKED_BEFORE;
  return { guess: 'new', seen: containerOf(row) === null ? row : null };
}

/** By what was told in the log of changes, so that what is done again is not counted again. */
function countsOf(settled: readonly SettledArticle[]): Grouped['counts'] {
  const changed = settled.filter(({ told }) => told === 'changed');
  const counts = {
    'articles.changed': changed.length,
    'articles.copies': changed.filter(({ isCopy }) => isCopy).length,
    'articles.gone': settled.filter(({ told }) => told === 'gone').length,
  };
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

/** Rejected and removed rows are found by state and day; the directory says which days there are. */
async function listState(row: Item, ports: ArticlePorts): Promise<void> {
  const { feedPk } = row;
  if (typeof feedPk === 'string') await enterDirectory(feedPk, ports);
}
