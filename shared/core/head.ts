/**
 * The face of an article. In: what all its objects give. Out: the head item, newest capture first, with its version and its
 * place in the feed. Promise: a function of the set of contributions (and of `texts`, which only says what is left to settle).
 */
import { z } from 'zod';
import type { Contribution } from './contribution.ts';
import { feedSkOf } from './feed-place.ts';
import type { Attributes } from './item.ts';
import { dayFeedOf } from './keys.ts';
import { PlainFacts } from './plain-facts.ts';
import { textOfFacts } from './text-id.ts';
import { versionOf } from './version.ts';

const Texts = z.object({
  /** Texts under which the article may still be a member of a story: written before members, trimmed after. */
  texts: z.array(z.string()),
  /** How often the content has changed, going back to an older one included; by which the change log sees what it has not told. */
  turn: z.number().default(0),
  gen: z.number(),
});
/** All but what copies and coverage are found by: that stands in the row, and with the text. */
const Shown = PlainFacts.omit({ print: true, about: true });
const Live = Texts.extend(Shown.shape).extend({
  live: z.literal(true),
  objectId: z.string(),
  version: z.number(),
  /** Names the distinct text; a name of its own for what is no article. */
  text: z.string(),
  objects: z.number(),
});
const Gone = Texts.extend({
  live: z.literal(false),
  articleId: z.string(),
  /** The article that its object feeds, since something beside the object says who it is. */
  leadsTo: z.string().optional(),
});

export const Head = z.discriminatedUnion('live', [Live, Gone]);
export type Head = z.infer<typeof Head>;
export type LiveHead = z.infer<typeof Live>;

/** What the object says that speaks for the article. */
export interface Winner {
  readonly objectId: string;
  readonly facts: PlainFacts;
}

/** `winner`: of the contributions that are present; null when none is, or its row says otherwise by now. */
export function headOf(
  articleId: string,
  contributions: readonly Contribution[],
  winner: Winner | null,
  texts: readonly string[],
): Attributes {
  if (winner === null) {
    const [leadsTo] = contributions.flatMap((one) => one.leadsTo ?? []).sort();
    return { live: false, articleId, texts: [...texts].sort(), ...(leadsTo === undefined ? {} : { leadsTo }) };
  }
  const { facts, objectId } = winner;
  const text = textOfFacts(facts);
  return {
    ...Shown.parse(facts),
    live: true,
    objectId,
    objects: contributions.filter(({ present }) => present).length,
    version: versionOf(contributions.flatMap((one) => one.publications)),
    text,
    texts: [...new Set([...texts, text])].sort(),
    feedPk: dayFeedOf(facts.sortDate.utc, articleId),
    feedSk: feedSkOf(facts, articleId),
  };
}

/** `before`: the head as it was. Depends on what was seen on the way: two stores with the same objects may differ in it. */
export function turnOf(winner: Winner | null, before: Head | null): number {
  const was = before?.live === true ? contentOf(before) : null;
  return (before?.turn ?? 0) + (contentOf(winner?.facts ?? null) === was ? 0 : 1);
}

function contentOf(facts: Pick<PlainFacts, 'digest' | 'contentHash'> | null): string | null {
  return facts === null ? null : facts.digest || facts.contentHash;
}

/** Texts that are not the article's own any more. */
export function staleTexts(head: Head): readonly string[] {
  return head.live ? head.texts.filter((text) => text !== head.text) : head.texts;
}
