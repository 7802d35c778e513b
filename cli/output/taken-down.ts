/** A take-down for a person to read. In: who, when, why. Out: lines, safe to print. */
import type { TakeDown } from '../../shared/pipeline/query-take-downs.ts';
import { visible } from './visible.ts';

/** `key`: of the file that was asked for. */
export function takenDownLines({
  articleId,
  at,
  reason,
  lifted,
  key,
}: TakeDown & { readonly key?: string }): readonly string[] {
  const what = key === undefined ? articleId : `${visible(key)} (${articleId})`;
  const down = `${what} was taken down on ${at}: ${visible(reason)}`;
  if (lifted === null) return [down];
  return [down, `  taken back on ${lifted.at}: ${visible(lifted.reason)}. What is uploaded since is let in`];
}
