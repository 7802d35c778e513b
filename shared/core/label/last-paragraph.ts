/**
 * The last paragraph of a plain text, when it is short: the model often takes it for what follows the article.
 * Promise: only what reads like a sentence, right below a paragraph that is sure and right above furniture or the end.
 */
import { BODY_THRESHOLD, type Draft, type Line } from './draft.ts';
import { foldInside, withoutQuotes } from './fold.ts';
import { countAppeal } from './phrases.ts';

const PROSE_END = /[.!?…。！？]["'”’»)\]」』]{0,2}$/;
const PROSE_START = /^["'“‘«„(「『]?[\p{Lu}\p{Lo}\p{N}]/u;
const FEWEST_WORDS = 7;
/** Below this the model is sure that it is none. */
const LEAST = 0.04;

export function labelLastParagraph(draft: Draft): void {
  if (draft.page.format !== 'text') return;
  const missed = draft.lines.filter(
    (line) => draft.labelOf(line.index) === null && line.score >= LEAST && line.score < BODY_THRESHOLD,
  );
  const sure = draft.lines.map(({ index }) => draft.isBody(index));
  for (const line of missed) {
    const closes = sure[line.index - 1] === true && endsHere(draft, line.index + 1);
    if (closes && isProse(line)) draft.put(line.index, 'body', 'body.last');
  }
}

/** Furniture or nothing follows. */
function endsHere(draft: Draft, next: number): boolean {
  const label = draft.labelOf(next);
  return next >= draft.lines.length || (label !== null && /^(?:ui|related|promo|footer)/.test(label));
}

function isProse({ text, words, phrase }: Line): boolean {
  return (
    phrase === null &&
    words >= FEWEST_WORDS &&
    !text.includes('@') &&
    !addressesReader(text) &&
    PROSE_END.test(text.slice(-4)) &&
    PROSE_START.test(text)
  );
}

/** Offers and invitations end many pages. */
function addressesReader(text: string): boolean {
  const { strong, address } = countAppeal(foldInside(withoutQuotes(text)));
  return strong > 0 || address;
}
