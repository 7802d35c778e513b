/**
 * Embargoes that have ended, each told once in the log of changes. In: the clock. Out: how many were looked at. Promise: no article stays
 * untold whose embargo ended after it was logged; telling twice, or dying in between, does no harm.
 *
 * Why: the article is entered by the end of its embargo before it is logged. An entry that comes after this has passed its place is of
 * an article that is logged after its embargo has ended, and has nothing more to tell.
 */
import { z } from 'zod';
import { endedBy } from '../core/embargo.ts';
import { inChunks } from '../core/in-chunks.ts';
import { EMBARGOES_PK, EMBARGOES_TOLD_KEY } from '../core/keys.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import { type LogPorts, logRelease } from './log-change.ts';

const Told = z.object({ after: z.string().nullable(), gen: z.number().nullable() });

export async function tellEndedEmbargoes(ports: LogPorts): Promise<number> {
  const { table } = ports;
  const { after, gen } = Told.parse((await table.get(EMBARGOES_TOLD_KEY)) ?? { after: null, gen: null });
  const limit = STORE_LIMITS.endedEmbargoes;
  const items = await table.query({ pk: EMBARGOES_PK, prefix: '', after, newestFirst: false, limit });
  const until = endedBy(ports.clock());
  const ended = items.map(({ sk }) => sk).filter((sk) => sk.slice(0, sk.indexOf('#')) <= until);
  const last = ended.at(-1);
  if (last === undefined) return 0;
  for (const chunk of inChunks(ended, STORE_LIMITS.atOnce))
    await Promise.all(chunk.map((sk) => logRelease(sk.slice(sk.indexOf('#') + 1), ports)));
  await table.put({ ...EMBARGOES_TOLD_KEY, after: last, gen: (gen ?? 0) + 1 }, { kind: 'unchanged', gen });
  return ended.length;
}
