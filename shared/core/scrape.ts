/**
 * Text blocks: a plain-text scrape comes in, one block a line goes out. Wrapped lines are joined, one huge line is cut,
 * what machines damaged is repaired, what they glued together is split; `raw` keeps what stood there.
 * Promise: words are never added, dropped or put in another order.
 */
import { besideText } from './beside-text.ts';
import type { Block, Page } from './block.ts';
import type { RawDocument } from './document.ts';
import { LIMITS } from './limits.ts';
import { Rejection } from './rejection.ts';
import { laidOut } from './scrape/layout.ts';
import { readLines, type ScrapedLine } from './scrape/lines.ts';
import { markdownLines, withoutInlineMarks } from './scrape/markdown.ts';
import { looksLikeMarkdown, withoutMarks } from './scrape/marks.ts';
import { unfusePieces } from './scrape/unfuse.ts';

/** Throws `Rejection` when there are more lines than `LIMITS.blocks`. */
export function scrapePage(document: RawDocument): Page {
  const { lines, mojibake, entities } = readLines(document.text);
  const isMarkdown = document.mediaType === 'text/markdown';
  const markdown = isMarkdown || looksLikeMarkdown(lines);
  const bare = laidOut(isMarkdown ? markdownLines(lines) : lines).map((line) => withoutMarks(line, markdown));
  const plain = isMarkdown ? bare.map(withoutInlineMarks) : bare;
  const blocks = blocksOf(plain);
  const repairs = [
    ...(blocks.some((block) => block.fused) ? ['fused-text'] : []),
    ...(mojibake ? ['mojibake-repaired'] : []),
    ...(entities ? ['entities-decoded'] : []),
  ];
  return { format: 'text', blocks, ...besideText(document), opinion: null, repairs };
}

function blocksOf(lines: readonly ScrapedLine[]): readonly Block[] {
  const blocks: Block[] = [];
  lines.forEach((line, at) => {
    const pieces = unfusePieces(line.text, { before: lines[at - 1]?.text ?? null, after: lines[at + 1]?.text ?? null });
    for (let nth = 0; nth < pieces.length; nth += 1)
      for (const text of chunks(pieces[nth] ?? ''))
        blocks.push(block(blocks.length, line, text, nth, pieces.length > 1));
    if (blocks.length > LIMITS.blocks) {
      throw new Rejection(
        'page.too-many-elements',
        `The text has more than ${LIMITS.blocks} lines or sentences; no article has.`,
      );
    }
  });
  return blocks;
}

function block(index: number, line: ScrapedLine, text: string, nth: number, fused: boolean): Block {
  return {
    index,
    line: line.number,
    text,
    raw: line.raw ?? (fused ? line.text : null),
    tag: 'line',
    element: null,
    linkChars: 0,
    gapBefore: nth === 0 && line.gapBefore,
    fused,
  };
}

function chunks(text: string): readonly string[] {
  const found: string[] = [];
  for (let from = 0; from < text.length; from += LIMITS.blockChars) {
    const piece = text.slice(from, from + LIMITS.blockChars).trim();
    if (piece !== '') found.push(piece.toWellFormed());
  }
  return found;
}
