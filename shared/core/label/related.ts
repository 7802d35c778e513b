/**
 * Other articles: headings such as "Most read" come in labelled, the lists of headlines under them are labelled too.
 * Promise: a list ends where the text resumes, so that a related link inside a text costs nothing of the text.
 */
import type { Draft, Line } from './draft.ts';
import { bodySpan } from './span.ts';

const ITEM_WORDS = { fewest: 3, most: 30 } as const;
/** Items under one heading inside the text; after the text a list runs to the end. */
const INSIDE_ITEMS = 12;

export function labelRelated(draft: Draft): void {
  const span = bodySpan(draft);
  let open = false;
  let items = 0;
  for (const line of draft.lines) {
    const label = draft.labelOf(line.index);
    if (label === 'related.heading') {
      open = true;
      items = 0;
      continue;
    }
    // What stands under a headline is about it, whatever list stood above.
    if (label === 'meta.headline') open = false;
    if (!open || label !== null) continue;
    const inside = line.index < span.last;
    if (draft.isBody(line.index) && (inside || !isItem(line))) open = false;
    else if (inside && ++items > INSIDE_ITEMS) open = false;
    else if (isItem(line)) draft.put(line.index, 'related.item', 'related.item');
  }
}

function isItem({ words, text }: Line): boolean {
  return words >= ITEM_WORDS.fewest && words <= ITEM_WORDS.most && !/[.。]$/.test(text);
}
