/**
 * How many articles carry a text or a story, who was first, and the earliest few to show. In: carriers, or tallies of parts.
 * Out: a tally. Promise: adding is order-free, so a large whole can be counted in parts.
 */
import { z } from 'zod';
import { Hidden, hiddenOne, hiddenSum } from './hidden.ts';
import { STORE_LIMITS } from './store-limits.ts';
import { compareText } from './url.ts';

const MomentValue = z.object({ utc: z.string(), latest: z.string() });

/** An article that carries a text. */
export const Carrier = z.object({
  articleId: z.string(),
  text: z.string(),
  publisher: z.string().nullable(),
  /** Null when the article states no date that can be trusted. */
  moment: MomentValue.nullable(),
  sortUtc: z.string(),
  /** Until when others may not see it, or `always`; not there for most. */
  hiddenUntil: z.string().exactOptional(),
});
export type Carrier = z.infer<typeof Carrier>;

export const First = z.object({ id: z.string(), text: z.string(), utc: z.string(), latest: z.string() });
export type First = z.infer<typeof First>;

export const Tally = z.object({
  copies: z.number(),
  /** How many of them others may not see; not there when they may see all. */
  hidden: Hidden.exactOptional(),
  /** The earliest trustworthy publication; null when nobody has one. */
  first: First.nullable(),
  /** The earliest by sort date, for people; the rest are items of their own. */
  shown: z.array(Carrier),
});
export type Tally = z.infer<typeof Tally>;

export const NOBODY: Tally = { copies: 0, first: null, shown: [] };

export function tallyOf(carrier: Carrier): Tally {
  const { articleId, text, moment, hiddenUntil = null } = carrier;
  const first = moment === null ? null : { id: articleId, text, ...moment };
  return { copies: 1, ...hiddenPart(hiddenOne(hiddenUntil)), first, shown: [carrier] };
}

export function tallySum(parts: readonly Tally[]): Tally {
  const [first] = parts.flatMap((part) => (part.first === null ? [] : [part.first])).sort(earlierFirst);
  return {
    copies: parts.reduce((sum, part) => sum + part.copies, 0),
    ...hiddenPart(hiddenSum(parts.map(({ hidden }) => hidden))),
    first: first ?? null,
    shown: parts
      .flatMap((part) => part.shown)
      .sort(inTime)
      .slice(0, STORE_LIMITS.shownCarriers),
  };
}

function hiddenPart(hidden: Hidden | null): Pick<Tally, 'hidden'> {
  return hidden === null ? {} : { hidden };
}

/** A day without a time may have been its evening: it cannot claim to be first. */
function earlierFirst(a: First, b: First): number {
  return compareText(a.latest, b.latest) || compareText(a.utc, b.utc) || compareText(a.id, b.id);
}

function inTime(a: Carrier, b: Carrier): number {
  return compareText(a.sortUtc, b.sortUtc) || compareText(a.articleId, b.articleId);
}
