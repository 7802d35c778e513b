/**
 * Which blocks make up the true body. Block texts and the truth come in, a label per block goes out: 1 body, 0 not, -1 unknown.
 * The choice is the one that scores best by the measure that judges us, found by trying.
 */
import type { Truth } from './data.ts';
import { type Gram, gramsOf, Overlap, Vocabulary } from './overlap.ts';

const GRAM = 4;
/** A block is a fair first guess when this share of its words stands in shingles of the truth. */
const LIKELY = 0.6;
const PASSES = 4;

export interface Alignment {
  readonly labels: Int8Array;
  /** F1 of the best choice of blocks, NaN where no body is known. */
  readonly best: number;
}

export function alignBlocks(texts: readonly string[], truth: Truth): Alignment {
  return truth.body === null ? bySegments(texts, truth) : byBody(texts, truth.body);
}

function byBody(texts: readonly string[], body: string): Alignment {
  const vocabulary = new Vocabulary();
  const truthWords = vocabulary.numbers(body);
  const blocks = texts.map((text) => vocabulary.numbers(text));
  const grams = gramsOf(truthWords, GRAM);
  const labels = firstGuess(blocks, new Set(grams));
  const known = new Set(truthWords);
  const doubtful = blocks.flatMap((words, i) => (words.length > 0 && share(words, known) >= 0.7 ? [i] : []));
  const overlap = new Overlap(grams);
  overlap.add(gramsOf(blocks.filter((_, i) => labels[i] === 1).flat(), GRAM));
  // Of two copies the first one stays: later ones are mostly hidden, or teasers.
  doubtful.reverse();
  for (let pass = 0; pass < PASSES; pass += 1) {
    const changed = doubtful.filter((i) => improves(blocks, labels, overlap, i)).length;
    if (changed === 0) break;
  }
  const last = brokenOffIn(blocks, truthWords);
  if (last >= 0) labels.fill(-1, last + 1);
  return { labels, best: overlap.f1() };
}

/** The last words of the truth, by which the place is found where it ends. */
const ENDING_WORDS = 6;
/** A truth that leaves out this many words of its last paragraph was cut by its collector. */
const MISSING_WORDS = 4;

/** Some truths stop in the middle of a paragraph: they say nothing of what follows. The block in which they stop, or -1. */
function brokenOffIn(blocks: readonly (readonly number[])[], truth: readonly number[]): number {
  const ending = truth.slice(-ENDING_WORDS).slice(0, -1).join(' ');
  if (truth.length < 4 * ENDING_WORDS) return -1;
  return blocks.findIndex((words) => {
    const at = ` ${words.join(' ')} `.indexOf(` ${ending} `);
    if (at < 0) return false;
    const upTo = ` ${words.join(' ')} `.slice(0, at).split(' ').length - 1 + ENDING_WORDS;
    return words.length - upTo >= MISSING_WORDS;
  });
}

/** Cells and list items are too short for a shingle of their own, so words count as covered across block edges. */
function firstGuess(blocks: readonly (readonly number[])[], target: ReadonlySet<Gram>): Int8Array {
  const stream = blocks.flat();
  const covered = new Uint8Array(stream.length);
  for (const [at, gram] of gramsOf(stream, GRAM).entries()) if (target.has(gram)) covered.fill(1, at, at + GRAM);
  let from = 0;
  return Int8Array.from(blocks, (words) => {
    const hits = covered.subarray(from, from + words.length).reduce((sum, hit) => sum + hit, 0);
    from += words.length;
    return words.length > 0 && hits / words.length >= LIKELY ? 1 : 0;
  });
}

/** Tries the other label of one block and keeps it when the page scores better. Only shingles that touch the block change. */
function improves(blocks: readonly (readonly number[])[], labels: Int8Array, overlap: Overlap, index: number): boolean {
  const before: number[] = [];
  for (let i = index - 1; i >= 0 && before.length < GRAM - 1; i -= 1)
    if (labels[i] === 1) before.unshift(...(blocks[i] ?? []));
  const after: number[] = [];
  for (let i = index + 1; i < blocks.length && after.length < GRAM - 1; i += 1)
    if (labels[i] === 1) after.push(...(blocks[i] ?? []));
  const left = before.slice(-(GRAM - 1));
  const right = after.slice(0, GRAM - 1);
  const without = gramsOf([...left, ...right], GRAM);
  const withIt = gramsOf([...left, ...(blocks[index] ?? []), ...right], GRAM);
  const [old, other] = labels[index] === 1 ? [withIt, without] : [without, withIt];
  const score = overlap.f1();
  overlap.remove(old);
  overlap.add(other);
  if (overlap.f1() > score + 1e-9) {
    labels[index] = labels[index] === 1 ? 0 : 1;
    return true;
  }
  overlap.remove(other);
  overlap.add(old);
  return false;
}

function share(words: readonly number[], known: ReadonlySet<number>): number {
  return words.filter((word) => known.has(word)).length / words.length;
}

/** Only the blocks that hold a judged segment are known. A segment that stands in many blocks is too common to say which. */
function bySegments(texts: readonly string[], truth: Truth): Alignment {
  const labels = new Int8Array(texts.length).fill(-1);
  const mark = (segments: readonly string[], label: number) => {
    for (const segment of segments) {
      const hits = texts.flatMap((text, i) => (text.includes(segment) ? [i] : []));
      if (hits.length <= 2) for (const i of hits) labels[i] = label;
    }
  };
  mark(truth.outside, 0);
  mark(truth.inside, 1);
  return { labels, best: Number.NaN };
}
