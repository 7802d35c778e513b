/**
 * A copy that explains itself. In: two articles with one text, as the store knows them. Out: what the one is of the other, how much of it
 * each has, whose text it is, and how it is known which way it went. Promise: mirrored arguments tell the same way.
 */
import { type CopyFacts, type Direction, directionOf } from './copies/direction.ts';
import { firstFacts, headFacts } from './copy-direction.ts';
import { type CopyRelation, relationTo } from './copy-relation.ts';
import type { LiveHead } from './head.ts';
import type { Carrier, First } from './tally.ts';
import type { TextNode } from './text-node.ts';

export interface TowardsFirst {
  /** What the copy is of the first; null when nobody knows who was, or it has nothing of it. */
  readonly relation: CopyRelation['relation'];
  /** Share of the copy's words that the first has; null when nobody knows who was. */
  readonly coverage: number | null;
  /** Share of the first's words that the copy has. */
  readonly coverageOfFirst: number | null;
  /** The agency whose text it is, as a credit or dateline of either says; null when neither does, or they differ. */
  readonly provider: string | null;
  /** How it is known which way the text went; null for the first itself, and when nobody knows who was. */
  readonly direction: Direction['basis'] | null;
}

export interface Between {
  /** What the article is of the copy; null when they are in one story through others only. */
  readonly relation: CopyRelation['relation'];
  /** Share of the article's words that the copy has. */
  readonly coverage: number;
  /** Share of the copy's words that the article has. */
  readonly coverageOfCopy: number;
  readonly provider: string | null;
  readonly direction: Direction['basis'];
  /** The id of the one that had it first; null when nobody knows. */
  readonly from: string | null;
}

/** By their ids: texts and articles, the first of the story among them. */
export interface KnownCopies {
  readonly nodes: ReadonlyMap<string, TextNode>;
  readonly heads: ReadonlyMap<string, LiveHead>;
}

/** `first`: null as well when it may not be spoken of. */
export function towardsFirst(copy: Carrier, first: First | null, { nodes, heads }: KnownCopies): TowardsFirst {
  const { articleId, moment } = copy;
  const [node, firstNode] = [nodes.get(copy.text), nodes.get(first?.text ?? '')];
  const relation = node === undefined || firstNode === undefined ? null : relationTo(node, firstNode);
  const shares = {
    relation: relation?.relation ?? null,
    coverage: relation?.coverage ?? null,
    coverageOfFirst: relation?.coverageOfOther ?? null,
  };
  const own = headFacts(articleId, heads.get(articleId) ?? null, moment);
  if (first === null || first.id === articleId) return { ...shares, provider: own.provider, direction: null };
  const { basis, provider } = directionOf(own, firstFacts(first, heads.get(first.id) ?? null));
  return { ...shares, provider, direction: basis };
}

/** `own`: what the article says of itself; `text`: its text, null while it is on its way. */
export function betweenCopies(
  own: CopyFacts,
  text: TextNode | null,
  copy: Carrier,
  { nodes, heads }: KnownCopies,
): Between {
  const other = nodes.get(copy.text);
  const relation = text === null || other === undefined ? null : relationTo(text, other);
  const { articleId, moment } = copy;
  const { basis, provider, from } = directionOf(own, headFacts(articleId, heads.get(articleId) ?? null, moment));
  return {
    relation: relation?.relation ?? null,
    coverage: relation?.coverage ?? 0,
    coverageOfCopy: relation?.coverageOfOther ?? 0,
    ...{ provider, direction: basis, from },
  };
}
