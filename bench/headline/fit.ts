/**
 * Fits the weights by which the headline of a plain text is chosen: `node bench/headline/fit.ts --data DIR`.
 * In: pages with a known headline that stands on them as a line, HTML ones as the text of their blocks. Out: figures out of
 * fold by site, and `shared/core/label/headline-weights.ts`. Promise: the same data gives the same weights.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Example, readExamples } from './examples.ts';
import { best, fit, type Weights } from './softmax.ts';

const FOLDS = 5;

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/bench/data' },
    weights: { type: 'string', default: join(import.meta.dirname, '../../shared/core/label/headline-weights.ts') },
  },
});

const examples = [...readExamples(options.data)];
const sets = [...new Set(examples.map(({ set }) => set))];
const right = new Set<Example>();
for (let fold = 0; fold < FOLDS; fold++) {
  const weights = fit(examples.filter(({ site }) => foldOf(site) !== fold));
  for (const example of examples.filter(({ site }) => foldOf(site) === fold))
    if (example.rows[best(example, weights)]?.isHeadline === true) right.add(example);
}
const figures = sets.map((set) => {
  const pages = examples.filter((example) => example.set === set);
  const hits = pages.filter((example) => right.has(example)).length;
  return `${set} ${hits} of ${pages.length}`;
});
for (const figure of figures) console.log(figure);
writeFileSync(options.weights, table(fit(examples), figures));

/** The same folds on every machine. */
function foldOf(site: string): number {
  let hash = 2166136261;
  for (const letter of site) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619);
  return (hash >>> 0) % FOLDS;
}

function table(weights: Weights, lines: readonly string[]): string {
  const rows = [...weights]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, weight]) => `  ${name}: ${weight.toFixed(2)},`);
  return `${[
    '/**',
    ' * How much each trait of a line speaks for its being the headline. Written by `bench/headline/fit.ts`: softmax over the lines',
    ' * of a page, five folds by site. Headline exact out of fold, of the pages on which it stands as a line:',
    ...lines.map((line) => ` * - ${line}`),
    ' */',
    'export const HEADLINE_WEIGHTS: Readonly<Record<string, number>> = {',
    ...rows,
    '};',
  ].join('\n')}\n`;
}
