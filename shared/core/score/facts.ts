/** What every column of features needs to know of a page, worked out once. A page comes in, arrays by block go out. */
import type { Block, Page } from '../block.ts';
import { foldedLine } from '../label/folded-line.ts';
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
  const endings = new Uint32Array(blocks.map((block) => endingOf(block.text)));
  const words = new Float32Array(measures.map((measure) => measure.words));
  const links = new Float32Array(blocks.map((block) => Math.min(1, block.linkChars / block.text.length)));
  const prose = words.map((count, i) => (isProse(count, links[i] ?? 0, endings[i] ?? 0) ? count : 0));
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
    repeats: repeatsOf(blocks),
    phrases: blocks.map((block) => foldedLine(block).phrase),
  };
}

function isProse(words: number, links: number, ending: number): boolean {
  return (
    words >= PROSE_WORDS && links < PROSE_LINKS && (ending & ENDING.stop) !== 0 && (ending & ENDING.copyright) === 0
  );
}

function repeatsOf(blocks: readonly Block[]): Float32Array {
  const seen = new Map<string, number>();
  for (const { text } of blocks) seen.set(text, (seen.get(text) ?? 0) + 1);
  return new Float32Array(blocks.map(({ text }) => Math.min(5, seen.get(text) ?? 0)));
}

export function total(values: Float32Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
