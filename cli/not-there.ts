/** What is said of an article that is not there. In: its id, and what to say otherwise. Out: the end of the verb. Promise: one that was taken down is told as such, by every verb. */
import { findTakeDown } from '../shared/pipeline/query-take-downs.ts';
import { EXIT, Stop } from './exit.ts';
import { takenDownLines } from './output/taken-down.ts';

export async function notThere(
  id: string,
  otherwise: string,
  table: Parameters<typeof findTakeDown>[1],
): Promise<Stop> {
  const takeDown = id.startsWith('art_') ? await findTakeDown(id, table) : null;
  return new Stop(EXIT.notFound, takeDown === null ? otherwise : takenDownLines(takeDown).join('\n'));
}

/** Who gives an address where an id is asked for means the article at it. */
export function addressHint(given: string): string | null {
  return /^https?:\/\//i.test(given)
    ? `An article is asked for by its address with: wirefold list --url '${given}'`
    : null;
}
