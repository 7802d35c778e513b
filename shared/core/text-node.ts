/**
 * One distinct cleaned text and its place among the stories. In: the table's item. Out: a node. Promise: what articles say of it
 * (present, tally) and where it belongs (story) stand in one item, so that one guard covers both.
 */
import { z } from 'zod';
import type { Attributes, Item } from './item.ts';
import { parsedOnce } from './parsed-once.ts';
import { revisionOf } from './revision-of.ts';
import { Tally } from './tally.ts';

const Node = z.object({
  textId: z.string(),
  /** At least one article carries it. */
  present: z.boolean(),
  tally: Tally,
  /** Null when no article that carried it was ever seen to. */
  print: z.instanceof(Uint8Array).nullable(),
  /** What it is about, in the words of its smallest article. */
  about: z.instanceof(Uint8Array).nullable(),
  /** Counts how often it came or went. */
  epoch: z.number(),
  /** Its postings say what `present` says. */
  posted: z.boolean(),
  /** Its place follows them too. */
  settled: z.boolean(),
  /** Its story; null before it has one, and when nobody carries it any more. */
  storyId: z.string().nullable(),
  /** Every story that may list it: written before the place changes, trimmed when the stories know. */
  stories: z.array(z.string()),
  /** Texts whose place is being changed on behalf of this one, by the generation that noted it: written before, cleared after. */
  mending: z.record(z.string(), z.array(z.string())),
  gen: z.number(),
});
export type TextNode = z.infer<typeof Node>;
export const TextNode = parsedOnce<TextNode>(Node);

export function textNode(item: Item | null): TextNode | null {
  return item === null ? null : TextNode.parse(item);
}

/** What the articles that carry a text say of it. */
export interface Said {
  readonly tally: Tally;
  readonly print: Uint8Array | null;
  readonly about: Uint8Array | null;
}

/** What articles say of the text is new; its place is carried over, to be settled when it came or went. */
export function nodeOf(textId: string, { tally, print, about }: Said, previous: TextNode | null): Attributes {
  const present = tally.copies > 0;
  const known = previous?.print ?? print;
  // An article that does not carry the text may be the first to count those that do: they bring the print.
  const isAsBefore = previous !== null && previous.present === present && (previous.print !== null || known === null);
  return {
    textId,
    present,
    tally,
    print: known,
    about,
    epoch: (previous?.epoch ?? 0) + (isAsBefore ? 0 : 1),
    posted: isAsBefore && previous.posted,
    settled: isAsBefore && previous.settled,
    storyId: previous?.storyId ?? null,
    stories: previous?.stories ?? [],
    mending: previous?.mending ?? {},
  };
}

/** Grows with each write of the node: what is copied from it elsewhere never goes back to an older state. */
export function nodeRevision(node: TextNode): string {
  return revisionOf(node.gen);
}
