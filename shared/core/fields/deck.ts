/**
 * The deck: the standfirst below the headline. In: the labelled deck, and what metadata calls a description. Out: one or none.
 * Promise: neither the first paragraph of the text nor the headline again.
 */
import { foldedText } from '../fingerprint.ts';
import type { LabelledBlock } from '../label.ts';
import { readByline } from '../read/byline.ts';
import { readDateline } from '../read/dateline.ts';
import { readFactsLine } from '../read/facts-line.ts';
import { type Found, found, nothing, placeOf } from './found.ts';
import type { Sources } from './sources.ts';

export interface DeckAndSummary {
  readonly deck: string | null;
  /** What the page itself offers as its summary. */
  readonly summary: string | null;
}

/** A summary shorter than this is a label. */
const SHORTEST = 20;
/** Folding changes a text's length by a few characters at most. */
const FOLDED_AWAY = 8;
const CUT = /(?:…|\.\.\.|\[…\])$/;

export function readDeck(sources: Sources, headline: string | null, body: readonly string[]): Found<DeckAndSummary> {
  const offered = sources.of('deck').find(({ value }) => value.length >= SHORTEST && !sources.site.isSite(value));
  const summary = offered?.value ?? null;
  const [labelled] = sources.blocks('meta.deck');
  if (labelled !== undefined && !isFacts(labelled.block.text) && isOwn(labelled.block.text, headline, body)) {
    const { text } = labelled.block;
    return found({ deck: text, summary }, 'deck', placeOf(labelled.block), labelled.reason.rule, text);
  }
  if (offered !== undefined && isShown(sources, offered.value) && isOwn(offered.value, headline, body)) {
    return found({ deck: offered.value, summary }, 'deck', offered.where, 'deck.stated-and-shown', offered.value);
  }
  return nothing({ deck: null, summary });
}

/** A description that readers see is a deck; one that only search engines see is a summary. */
function isShown({ labelled }: Sources, text: string): boolean {
  if (CUT.test(text)) return false;
  const folded = foldedText(text);
  const alike = ({ label, block }: LabelledBlock): boolean =>
    !label.startsWith('body') && Math.abs(block.text.length - text.length) <= FOLDED_AWAY;
  return labelled.some((labelledBlock) => alike(labelledBlock) && foldedText(labelledBlock.block.text) === folded);
}

/** Who and when, glued together by a scrape. */
function isFacts(text: string): boolean {
  return readFactsLine(text, { language: null }) !== null || readByline(text, null) !== null;
}

function isOwn(text: string, headline: string | null, body: readonly string[]): boolean {
  const opening = readDateline(text)?.rest ?? text;
  const folded = foldedText(opening).replace(CUT, '').trim();
  if (headline !== null && foldedText(headline) === folded) return false;
  return !body
    .slice(0, 3)
    .some((paragraph) => foldedText(paragraph.slice(0, opening.length + FOLDED_AWAY)).startsWith(folded));
}
