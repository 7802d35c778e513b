/**
 * Scraping: the lines of a text that is Markdown for sure come in, the lines of its text go out. Promise: marks go, words stay; `raw` keeps
 * what stood there. Pictures, rules, fences and the list of addresses at the end are no text.
 */
import type { ScrapedLine } from './lines.ts';

const FENCE = /^(?:```|~~~)/;
/** `***`, `---`, `===` under a heading: nothing but marks. */
const RULE = /^(?:[-*_=][ \t]{0,3}){3,}$/;
const PICTURE = /^(?:\[)?!\[[^\][]{0,500}\]\([^()\s]{0,2000}(?: "[^"]{0,300}")?\)(?:\]\([^()\s]{0,2000}\))?$/;
const ADDRESSES = /^\[[^\][]{1,200}\]:[ \t]{1,8}(?:https?:|\/|<)/;

const REFERENCE = /\[([^\][]{1,300})\]\[[^\][]{0,200}\]/g;
const CODE = /`([^`]{1,500})`/g;
const STARRED = /(?<![\p{L}\p{N}*\\])\*(?![\s*])([^*]{1,500})(?<!\s)\*(?![\p{L}\p{N}*])/gu;
const LINED = /(?<![\p{L}\p{N}_\\])_(?![\s_])([^_]{1,500})(?<!\s)_(?![\p{L}\p{N}_])/gu;
const ANGLED = /<(https?:\/\/[^<>\s]{1,2000})>/g;
const ESCAPED = /\\([\\`*_{}[\]()#+.!>|~-])/g;

export function markdownLines(lines: readonly ScrapedLine[]): readonly ScrapedLine[] {
  return lines.flatMap((line) => {
    const { text } = line;
    if (FENCE.test(text) || RULE.test(text) || PICTURE.test(text) || ADDRESSES.test(text)) return [];
    return [line];
  });
}

/** What `withoutMarks` leaves: emphasis, code, references, marks that were written out. */
export function withoutInlineMarks(line: ScrapedLine): ScrapedLine {
  const text = line.text
    .replace(REFERENCE, '$1')
    .replace(CODE, '$1')
    .replace(STARRED, '$1')
    .replace(LINED, '$1')
    .replace(ANGLED, '$1')
    .replace(ESCAPED, '$1')
    .trim();
  return text === line.text || text === '' ? line : { ...line, text, raw: line.raw ?? line.text };
}
