/**
 * Where a text without markup says when, if nothing around its headline does: on a line of its own between its first paragraphs, or below its last one. In: the
 * labelled blocks of a text. Out: offers, none or one. Promise: asked only when there is no other; several days below the text are those of other articles.
 */
import type { LabelledBlock } from '../label.ts';
import { type DateContext, type DateStatement, readDate } from '../read/dates.ts';
import type { DateOffer } from './date-offers.ts';
import { placeOf } from './found.ts';
import type { Sources } from './sources.ts';

/** Blocks between headline and text: players, buttons, pictures. */
const MOST_ABOVE = 60;
/** Of the text that may stand above the date: a deck, and what a picture shows. */
const FIRST_PARAGRAPHS = 2;
const MOST_BELOW = 20;
const FAR_WEIGHT = 1;

export function farDates({ page, labelled }: Sources, context: DateContext): readonly DateOffer[] {
  if (page.format !== 'text') return [];
  const above = datesIn(upperPart(labelled), context);
  const below = datesIn(lowerPart(labelled), context);
  const days = new Set(below.map(({ value }) => `${value.year}-${value.month}-${value.day}`));
  const [first] = above.length > 0 ? above : days.size === 1 ? below : [];
  return first === undefined ? [] : [first];
}

function upperPart(labelled: readonly LabelledBlock[]): readonly LabelledBlock[] {
  const headline = labelled.findIndex(({ label }) => label === 'meta.headline');
  if (headline < 0) return [];
  const part = labelled.slice(headline, headline + MOST_ABOVE);
  const paragraphs = part.flatMap(({ label }, at) => (label === 'body' ? [at] : []));
  return part.slice(0, paragraphs[FIRST_PARAGRAPHS] ?? paragraphs.at(-1) ?? part.length);
}

function lowerPart(labelled: readonly LabelledBlock[]): readonly LabelledBlock[] {
  const last = labelled.findLastIndex(({ label }) => label === 'body');
  const part = last < 0 ? [] : labelled.slice(last + 1, last + 1 + MOST_BELOW);
  const comments = part.findIndex(({ label }) => label === 'ui.comments');
  return comments < 0 ? part : part.slice(0, comments);
}

/** Lines that are a date and its time, or say that something was published then. */
function datesIn(part: readonly LabelledBlock[], context: DateContext): readonly DateOffer[] {
  return part.flatMap(({ block, label }) => {
    const reading = label === 'related.item' ? null : readDate(block.text, context);
    return (reading?.statements ?? [])
      .filter(isOfPublication)
      .map(({ value, raw }): DateOffer => ({ value, raw, where: placeOf(block), weight: FAR_WEIGHT }));
  });
}

function isOfPublication({ role, value }: DateStatement): boolean {
  const isWhole = value.year !== null && value.day !== null;
  return isWhole && (role === 'published' || (role === 'unlabelled' && value.time !== null));
}
