/**
 * Scraping: a text without line ends comes in, its sentences go out.
 * Promise: one pass; joined with blanks the sentences give the text back.
 */

const ENDS = new Set(['.', '!', '?', '…', '。', '！', '？', '؟', '।']);
const WIDE = new Set(['。', '！', '？']);
const CLOSERS = new Set(['"', "'", '”', '’', '»', ')', ']', '」', '』', '）']);
/** Shorter words before a full stop are titles, initials and months more often than ends of sentences. */
const SHORTEST_LAST_WORD = 4;
const OPENS = /[\p{Lu}\p{Lo}\p{N}"'“‘«„([「『—–-]/u;

export function sentencesOf(text: string): readonly string[] {
  const sentences: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (!ENDS.has(sign)) continue;
    let end = at + 1;
    while (end < text.length && CLOSERS.has(text[end] ?? '')) end++;
    const ends =
      WIDE.has(sign) ||
      (text[end] === ' ' && OPENS.test(text[end + 1] ?? '') && (sign !== '.' || longWordBefore(text, at)));
    if (!ends) continue;
    sentences.push(text.slice(from, end).trim());
    from = end;
    at = end - 1;
  }
  sentences.push(text.slice(from).trim());
  return sentences.filter((sentence) => sentence !== '');
}

function longWordBefore(text: string, at: number): boolean {
  for (let back = 1; back <= SHORTEST_LAST_WORD; back++) {
    const letter = text[at - back] ?? ' ';
    if (!/[\p{L}\p{N}\p{Pf}")'%]/u.test(letter)) return false;
  }
  return true;
}
