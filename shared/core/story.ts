/**
 * One piece of reporting and the articles that carry exactly its text. In: heads, then members. Out: member and summary items.
 * Promise: functions of the set: who was first is decided by trustworthy dates, never by who arrived first.
 */
import { z } from 'zod';
import type { Head } from './head.ts';
import type { Attributes } from './item.ts';
import { type Moment, trustedMoment } from './moment.ts';
import { STORE_LIMITS } from './store-limits.ts';
import { compareText } from './url.ts';

const MomentValue = z.object({ utc: z.string(), latest: z.string() });

export const Member = z.object({
  articleId: z.string(),
  present: z.boolean(),
  publisher: z.string().nullable(),
  /** Null when the article states no date that can be trusted. */
  moment: MomentValue.nullable(),
  sortUtc: z.string().nullable(),
});
export type Member = z.infer<typeof Member>;

export const First = z.object({ id: z.string(), utc: z.string() });
export type First = z.infer<typeof First>;

export const Story = z.object({
  storyId: z.string(),
  present: z.boolean(),
  /** Articles that carry the text now. */
  copies: z.number(),
  /** The earliest trustworthy publication; null when no member has one. */
  first: First.nullable(),
});
export type Story = z.infer<typeof Story>;

export function memberOf(head: Head | null, articleId: string, text: string): Attributes {
  const carries = head?.live === true && head.text === text;
  if (!carries) return { articleId, present: false, publisher: null, moment: null, sortUtc: null };
  const moment = trustedMoment(head.published);
  return {
    articleId,
    present: true,
    publisher: head.publisher,
    moment: moment === null ? null : { ...moment },
    sortUtc: head.sortDate.utc,
  };
}

export function storyOf(storyId: string, text: string, members: readonly Member[]): Attributes {
  const present = members.filter((member) => member.present);
  const dated = present.flatMap(({ articleId, moment }) => (moment === null ? [] : [{ articleId, ...moment }]));
  const [earliest] = dated.sort(earlierFirst);
  const first = earliest === undefined ? null : { id: earliest.articleId, utc: earliest.utc };
  return {
    storyId,
    text,
    present: present.length > 0,
    copies: present.length,
    first,
    // A view for people, capped; the members themselves are items of their own.
    members: [...present]
      .sort(inTime)
      .slice(0, STORE_LIMITS.storyMembers)
      .map((member) => shown(member, first)),
  };
}

function shown(member: Member, first: First | null): Attributes {
  const { articleId, publisher, sortUtc, moment } = member;
  return { articleId, publisher, utc: sortUtc, disputed: isDisputed(moment, first) };
}

/** An identical text that is more than 30 days older shows that this date is not the first publication. */
export function isDisputed(own: Moment | null, first: First | null): boolean {
  if (own === null || first === null) return false;
  return Date.parse(own.utc) - Date.parse(first.utc) > STORE_LIMITS.disputeMs;
}

interface Dated extends Moment {
  readonly articleId: string;
}

function earlierFirst(a: Dated, b: Dated): number {
  return compareText(a.latest, b.latest) || compareText(a.utc, b.utc) || compareText(a.articleId, b.articleId);
}

function inTime(a: Member, b: Member): number {
  return compareText(a.sortUtc ?? '', b.sortUtc ?? '') || compareText(a.articleId, b.articleId);
}
