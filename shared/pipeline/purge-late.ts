/**
 * Take-downs of the last hours, looked at once more. In: the list of them, and now. Out: what was purged. Promise: what a worker placed
 * that had looked for the tombstone before there was one, and died before it wrote its row, goes, whether its article is down or its text
 * alone; so does what is left in rows and bucket of a take-down that broke off.
 */
import { z } from 'zod';
import { TAKE_DOWNS_PK } from '../core/operating-keys.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import { type PurgePorts, purgeObject, purgePlaced } from './purge-object.ts';
import { standingDecision } from './standing-decision.ts';
import { objectsOf } from './take-down.ts';

/** Ids and counts, ready to be logged. */
export interface LatePurge {
  readonly articleId: string;
  readonly versions: number;
  readonly bodies: number;
}

const Entry = z.object({ sk: z.string(), articleId: z.string() });

/** `isOver`: no time for another one; the next call begins anew. */
export async function purgeLate(
  now: string,
  ports: PurgePorts,
  isOver: () => boolean = () => false,
): Promise<readonly LatePurge[]> {
  const done: LatePurge[] = [];
  for (const articleId of await lately(now, ports)) {
    if (isOver()) break;
    const purged = await purgeOnceMore(articleId, ports);
    if (purged.versions + purged.bodies > 0) done.push(purged);
  }
  return done;
}

/** The newest take-downs whose age is right; more than a page of them in a few hours are looked at page by page. */
async function lately(now: string, { table }: PurgePorts): Promise<readonly string[]> {
  const ago = (milliseconds: number) => new Date(Date.parse(now) - milliseconds).toISOString();
  const [from, until] = [ago(STORE_LIMITS.lateUntilMs), ago(STORE_LIMITS.lateAfterMs)];
  const found = new Set<string>();
  const limit = STORE_LIMITS.pageItems;
  for (let after: string = from; ; ) {
    const page = await table.query({ pk: TAKE_DOWNS_PK, prefix: '', after, newestFirst: false, limit });
    const entries = page.map((item) => Entry.parse(item)).filter(({ sk }) => sk < until);
    for (const { articleId } of entries) found.add(articleId);
    after = entries.at(-1)?.sk ?? after;
    if (entries.length < limit) return [...found];
  }
}

async function purgeOnceMore(articleId: string, ports: PurgePorts): Promise<LatePurge> {
  const decision = await standingDecision(articleId, ports.table);
  if (decision === null) return { articleId, versions: 0, bodies: 0 };
  let versions = 0;
  let bodies = 0;
  // Whether files go that could not be read only who takes down decides, on what is there at that moment.
  for (const [objectId] of await objectsOf([decision], ports.table)) {
    const purged = await purgeObject(objectId, null, ports);
    versions += purged.versions.length;
    bodies += purged.bodies.length;
  }
  return { articleId, versions, bodies: bodies + (await purgePlaced(decision, ports)).length };
}
