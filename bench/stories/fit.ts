/**
 * Fits the verifier of copies: `node bench/stories/fit.ts --data DIR`. In: texts whose copies are known. Out: figures out of fold,
 * `verifier-weights.ts` and `verifier-card.md` in shared/core/copies. Promise: the same data gives the same weights.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { TRAIT_NAMES } from '../../shared/core/copies/traits.ts';
import { figuresAt } from './out-of-fold.ts';
import type { Text } from './texts.ts';
import { FAMILY_PAIRS, FOLDS, fitOutOfFold, fitVerifier, RIDGE, readMaterial, UNCLEANED_WEIGHT } from './verifier.ts';

const SET = 'copies-dev';
const THRESHOLDS = [0.5, 0.7, 0.75, 0.8, 0.85, 0.9];

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/bench/data' },
    into: { type: 'string', default: join(import.meta.dirname, '../../shared/core/copies') },
  },
});

const { cleaned, uncleaned, ignored, pairs } = readMaterial(options.data, SET);
const perFold = fitOutOfFold(pairs);
const table = [
  '| same from | precision | recall | pair F1 | ARI | the same, furniture left in |',
  '|---|---|---|---|---|---|',
  ...THRESHOLDS.map(
    (threshold) =>
      `| ${[threshold, ...figures(threshold, cleaned), figures(threshold, uncleaned).join(' / ')].join(' | ')} |`,
  ),
];
for (const row of table) console.log(row);

const weights = fitVerifier(pairs);
writeFileSync(join(options.into, 'verifier-weights.ts'), weightsFile(weights));
writeFileSync(join(options.into, 'verifier-card.md'), card());

function figures(threshold: number, texts: readonly Text[]): readonly string[] {
  const { precision, recall, f1, ari } = figuresAt(threshold, texts, ignored, perFold);
  return [precision, recall, f1, ari].map((value) => value.toFixed(1));
}

function weightsFile(values: readonly number[]): string {
  const lines = ['bias', ...TRAIT_NAMES].map((name, at) => `  ${name}: ${Number((values[at] ?? 0).toFixed(3))},`);
  return `${[
    '/** How much each trait of two texts speaks for their being copies. Written by `bench/stories/fit.ts`; see verifier-card.md. */',
    'export const VERIFIER_WEIGHTS = {',
    ...lines,
    '} as const;',
  ].join('\n')}\n`;
}

function card(): string {
  const bytes = readFileSync(join(options.data, 'stories', `${SET}.jsonl.gz`));
  const copies = pairs.filter(({ isCopy }) => isCopy).length;
  return `${[
    '# Verifier of copies: card',
    '',
    'A logistic sum over the traits of two prints (`traits.ts`), fitted by `bench/stories/fit.ts`, read by `verifier.ts`.',
    '',
    `- Data: ${SET}, ${cleaned.length} texts; SHA-256 \`${createHash('sha256').update(bytes).digest('hex')}\``,
    `- Examples: the ${pairs.length} pairs of different texts that meet under a candidate key, ${copies} of them copies`,
    `- Ridge ${RIDGE}; pairs of one kind between the same families weigh ${FAMILY_PAIRS} pairs at most`,
    `- Folds: ${FOLDS}, by family (an event with its groups, a template with its fillings), so every template is judged unseen`,
    `- Half of the pairs and more are of texts that kept the furniture of their pages; each weighs ${UNCLEANED_WEIGHT} of a cleaned one`,
    '- Traits: found by leaving out, one after the other, those of 30 without which the loss out of fold did not grow',
    '- English only: other languages are judged by the same counts of words and characters, which were not measured on copies',
    '',
    'Out of fold, stories as connected components:',
    '',
    ...table,
  ].join('\n')}\n`;
}
