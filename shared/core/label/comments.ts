/**
 * What readers wrote: below the heading of the comments nothing is the article's text again.
 * Promise: a jump link or counter above or inside the text opens no comments, since most of the text still follows it.
 */
import type { Draft } from './draft.ts';

/** Words of text above a heading, before it can be the end of an article. */
const LEAST_ABOVE = 60;
/** Share of the text above that may seem to follow; where more does, the heading stands inside the text. */
const MOST_BELOW = 0.25;

/** From here on the model is believed. */
const CERTAIN = 0.9;

export function labelComments(draft: Draft): void {
  const heading = draft.lines.findIndex(
    ({ index, phrase }) => phrase?.place === 'whole' && draft.labelOf(index) === 'ui.comments' && isEnd(draft, index),
  );
  if (heading === -1) return;
  for (const { index } of draft.lines.slice(heading + 1))
    if (draft.isBody(index)) draft.suggest(index, 'ui.comments', 'comments.below', CERTAIN);
}

function isEnd(draft: Draft, heading: number): boolean {
  let [above, below] = [0, 0];
  for (const { index, words } of draft.lines) {
    if (!draft.isBody(index)) continue;
    if (index < heading) above += words;
    else below += words;
  }
  return above >= LEAST_ABOVE && below <= above * MOST_BELOW;
}
