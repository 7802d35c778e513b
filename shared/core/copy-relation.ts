/** How a stored text relates to another one. In: two prints, as stored. Out: the relation, with what each has of the other. */
import { likeness } from './copies/likeness.ts';
import { unpackPrint } from './copies/packed-print.ts';
import type { TextNode } from './text-node.ts';

export interface CopyRelation {
  /** What this text is of the other; null when they are in one story through others only. */
  readonly relation: 'identical' | 'abridged' | 'extended' | 'partial' | null;
  /** Share of this text's words that the other has, 0 to 1. */
  readonly coverage: number;
  /** Share of the other text's words that this one has. */
  readonly coverageOfOther: number;
  /** The same text but for a slip. */
  readonly verbatim: boolean;
}

const SAME: CopyRelation = { relation: 'identical', coverage: 1, coverageOfOther: 1, verbatim: true };
const UNKNOWN: CopyRelation = { relation: null, coverage: 0, coverageOfOther: 0, verbatim: false };

export function relationTo(own: TextNode, other: TextNode): CopyRelation {
  if (own.textId === other.textId) return SAME;
  if (own.print === null || other.print === null) return UNKNOWN;
  const { relation, coverageA, coverageB, verbatim } = likeness(unpackPrint(own.print), unpackPrint(other.print));
  return { relation: relation === 'none' ? null : relation, coverage: coverageA, coverageOfOther: coverageB, verbatim };
}
