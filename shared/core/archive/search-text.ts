/**
 * Text as it is searched. In: what was written, or a phrase that somebody looks for. Out: both in one form. Promise: case, Latin,
 * Greek and Cyrillic accents, forms of quotes and dashes, and white space make no difference; everything else does.
 */
import { foldedText } from '../fingerprint.ts';

/** Accents only: in other scripts marks are letters. */
const ACCENTS = /[\u0300-\u036f]/g;

/** `foldedPhrase('“Café”  Noir')` //=> `"cafe" noir` */
export function foldedPhrase(text: string): string {
  return foldedText(text).normalize('NFD').replace(ACCENTS, '').normalize('NFC');
}

/** One paragraph a line, so that no phrase is found across two. */
export function searchText(paragraphs: readonly (string | null)[]): string {
  return paragraphs
    .map((paragraph) => foldedPhrase(paragraph ?? ''))
    .filter((line) => line !== '')
    .join('\n');
}
