/**
 * A take-down taken back. In: an article and a reason. Out: the tombstone, lifted. Promise: what is gone stays gone; what is uploaded
 * from now on is let in, and a text stays down for others as long as another take-down means it.
 */
import { tombstoneKey } from '../core/operating-keys.ts';
import { decidedAfter, type Tombstone, tombstone } from '../core/tombstone.ts';
import { type PurgePorts, purgeObject } from './purge-object.ts';
import { standingDecision } from './standing-decision.ts';
import { objectsOf, putTombstone } from './take-down.ts';

export interface UndoRequest {
  readonly articleId: string;
  readonly reason: string;
  /** Now, ISO 8601 instant. */
  readonly at: string;
}

/** Null when it is not down. */
export async function undoTakeDown(request: UndoRequest, ports: PurgePorts): Promise<Tombstone | null> {
  const { articleId, reason } = request;
  const own = tombstone(await ports.table.get(tombstoneKey(articleId)));
  if (own === null || own.lifted !== null) return null;
  // Once it is lifted nobody would know any more that the rest is to go, also of a take-down that broke off: it is finished first.
  const standing = await standingDecision(articleId, ports.table);
  const objects = standing === null ? [] : await objectsOf([standing], ports.table);
  for (const [objectId] of objects) await purgeObject(objectId, null, ports);
  const texts = await Promise.all(own.texts.map(async (id) => tombstone(await ports.table.get(tombstoneKey(id)))));
  const at = decidedAfter(request.at, [own, ...texts]);
  for (const text of texts)
    if (text?.lifted === null) await putTombstone(letIn(articleId, text, at, reason), ports.table);
  // Last comes the article's own: after a crash the command is run again.
  const lifted = { ...own, lifted: { at, reason }, revision: at };
  await putTombstone(lifted, ports.table);
  return lifted;
}

function letIn(articleId: string, text: Tombstone, at: string, reason: string): Tombstone {
  const articles = text.articles.filter((id) => id !== articleId);
  if (articles.length === 0) return { ...text, lifted: { at, reason }, revision: at };
  return { ...text, articles, spares: [...new Set([...text.spares, articleId])].sort(), revision: at };
}
