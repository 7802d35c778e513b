/**
 * One piece of reporting: all texts of it, and the articles that carry them. In: nodes, then entries. Out: entry and summary
 * items. Promise: functions of the set; who was first is decided by trustworthy dates, never by who arrived first.
 */
import { z } from 'zod';
import { allHiddenUntil, Hidden, hiddenOne, hiddenSum } from './hidden.ts';
import type { Attributes } from './item.ts';
import { namesakeOf } from './keys.ts';
import type { Moment } from './moment.ts';
import { parsedOnce } from './parsed-once.ts';
import { STORE_LIMITS } from './store-limits.ts';
import { Tally, tallySum } from './tally.ts';
import type { TextNode } from './text-node.ts';

const About = z.instanceof(Uint8Array).nullable();

/** A text in a story. `about`: of the text whose name the story bears only. */
const ListedText = z.object({ textId: z.string(), present: z.boolean(), tally: Tally, about: About.optional() });
export type Entry = z.infer<typeof ListedText>;
export const Entry = parsedOnce<Entry>(ListedText);

const Summary = z.object({
  storyId: z.string(),
  /** Somebody carries one of its texts now. */
  present: z.boolean(),
  /** Distinct texts. */
  texts: z.number(),
  /** How many of them nobody carries whom others may see; not there when there is none. */
  hiddenTexts: Hidden.exactOptional(),
  ...Tally.shape,
  /** What the text is about whose name it bears; in summaries of before it was kept here, the text alone says. */
  about: About.exactOptional(),
});
export type Story = z.infer<typeof Summary>;
export const Story = parsedOnce<Story>(Summary);

/** A part of a story, or all of it. */
export const StoryPart = Summary.omit({ storyId: true, present: true });
export type StoryPart = z.infer<typeof StoryPart>;

export function entryOf(node: TextNode, storyId: string): Attributes {
  const { textId, tally, about } = node;
  const present = node.present && node.storyId === storyId;
  const own = textId === namesakeOf(storyId) ? { about: present ? about : null } : {};
  return { textId, present, tally: present ? tally : { copies: 0, first: null, shown: [] }, ...own };
}

export function partOfEntries(entries: readonly Entry[]): StoryPart {
  const present = entries.filter((entry) => entry.present);
  const hidden = present.map(({ tally }) => hiddenOne(allHiddenUntil(tally.hidden, tally.copies)));
  const tally = tallySum(present.map((entry) => entry.tally));
  return { texts: present.length, ...hiddenTextsPart(hidden), ...tally };
}

function hiddenTextsPart(parts: readonly (Hidden | null | undefined)[]): Pick<StoryPart, 'hiddenTexts'> {
  const hiddenTexts = hiddenSum(parts);
  return hiddenTexts === null ? {} : { hiddenTexts };
}

export function partsSum(parts: readonly StoryPart[]): StoryPart {
  const texts = parts.reduce((sum, part) => sum + part.texts, 0);
  return { texts, ...hiddenTextsPart(parts.map(({ hiddenTexts }) => hiddenTexts)), ...tallySum(parts) };
}

export function storyOf(storyId: string, whole: StoryPart, about: Uint8Array | null) {
  const present = whole.texts > 0;
  return { storyId, present, ...whole, about: present ? about : null };
}

/** An identical text that is more than 30 days older shows that this date is not the first publication. */
export function isDisputed(own: Moment | null, first: Pick<Moment, 'utc'> | null): boolean {
  if (own === null || first === null) return false;
  return Date.parse(own.utc) - Date.parse(first.utc) > STORE_LIMITS.disputeMs;
}
