/**
 * How likely each block is body. A page comes in, one probability a block goes out, in order; 0.5 is where body begins.
 * The first forest judges blocks; in HTML a second one judges them again, knowing what the first made of the whole page. In plain
 * text the words themselves are asked first.
 * The same page gives the same numbers, whatever was read before it.
 */
import type { Page } from '../block.ts';
import { lexicalColumns } from './columns/lexical.ts';
import { newColumns } from './columns.ts';
import { pageFacts } from './facts.ts';
import { firstFeatures, secondFeatures } from './features.ts';
import { type Forest, forestSums, unpackForest } from './forest.ts';
import htmlWeights from './html.weights.json' with { type: 'json' };
import { type Lexicon, lexicalScores, unpackLexicon } from './lexicon.ts';
import textWeights from './text.weights.json' with { type: 'json' };

interface Model {
  readonly forests: readonly Forest[];
  /** Null in HTML, where the page's own marks say more. */
  readonly lexicon: Lexicon | null;
  /** All other features are never worked out. */
  readonly wanted: ReadonlySet<string>;
}

/** Unpacked on first use: a worker that only ever sees text never pays for HTML. */
const models = new Map<Page['format'], Model>();

function modelFor(format: Page['format']): Model {
  const known = models.get(format);
  if (known !== undefined) return known;
  const forests = (format === 'html' ? htmlWeights : textWeights).forests.map(unpackForest);
  const lexicon = format === 'html' ? null : unpackLexicon(textWeights.lexicon);
  const model = { forests, lexicon, wanted: new Set(forests.flatMap((forest) => forest.features)) };
  models.set(format, model);
  return model;
}

export function bodyScores(page: Page): readonly number[] {
  const facts = pageFacts(page);
  const { forests, lexicon, wanted } = modelFor(page.format);
  const columns = newColumns(wanted);
  firstFeatures(columns, facts);
  if (lexicon !== null) {
    const texts = page.blocks.map(({ text }) => text);
    lexicalColumns(columns, facts, lexicalScores(lexicon, texts));
  }
  let scores: readonly number[] = [];
  for (const [at, forest] of forests.entries()) {
    if (at > 0) secondFeatures(columns, facts, Float32Array.from(scores));
    scores = likelihoods(forestSums(forest, columns, facts.size, at + 1 < forests.length));
  }
  return scores;
}

function likelihoods(sums: Float64Array): readonly number[] {
  const scores: number[] = [];
  for (let i = 0; i < sums.length; i += 1) scores.push(1 / (1 + Math.exp(-(sums[i] ?? 0))));
  return scores;
}
