/** Texts come in; the pairs that meet under a key go out, with their traits and whether one copies the other. */
import { candidateKeys, isShort } from '../../shared/core/copies/text-print.ts';
import { type Comparison, compareTexts } from '../../shared/core/copies/traits.ts';
import { pairName, type Text } from './texts.ts';

export interface Pair {
  readonly a: Text;
  readonly b: Text;
  readonly comparison: Comparison;
  readonly isCopy: boolean;
  /** How much it counts beside the others. */
  readonly weight: number;
}

export function candidatePairs(texts: readonly Text[], ignored: ReadonlySet<string>, weight = 1): readonly Pair[] {
  const postings = new Map<string, Text[]>();
  for (const text of texts)
    for (const key of candidateKeys(text.print)) postings.set(key, [...(postings.get(key) ?? []), text]);
  const pairs = new Map<string, Pair>();
  for (const members of postings.values()) {
    for (const [at, a] of members.entries()) {
      for (const b of members.slice(at + 1)) {
        const name = pairName(a.id, b.id);
        if (a.hash === b.hash || isShort(a.print.words) || isShort(b.print.words)) continue;
        if (ignored.has(name) || pairs.has(name)) continue;
        pairs.set(name, { a, b, comparison: compareTexts(a.print, b.print), isCopy: a.group === b.group, weight });
      }
    }
  }
  return [...pairs.values()];
}
