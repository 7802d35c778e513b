/**
 * Scraping: lines come in as the file has them, paragraphs go out. A file wrapped at a column is joined, a file that is one
 * huge line is cut into its sentences, any other file is left as it stands.
 */
import type { ScrapedLine } from './lines.ts';
import { sentencesOf } from './sentences.ts';

/** Wrapped files fill their column: the width is what most lines nearly reach. Wider text is one paragraph a line. */
const WRAP = { minLines: 8, minWidth: 50, maxWidth: 100, slack: 16, fullShare: 0.55 } as const;
/** A file of so few lines, one of which is longer than any paragraph, lost its line ends. */
const HUGE = { maxLines: 3, chars: 2_000 } as const;
const SENTENCE_END = /[.!?…:;。！？]["'”’»)\]]?$/;

export function laidOut(lines: readonly ScrapedLine[]): readonly ScrapedLine[] {
  if (lines.length <= HUGE.maxLines) return lines.flatMap(cutHuge);
  const width = wrapWidth(lines);
  return width === null ? lines : joinWrapped(lines, width);
}

function cutHuge(line: ScrapedLine): readonly ScrapedLine[] {
  if (line.text.length < HUGE.chars) return [line];
  return sentencesOf(line.text).map((text, nth) => ({ ...line, text, gapBefore: nth === 0 && line.gapBefore }));
}

/** The column at which the file is wrapped, or null. */
function wrapWidth(lines: readonly ScrapedLine[]): number | null {
  if (lines.length < WRAP.minLines) return null;
  // Nearly every scrape has a longer paragraph, and then nothing need be sorted.
  if (lines.some(({ text }) => text.length > WRAP.maxWidth + WRAP.slack)) return null;
  const lengths = lines.map((line) => line.text.length).sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.97)] ?? 0;
  if (width < WRAP.minWidth || width > WRAP.maxWidth) return null;
  const full = lines.filter((line, at) => line.text.length >= width - WRAP.slack && runsOn(line, lines[at + 1]));
  return full.length >= lines.length * WRAP.fullShare ? width : null;
}

function runsOn(line: ScrapedLine, next: ScrapedLine | undefined): boolean {
  return next !== undefined && !next.gapBefore && next.indent <= line.indent;
}

function joinWrapped(lines: readonly ScrapedLine[], width: number): readonly ScrapedLine[] {
  const paragraphs: { line: ScrapedLine; parts: ScrapedLine[] }[] = [];
  lines.forEach((line, at) => {
    const before = lines[at - 1];
    const open = paragraphs.at(-1);
    if (before !== undefined && open !== undefined && continues(before, line, width)) open.parts.push(line);
    else paragraphs.push({ line, parts: [line] });
  });
  return paragraphs.map(({ line, parts }) => ({
    ...line,
    text: parts.map((part) => part.text).join(' '),
    raw: parts.some((part) => part.raw !== null) ? parts.map((part) => part.raw ?? part.text).join(' ') : null,
  }));
}

/** A short line ends its paragraph only where a sentence could end, since editors also break before long words. */
function continues(before: ScrapedLine, line: ScrapedLine, width: number): boolean {
  if (!runsOn(before, line)) return false;
  if (before.text.length >= width - WRAP.slack) return true;
  return !SENTENCE_END.test(before.text) && /^\p{Ll}/u.test(line.text);
}
