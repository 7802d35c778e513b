/**
 * The face of an article. In: what all its objects give. Out: the head item, newest capture first, with its version and its
 * place in the feed. Promise: a function of the set of contributions (and of `texts`, which only says what is left to settle).
 */
import { z } from 'zod';
import type { Contribution } from './contribution.ts';
import type { Attributes } from './item.ts';
import { dayFeedOf } from './keys.ts';
import { PlainFacts, plainAttributes } from './plain-facts.ts';
import { textOfFacts } from './text-id.ts';
import { compareText } from './url.ts';
import { versionOf } from './version.ts';

const Texts = z.object({
  /** Texts under which the article may still be a member of a story: written before members, trimmed after. */
  texts: z.array(z.string()),
  /** How often the content has changed, going back to an older one included; by which the change log sees what it has not told. */
  turn: z.number().default(0),
  gen: z.number(),
});
const Live = Texts.extend(PlainFacts.shape).extend({
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

export function headOf(
  articleId: string,
  contributions: readonly Contribution[],
  texts: readonly string[],
): Attributes {
  const present = presentOf(contributions);
  const [winner] = present;
  if (winner === undefined || winner.facts === null) {
    const [leadsTo] = contributions.flatMap((one) => one.leadsTo ?? []).sort();
    return { live: false, articleId, texts: [...texts].sort(), ...(leadsTo === undefined ? {} : { leadsTo }) };
  }
  const { facts, objectId } = winner;
  const text = textOfFacts(facts);
  return {
    ...plainAttributes(facts),
    live: true,
    objectId,
    objects: present.length,
    version: versionOf(contributions.flatMap((one) => one.publications)),
    text,
    texts: [...new Set([...texts, text])].sort(),
    feedPk: dayFeedOf(facts.sortDate.utc, articleId),
    feedSk: `${facts.sortDate.utc}#${articleId}`,
  };
}

/** `before`: the head as it was. Depends on what was seen on the way: two stores with the same objects may differ in it. */
export function turnOf(contributions: readonly Contribution[], before: Head | null): number {
  const [winner] = presentOf(contributions);
  const was = before?.live === true ? contentOf(before) : null;
  return (before?.turn ?? 0) + (contentOf(winner?.facts ?? null) === was ? 0 : 1);
}

function contentOf(facts: PlainFacts | null): string | null {
  return facts === null ? null : facts.digest || facts.contentHash;
}

function presentOf(contributions: readonly Contribution[]): readonly Contribution[] {
  return contributions.filter((one) => one.present).sort(newestFirst);
}

/** Maximum of (captured at, last modified, content hash); the object's id only makes the order total. */
function newestFirst(a: Contribution, b: Contribution): number {
  const seen = (one: Contribution) => one.facts?.capturedAt ?? one.lastModified ?? '';
  return (
    compareText(seen(b), seen(a)) ||
    compareText(b.lastModified ?? '', a.lastModified ?? '') ||
    compareText(b.facts?.contentHash ?? '', a.facts?.contentHash ?? '') ||
    compareText(b.objectId, a.objectId)
  );
}

/** Texts that are not the article's own any more. */
export function staleTexts(head: Head): readonly string[] {
  return head.live ? head.texts.filter((text) => text !== head.text) : head.texts;
}
