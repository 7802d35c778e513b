/**
 * Stories as they come out when every pair is judged by a verifier that has seen neither of its families' fold.
 * In: texts, weights of each fold. Out: figures. Promise: the rules around the verifier are those of `likeness`.
 */
import { mayMerge } from '../../shared/core/copies/likeness.ts';
import { probability } from './logistic.ts';
import { candidatePairs, type Pair } from './pairs.ts';
import { type Figures, partitionFigures } from './partition.ts';
import type { Text } from './texts.ts';
import { foldOf } from './verifier.ts';

export function figuresAt(
  threshold: number,
  texts: readonly Text[],
  ignored: ReadonlySet<string>,
  perFold: readonly (readonly number[])[],
): Figures {
  const stories = new Map(texts.map(({ hash }) => [hash, hash]));
  const rootOf = (hash: string): string => {
    const above = stories.get(hash) ?? hash;
    return above === hash ? hash : rootOf(above);
  };
  // Pairs that nobody could decide may still join others.
  for (const pair of candidatePairs(texts, new Set())) {
    if (!mayMerge(pair.a.print, pair.b.print, pair.comparison) || unseen(pair, perFold) < threshold) continue;
    stories.set(rootOf(pair.a.hash), rootOf(pair.b.hash));
  }
  // Texts that differ in signs alone are one.
  for (const alike of Map.groupBy(texts, ({ print }) => print.digest).values())
    for (const { hash } of alike.slice(1)) stories.set(rootOf(hash), rootOf(alike[0]?.hash ?? hash));
  const members = texts.map(({ id, hash, group }) => ({ id, truth: group, story: rootOf(hash) }));
  return partitionFigures(members, ignored);
}

/** The less favourable of two verifiers when the families are of two folds: each has seen one of them elsewhere. */
function unseen({ a, b, comparison }: Pair, perFold: readonly (readonly number[])[]): number {
  const folds = [foldOf(a.family), foldOf(b.family)];
  return Math.max(...folds.map((fold) => probability(perFold[fold] ?? [], comparison.traits)));
}
