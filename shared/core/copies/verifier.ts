/**
 * The trained verifier of copies. Traits come in, the probability that one text copies the other goes out.
 * Promise: a logistic sum of few traits whose weights a person can read; see verifier-card.md.
 */
import { TRAIT_NAMES } from './traits.ts';
import { VERIFIER_WEIGHTS } from './verifier-weights.ts';

const WEIGHTS = TRAIT_NAMES.map((name) => VERIFIER_WEIGHTS[name]);

export function probabilityOf(traits: readonly number[]): number {
  let sum = VERIFIER_WEIGHTS.bias;
  for (let at = 0; at < WEIGHTS.length; at += 1) sum += (WEIGHTS[at] ?? 0) * (traits[at] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}
