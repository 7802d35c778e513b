/**
 * The pieces of text of one page of a PDF in, its paragraphs out. A PDF knows where words stand and not what they are: lines of one size that
 * follow each other at an even distance are one paragraph. Promise: words are never dropped or put in another order; only a hyphen that
 * parts a word at the end of a line goes.
 */

/** A run of characters as the file sets it. Lengths are in points, counted from the lower left. */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly base: number;
  readonly width: number;
  readonly size: number;
  /** The line ends behind it. */
  readonly endsLine: boolean;
}

interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly size: number;
}

export function paragraphsOfPage(pieces: readonly Piece[]): readonly string[] {
  const lines = linesOf(pieces);
  const leading = usualLeading(lines);
  const column = Math.max(0, ...lines.map(({ right }) => right));
  const found: Line[][] = [];
  for (const line of lines) {
    const open = found.at(-1);
    const before = open?.at(-1);
    if (open !== undefined && before !== undefined && goesOn(before, line, leading, column)) open.push(line);
    else found.push([line]);
  }
  return found.map((paragraph) => paragraph.map(({ text }) => text).reduce(joined));
}

/** Pieces on one base line are one line, with a blank where there is a gap between them. */
function linesOf(pieces: readonly Piece[]): readonly Line[] {
  const lines: Line[] = [];
  let open: Line | null = null;
  const close = () => {
    if (open !== null && open.text.trim() !== '') lines.push({ ...open, text: open.text.trim() });
    open = null;
  };
  for (const piece of pieces) {
    if (open !== null && Math.abs(piece.base - open.base) > piece.size / 2 && piece.text.trim() !== '') close();
    if (piece.text !== '') open = open === null ? lineOf(piece) : extended(open, piece);
    if (piece.endsLine) close();
  }
  close();
  return lines;
}

function lineOf({ text, left, width, base, size }: Piece): Line {
  return { text, left, right: left + width, base, size };
}

/** Between letters there is less. */
const BLANK_SHARE = 0.2;

function extended(line: Line, piece: Piece): Line {
  const gap = piece.left - line.right > piece.size * BLANK_SHARE && !/\s$/.test(line.text) && !/^\s/.test(piece.text);
  return {
    ...line,
    text: `${line.text}${gap ? ' ' : ''}${piece.text}`,
    right: piece.left + piece.width,
    size: Math.max(line.size, piece.size),
  };
}

/** The distance between lines that occurs most, in tenths of the size of the letters; that of a single line says nothing. */
function usualLeading(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  lines.forEach((line, at) => {
    const next = lines[at + 1];
    const step = next === undefined ? 0 : Math.round(((line.base - next.base) / line.size) * 10);
    if (step > 0 && step < WIDEST) counts.set(step, (counts.get(step) ?? 0) + 1);
  });
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]);
  return (most?.[0] ?? 12) / 10;
}

/** Lines further apart than two of their size are no neighbours. */
const WIDEST = 21;
/** Distances vary by rounding. */
const SLACK = 0.15;
/** Headings are larger by more than this. */
const SAME_SIZE = 0.08;
const INDENT = 0.8;
/** A line that ends this far, in letters, from where the longest ends is the last of its paragraph. */
const SHORT_LINE = 12;

function goesOn(before: Line, line: Line, leading: number, column: number): boolean {
  const step = (before.base - line.base) / before.size;
  if (step <= 0 || step > leading + SLACK) return false;
  if (Math.abs(before.size - line.size) > before.size * SAME_SIZE) return false;
  if (line.left - before.left > line.size * INDENT) return false;
  const endsShort = column - before.right > before.size * SHORT_LINE;
  return !(endsShort && /[.!?…:"'”’»。！？]$/.test(before.text));
}

function joined(before: string, line: string): string {
  if (/\p{Ll}[-\u00ad]$/u.test(before) && /^\p{Ll}/u.test(line)) return before.slice(0, -1) + line;
  // Chinese and Japanese have no blanks between lines.
  const isWide =
    /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}。、]$/u.test(before) &&
    /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(line);
  return isWide ? before + line : `${before} ${line}`;
}
