/**
 * Scraping: decoded text comes in, its non-blank lines go out, repaired and numbered.
 * Promise: a line's number is the one an editor shows, whatever line ends the file has.
 */
import { repairLine } from './repair.ts';

export interface ScrapedLine {
  /** From 1. A paragraph of joined lines has the number of its first. */
  readonly number: number;
  /** White space collapsed, never empty. */
  readonly text: string;
  /** As it stood, when more than white space was changed. */
  readonly raw: string | null;
  readonly gapBefore: boolean;
  /** Columns the line was indented by, tabs counted as one. */
  readonly indent: number;
}

export interface ReadLines {
  readonly lines: readonly ScrapedLine[];
  readonly mojibake: boolean;
  readonly entities: boolean;
}

export function readLines(text: string): ReadLines {
  const lines: ScrapedLine[] = [];
  let gapBefore = false;
  let mojibake = false;
  let entities = false;
  text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/).forEach((raw, at) => {
    const repaired = repairLine(raw);
    mojibake ||= repaired.mojibake;
    entities ||= repaired.entities;
    if (repaired.text === '') {
      gapBefore = true;
      return;
    }
    const shown = raw === repaired.text ? raw : raw.replaceAll(/\s+/g, ' ').trim();
    const indent = shown === raw ? 0 : raw.length - raw.trimStart().length;
    lines.push({ number: at + 1, text: repaired.text, raw: shown === repaired.text ? null : shown, gapBefore, indent });
    gapBefore = false;
  });
  return { lines, mojibake, entities };
}
