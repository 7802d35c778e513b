/**
 * The weighed prints of a window, side by side. Stories come in, each one's print by its number goes out. Promise: the numbers are those that
 * `weighed` gives; a story takes some 25 bytes a term and next to nothing besides, so that a million of them fit in memory.
 */
import type { EventPrint } from './event-print.ts';
import { type Rarity, type WeighedPrint, weighed } from './weighed-print.ts';

export interface WeighedWindow {
  readonly size: number;
  /** A view of the story's numbers, made for whoever asks. */
  readonly at: (story: number) => WeighedPrint;
}

/** Stories that share their columns: few arrays, and none so long that it could not be had. */
const BLOCK = 1_024;

interface Block extends Omit<WeighedPrint, 'days' | 'hasHeadline' | 'numbers'> {
  /** Where each story begins, and where the last one ends. */
  readonly starts: Uint32Array;
  readonly days: readonly (number | null)[];
  readonly hasHeadline: readonly boolean[];
  readonly numbers: Uint16Array;
}

/** Each print is asked for once, and let go. */
export function weighedWindow(stories: readonly { readonly print: EventPrint }[], rarity: Rarity): WeighedWindow {
  const blocks: Block[] = [];
  for (let from = 0; from < stories.length; from += BLOCK)
    blocks.push(blockOf(stories.slice(from, from + BLOCK).map(({ print }) => weighed(print, rarity))));
  return {
    size: stories.length,
    at(story) {
      const block = blocks[Math.floor(story / BLOCK)];
      if (block === undefined || story >= stories.length) throw new RangeError(`The window holds no story ${story}.`);
      return viewOf(block, story % BLOCK);
    },
  };
}

function blockOf(prints: readonly WeighedPrint[]): Block {
  const starts = new Uint32Array(prints.length + 1);
  for (const [at, { hash }] of prints.entries()) starts[at + 1] = (starts[at] ?? 0) + hash.length;
  const terms = starts[prints.length] ?? 0;
  const filled = <Column extends Int32Array | Float32Array | Uint8Array>(
    column: Column,
    of: (print: WeighedPrint) => Column,
  ): Column => {
    for (const [at, print] of prints.entries()) column.set(of(print), starts[at]);
    return column;
  };
  return {
    starts,
    days: prints.map(({ days }) => days),
    hash: filled(new Int32Array(terms), ({ hash }) => hash),
    rare: filled(new Float32Array(terms), ({ rare }) => rare),
    body: filled(new Float32Array(terms), ({ body }) => body),
    headline: filled(new Float32Array(terms), ({ headline }) => headline),
    lead: filled(new Float32Array(terms), ({ lead }) => lead),
    name: filled(new Float32Array(terms), ({ name }) => name),
    number: filled(new Uint8Array(terms), ({ number }) => number),
    hasHeadline: prints.map(({ hasHeadline }) => hasHeadline),
    numbers: Uint16Array.from(prints, ({ numbers }) => numbers),
  };
}

function viewOf(block: Block, at: number): WeighedPrint {
  const [from = 0, until = 0] = [block.starts[at], block.starts[at + 1]];
  return {
    days: block.days[at] ?? null,
    hash: block.hash.subarray(from, until),
    rare: block.rare.subarray(from, until),
    body: block.body.subarray(from, until),
    headline: block.headline.subarray(from, until),
    lead: block.lead.subarray(from, until),
    name: block.name.subarray(from, until),
    number: block.number.subarray(from, until),
    hasHeadline: block.hasHeadline[at] ?? false,
    numbers: block.numbers[at] ?? 0,
  };
}
