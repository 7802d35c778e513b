/** An article among those that carry one text. In: its head. Out: the member item. Promise: a function of the head alone. */
import { z } from 'zod';
import type { Head } from './head.ts';
import { hiddenUntil } from './hidden.ts';
import type { Attributes } from './item.ts';
import { trustedMoment } from './moment.ts';
import { parsedOnce } from './parsed-once.ts';
import { Carrier } from './tally.ts';

const Carried = z.object({
  articleId: z.string(),
  /** Whose row says what the text is like; null where nobody carries it, and in members of before it was kept. */
  objectId: z.string().nullable().default(null),
  /** Null when the article does not carry the text any more. */
  carrier: Carrier.nullable(),
});
export type Member = z.infer<typeof Carried>;
export const Member = parsedOnce<Member>(Carried);

export function memberOf(head: Head | null, articleId: string, textId: string): Attributes {
  if (head?.live !== true || head.text !== textId) return { articleId, objectId: null, carrier: null };
  const { objectId, publisher, published, sortDate } = head;
  const moment = trustedMoment(published);
  const until = hiddenUntil(head);
  return {
    articleId,
    objectId,
    carrier: {
      articleId,
      text: textId,
      publisher,
      moment: moment === null ? null : { ...moment },
      sortUtc: sortDate.utc,
      ...(until === null ? {} : { hiddenUntil: until }),
    },
  };
}
