/**
 * Repetition in one piece: a long block that says what several paragraphs said before it becomes `dup.body`.
 * Promise: only a block that is made of them, nearly whole, counts; a summary or a quotation does not.
 */
import type { Draft, Line } from './draft.ts';

/** A paragraph of this length is never said again by chance. */
const LONG_CHARS = 80;
/** So many of them make a text. */
const FEWEST = 3;
/** Of the block, in characters. */
const SHARE = 0.8;

export function labelFusedRepeats(draft: Draft): void {
  const long: Line[] = [];
  for (const line of draft.lines) {
    if (line.text.length >= FEWEST * LONG_CHARS && isMadeOf(line.text, long))
      draft.put(line.index, 'dup.body', 'repeat.fused');
    else if (line.text.length >= LONG_CHARS) long.push(line);
  }
}

/** Looks for the next paragraph behind the last one that was found, so that each character is looked at about once for each paragraph. */
function isMadeOf(text: string, paragraphs: readonly Line[]): boolean {
  let [found, covered, from] = [0, 0, 0];
  for (const paragraph of paragraphs) {
    if (paragraph.text.length > text.length) continue;
    const at = text.indexOf(paragraph.text, from);
    if (at === -1) continue;
    found += 1;
    covered += paragraph.text.length;
    from = at + paragraph.text.length;
  }
  return found >= FEWEST && covered >= SHARE * text.length;
}
