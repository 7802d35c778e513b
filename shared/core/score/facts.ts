/** What every column of features needs to know of a page, worked out once. A page comes in, arrays by block go out. */
import type { Block, Page } from '../block.ts';
import { foldedLines } from '../label/folded-line.ts';
import type { PhraseHit } from '../label/phrases.ts';
import { ENDING, endingOf } from './ending.ts';
import { type Measure, measureText } from './measure.ts';
import { contentWords, type Words } from './words.ts';

export interface Facts {
  readonly page: Page;
  readonly blocks: readonly Block[];
  readonly size: number;
  readonly measures: readonly Measure[];
  readonly endings: Uint32Array;
  readonly words: Float32Array;
  /** Share of the block's characters that stand in links. */
  readonly links: Float32Array;
  /** Words of blocks that look like paragraphs of prose, 0 for all others. */
  readonly prose: Float32Array;
  readonly content: Words;
  /** How often a block's text stands in the page, 5 at most. */
  readonly repeats: Float32Array;
  /** Of each block the first with the same text. */
  readonly firsts: Uint32Array;
  /** What the phrase tables know of each line. */
  readonly phrases: readonly (PhraseHit | null)[];
}

/** A paragraph has at least this many words; captions and teasers mostly have fewer. */
const PROSE_WORDS = 12;
/** More than this in links is a list of them. */
const PROSE_LINKS = 0.35;

export function pageFacts(page: Page): Facts {
  const { blocks } = page;
  const measures = blocks.map((block) => measureText(block.text));
  const endings = new Uint32Array(blocks.length);
  const words = new Float32Array(blocks.length);
  const links = new Float32Array(blocks.length);
  const prose = new Float32Array(blocks.length);
  for (const { index: i, text, linkChars } of blocks) {
    const count = measures[i]?.words ?? 0;
    endings[i] = endingOf(text);
    words[i] = count;
    links[i] = Math.min(1, linkChars / text.length);
    prose[i] = isProse(words[i] ?? 0, links[i] ?? 0, endings[i] ?? 0) ? count : 0;
  }
  const content = contentWords(blocks.map((block) => block.text));
  return {
    page,
    blocks,
    size: blocks.length,
    measures,
    endings,
    words,
    links,
    prose,
    content,
    ...repeatsOf(blocks),
    phrases: foldedLines(blocks).map(({ phrase }) => phrase),
  };
}

function isProse(words: number, links: number, ending: number): boolean {
  return (
    words >= PROSE_WORDS && links < PROSE_LINKS && (ending & ENDING.stop) !== 0 && (ending & ENDING.copyright) === 0
  );
}

const MOST_REPEATS = 5;

function repeatsOf(blocks: readonly Block[]): Pick<Facts, 'repeats' | 'firsts'> {
  const seen = new Map<string, number>();
  const firsts = new Uint32Array(blocks.length);
  const counts = new Uint32Array(blocks.length);
  for (const { index: i, text } of blocks) {
    const first = seen.get(text) ?? i;
    if (first === i) seen.set(text, i);
    firsts[i] = first;
    counts[first] = (counts[first] ?? 0) + 1;
  }
  const repeats = new Float32Array(blocks.length);
  for (let i = 0; i < blocks.length; i += 1) repeats[i] = Math.min(MOST_REPEATS, counts[firsts[i] ?? 0] ?? 0);
  return { repeats, firsts };
}

export function total(values: Float32Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
