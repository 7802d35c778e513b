/** Which stories are worth a read on arrival. What the keys hold comes in, a few story ids go out, best first. Promise: never more than CANDIDATES_READ. */
import { CANDIDATES_READ } from './event-limits.ts';

/** One list of story ids per key; of two that share as many keys the later id in the lists comes first, being the newer. */
export function candidatesToRead(postings: readonly (readonly string[])[]): readonly string[] {
  const votes = new Map<string, { readonly keys: number; readonly latest: number }>();
  for (const posting of postings) {
    for (const [at, id] of posting.entries()) {
      const before = votes.get(id);
      votes.set(id, { keys: (before?.keys ?? 0) + 1, latest: Math.max(before?.latest ?? 0, at) });
    }
  }
  return [...votes]
    .sort((x, y) => y[1].keys - x[1].keys || y[1].latest - x[1].latest || (x[0] < y[0] ? -1 : 1))
    .slice(0, CANDIDATES_READ)
    .map(([id]) => id);
}
