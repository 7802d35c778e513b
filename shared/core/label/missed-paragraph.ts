/**
 * Short paragraphs of a plain text that the model takes for furniture: the last one, and those beside an advertisement.
 * Promise: only what reads like a sentence, between a paragraph that is sure and another one, furniture, or the end.
 */
import type { Label } from '../label.ts';
import { BODY_THRESHOLD, type Draft, type Line } from './draft.ts';
import { foldInside, withoutQuotes } from './fold.ts';
import { countAppeal } from './phrases.ts';

const PROSE_END = /[.!?…。！？]["'”’»)\]」』]{0,2}$/;
const PROSE_START = /^["'“‘«„(「『]?[\p{Lu}\p{Lo}\p{N}]/u;
const FEWEST_WORDS = 7;
/** Below this the model is sure that it is none. */
const LEAST = 0.04;
/** The same inside the text, where a caption or the teaser of another article reads like a sentence too. */
const LEAST_INSIDE = 0.15;
/** The model nearly says body: another paragraph further down is enough. */
const NEARLY = 0.4;
/** Lines of furniture that may stand between two paragraphs. */
const MOST_BETWEEN = 2;

export function labelMissedParagraphs(draft: Draft): void {
  if (draft.page.format !== 'text') return;
  const missed = draft.lines.filter(
    (line) => draft.labelOf(line.index) === null && line.score >= LEAST && line.score < BODY_THRESHOLD,
  );
  if (missed.length === 0) return;
  const sure = draft.lines.map(({ index }) => draft.isBody(index));
  const last = sure.lastIndexOf(true);
  const isSure = (index: number) => sure[index] === true;
  for (const line of missed) {
    if (!isProse(line) || !isSure(beyondSlots(draft, line.index, -1))) continue;
    if (endsHere(draft, line.index + 1)) draft.put(line.index, 'body', 'body.last');
    else if (line.score >= (isSure(beyondSlots(draft, line.index, 1)) ? LEAST_INSIDE : NEARLY) && line.index < last)
      draft.put(line.index, 'body', 'body.between');
  }
}

/** The next line up or down that is more than a slot for an advertisement, an offer or a button. */
function beyondSlots(draft: Draft, from: number, step: 1 | -1): number {
  let at = from + step;
  for (let passed = 0; passed < MOST_BETWEEN && isSlot(draft.labelOf(at)); passed += 1) at += step;
  return at;
}

/** Such lines stand inside texts as well as around them. */
function isSlot(label: Label | null): boolean {
  return label !== null && /^(?:ui\.(?:control|share|label)|promo)/.test(label);
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
    PROSE_END.test(text.slice(-4)) &&
    PROSE_START.test(text) &&
    !text.includes('@') &&
    !addressesReader(text)
  );
}

/** Offers and invitations end many pages. */
function addressesReader(text: string): boolean {
  const { strong, address } = countAppeal(foldInside(withoutQuotes(text)));
  return strong > 0 || address;
}
