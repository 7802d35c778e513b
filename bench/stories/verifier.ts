/**
 * Weights of the verifier from pairs. Promise: a family (an event with its groups, a template with its fillings) is in one fold as
 * a whole, and however many pairs it has, it speaks with a bounded voice: two hundred horoscopes are one lesson.
 */
import { type Example, fitLogistic } from './logistic.ts';
import { candidatePairs, type Pair } from './pairs.ts';
import { readIgnored, readTexts, type Text } from './texts.ts';

export const FOLDS = 5;
/** Chosen by the figures out of fold from 1, 2, 3, 5 and 8. */
export const RIDGE = 5;
/** Pairs of one kind between the same families count as this many at most. */
export const FAMILY_PAIRS = 20;
/** Texts that keep the furniture of their pages teach in a low voice: a line that no table knows must not join strangers. */
export const UNCLEANED_WEIGHT = 0.1;

export interface Material {
  readonly cleaned: readonly Text[];
  readonly uncleaned: readonly Text[];
  readonly ignored: ReadonlySet<string>;
  readonly pairs: readonly Pair[];
}

export function readMaterial(data: string, set: string): Material {
  const ignored = readIgnored(data, set);
  const [cleaned, uncleaned] = [readTexts(data, set), readTexts(data, set, 'uncleaned')];
  const pairs = [...candidatePairs(cleaned, ignored), ...candidatePairs(uncleaned, ignored, UNCLEANED_WEIGHT)];
  return { cleaned, uncleaned, ignored, pairs };
}

export function fitVerifier(pairs: readonly Pair[]): readonly number[] {
  const sizes = Map.groupBy(pairs, voiceOf);
  const examples = pairs.map((pair): Example => {
    const weight = pair.weight * Math.min(1, FAMILY_PAIRS / (sizes.get(voiceOf(pair))?.length ?? 1));
    return { traits: pair.comparison.traits, isCopy: pair.isCopy, weight };
  });
  return fitLogistic(examples, RIDGE);
}

function voiceOf({ a, b, isCopy }: Pair): string {
  return [isCopy, ...[a.family, b.family].sort()].join(' ');
}

/** The same folds on every machine. */
export function foldOf(family: string): number {
  let hash = 2166136261;
  for (const letter of family) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) % FOLDS;
}

/** For each fold the weights of a verifier that has seen nothing of it. */
export function fitOutOfFold(pairs: readonly Pair[]): readonly (readonly number[])[] {
  return Array.from({ length: FOLDS }, (_, fold) =>
    fitVerifier(pairs.filter(({ a, b }) => foldOf(a.family) !== fold && foldOf(b.family) !== fold)),
  );
}
