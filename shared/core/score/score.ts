/**
 * How likely each block is body. A page comes in, one probability a block goes out, in order; 0.5 is where body begins.
 * The same page gives the same numbers, whatever was read before it.
 */
import type { Page } from '../block.ts';
import { newColumns } from './columns.ts';
import { pageFacts } from './facts.ts';
import { firstFeatures } from './features.ts';
import { type Forest, forestSums, unpackForest } from './forest.ts';
import htmlWeights from './html.weights.json' with { type: 'json' };
import textWeights from './text.weights.json' with { type: 'json' };

interface Model {
  readonly forest: Forest;
  readonly wanted: ReadonlySet<string>;
}

/** Unpacked on first use: a worker that only ever sees text never pays for HTML. */
const models = new Map<Page['format'], Model>();

function modelFor(format: Page['format']): Model {
  const known = models.get(format);
  if (known !== undefined) return known;
  const forest = unpackForest(format === 'html' ? htmlWeights : textWeights);
  const model = { forest, wanted: new Set(forest.features) };
  models.set(format, model);
  return model;
}

export function bodyScores(page: Page): readonly number[] {
  const facts = pageFacts(page);
  const { forest, wanted } = modelFor(page.format);
  const columns = newColumns(wanted);
  firstFeatures(columns, facts);
  return Array.from(forestSums(forest, columns, facts.size), (sum) => 1 / (1 + Math.exp(-sum)));
}
