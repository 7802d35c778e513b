/**
 * Scraping: a line comes in with the marks of lists and Markdown, the line goes out without them.
 * Promise: the dash that opens direct speech stays, since it is the writer's; `raw` keeps every mark.
 */
import type { ScrapedLine } from './lines.ts';

const BULLET = /^(?:[•◦▪▫●○■□‣⁃∙·*+»›▶►☞✓✔]|[-–](?=\s))\s*/u;
const SPEECH_END = /[.!?…,;:]["'”’»]?$/;
const HEADING = /^#{1,6} /;
const LINK = /!?\[([^\][]{0,300})\]\([^()\s]{1,2000}(?: "[^"]{0,300}")?\)/g;
const STRONG = /(\*\*|__)([^*_]{1,500})\1/g;
/** One `# ` may be a hash tag or a number sign; two signs of Markdown are Markdown. */
const MARKDOWN_SIGNS = 2;

export function looksLikeMarkdown(lines: readonly ScrapedLine[]): boolean {
  let signs = 0;
  for (const { text } of lines) {
    if (HEADING.test(text) || text.includes('](http') || text.includes('](/') || text.startsWith('```')) signs++;
    if (signs >= MARKDOWN_SIGNS) return true;
  }
  return false;
}

export function withoutMarks(line: ScrapedLine, markdown: boolean): ScrapedLine {
  const plain = markdown ? withoutMarkdown(line.text) : line.text;
  const text = withoutBullet(plain, markdown);
  if (text === line.text || text === '') return line;
  return { ...line, text, raw: line.raw ?? line.text };
}

function withoutMarkdown(text: string): string {
  const bare = text.replace(HEADING, '').replace(/^(?:> ?)+/, '');
  return bare.replaceAll(LINK, '$1').replaceAll(STRONG, '$2').trim();
}

/** A plain letter or digit, as nearly every line begins with, is no bullet. */
function isPlain(code: number): boolean {
  return (code > 0x60 && code < 0x7b) || (code > 0x40 && code < 0x5b) || (code > 0x2f && code < 0x3a);
}

/** `- No, he said.` opens with speech in Polish and Russian; a list item is a dash before something that ends without a stop. */
function withoutBullet(text: string, markdown: boolean): string {
  if (isPlain(text.charCodeAt(0))) return text.trim();
  const dashed = text.startsWith('-') || text.startsWith('–');
  if (dashed && !markdown && SPEECH_END.test(text)) return text;
  return text.replace(BULLET, '').trim();
}
