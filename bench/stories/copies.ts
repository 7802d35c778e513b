/**
 * What grouping by text reaches and costs: `npm run bench:stories -- --data DIR`. In: copies-dev, stream-1987. Out: one table.
 * Promise: quality is out of fold by family; speeds are medians of processor time on the machine at hand.
 */
import { parseArgs } from 'node:util';
import { groupCopies } from '../../shared/core/copies/group-copies.ts';
import { likeness } from '../../shared/core/copies/likeness.ts';
import { packPrint } from '../../shared/core/copies/packed-print.ts';
import { textPrint } from '../../shared/core/copies/text-print.ts';
import { figuresAt } from './out-of-fold.ts';
import { candidatePairs, type Pair } from './pairs.ts';
import { readTexts, type Text } from './texts.ts';
import { fitOutOfFold, readMaterial } from './verifier.ts';

/** As in likeness.ts. */
const SAME_FROM = 0.8;
const SIZES = [1_000, 5_000, 19_043];
/** Calls measured together: one is shorter than the clock's step. */
const REPEATS = 20;

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/bench/data' },
    /** Orders of copies-dev that must give the same stories. */
    orders: { type: 'string', default: '100' },
  },
});

const material = readMaterial(options.data, 'copies-dev');
const dev = material.cleaned;
const stream = readTexts(options.data, 'stream-1987');

quality();
speed('copies-dev', dev, candidatePairs(dev, material.ignored));
speed('stream-1987', stream, candidatePairs(stream, new Set()));
for (const size of SIZES) cost(size);
orders(Number(options.orders));

function quality(): void {
  const perFold = fitOutOfFold(material.pairs);
  for (const state of ['cleaned', 'uncleaned'] as const) {
    const { precision, recall, f1, ari } = figuresAt(SAME_FROM, material[state], material.ignored, perFold);
    const [p, r, f, a] = [precision, recall, f1, ari].map((value) => value.toFixed(1));
    console.log(`copies-dev, ${state}, out of fold by family: precision ${p}, recall ${r}, pair F1 ${f}, ARI ${a}`);
  }
}

function speed(set: string, texts: readonly Text[], judged: readonly Pair[]): void {
  const print = medianMs(
    texts.map(
      ({ paragraphs }) =>
        () =>
          textPrint(paragraphs),
    ),
  );
  const pair = medianMs(
    judged.map(
      ({ a, b }) =>
        () =>
          likeness(a.print, b.print),
    ),
  );
  const sizes = texts.map((text) => packPrint(text.print).length).sort((a, b) => a - b);
  console.log(
    `${set}: print ${print.toFixed(3)} ms, pair ${pair.toFixed(3)} ms, stored ${median(sizes)} bytes (largest ${sizes.at(-1)})`,
  );
}

/** The first articles of the stream, as if the store held only them. */
function cost(size: number): void {
  const texts = stream.slice(0, size);
  const { counts } = groupCopies(texts);
  const [writes, pairs, reads] = [counts.keysWritten, counts.compared, counts.linked].map((n) =>
    (n / texts.length).toFixed(2),
  );
  console.log(
    `stream-1987, ${size} articles: ${writes} key writes, ${pairs} pairs compared by what the postings carry, ${reads} candidates read each`,
  );
}

function orders(count: number): void {
  const expected = storiesOf(dev);
  let same = 0;
  let seed = 1;
  for (let nth = 0; nth < count; nth += 1) {
    const shuffled = dev
      .map((text) => {
        seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
        return { text, rank: seed };
      })
      .sort((a, b) => a.rank - b.rank)
      .map(({ text }) => text);
    if (storiesOf(shuffled) === expected) same += 1;
  }
  console.log(`copies-dev in ${count} random orders: the same stories ${same} times`);
}

function storiesOf(texts: readonly Text[]): string {
  const { storyOf } = groupCopies(texts);
  return texts
    .map(({ id, hash }) => `${id} ${storyOf.get(hash)}`)
    .sort()
    .join('\n');
}

function medianMs(calls: readonly (() => unknown)[]): number {
  for (const call of calls) call();
  return median(
    calls
      .map((call) => {
        const { user, system } = process.cpuUsage();
        for (let repeat = 0; repeat < REPEATS; repeat += 1) call();
        const after = process.cpuUsage();
        return (after.user - user + after.system - system) / 1_000 / REPEATS;
      })
      .sort((a, b) => a - b),
  );
}

function median(sorted: readonly number[]): number {
  return sorted[sorted.length >> 1] ?? 0;
}
