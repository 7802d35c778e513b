/**
 * The article's fingerprint. In: the body paragraphs. Out: a hash that two copies share when only type has changed.
 * Promise: curly or straight quotes, long or short dashes, case and white space make no difference; a word does.
 */
import { createHash } from 'node:crypto';

const SINGLE_QUOTES = /[‘’‚‛′`´]/g;
const DOUBLE_QUOTES = /[“”„‟″«»]/g;
const DASHES = /[‐‑‒–—―−]/g;
const BLANKS = /\s+/g;

/** `“It’s  here”—now` //=> `"it's here"-now` */
export function foldedText(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase();
  return plain.replace(SINGLE_QUOTES, "'").replace(DOUBLE_QUOTES, '"').replace(DASHES, '-').replace(BLANKS, ' ').trim();
}

/** SHA-256, hex. */
export function contentHash(paragraphs: readonly string[]): string {
  return createHash('sha256').update(paragraphs.map(foldedText).join('\n'), 'utf8').digest('hex');
}
