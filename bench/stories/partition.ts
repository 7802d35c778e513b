/** A partition against the true one. Labels come in, pair precision, recall, F1 and the adjusted Rand index go out, in per cent. */
import { pairName } from './texts.ts';

export interface Member {
  readonly id: string;
  readonly truth: string;
  readonly story: string;
}

export interface Figures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly ari: number;
}

/** Ignored pairs count for nobody, except in the adjusted Rand index, which knows no pairs. */
export function partitionFigures(members: readonly Member[], ignored: ReadonlySet<string>): Figures {
  const truth = pairsOf(members, (member) => member.truth, ignored);
  const found = pairsOf(members, (member) => member.story, ignored);
  const hits = [...found].filter((pair) => truth.has(pair)).length;
  const [precision, recall] = [hits / Math.max(1, found.size), hits / Math.max(1, truth.size)];
  const f1 = hits === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision: 100 * precision, recall: 100 * recall, f1: 100 * f1, ari: 100 * adjustedRand(members) };
}

function pairsOf(
  members: readonly Member[],
  labelOf: (member: Member) => string,
  ignored: ReadonlySet<string>,
): Set<string> {
  const pairs = new Set<string>();
  for (const group of Map.groupBy(members, labelOf).values())
    for (const [at, { id }] of group.entries())
      for (const other of group.slice(at + 1)) pairs.add(pairName(id, other.id));
  for (const pair of ignored) pairs.delete(pair);
  return pairs;
}

function adjustedRand(members: readonly Member[]): number {
  const twos = (labelOf: (member: Member) => string) =>
    [...Map.groupBy(members, labelOf).values()].reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0);
  const both = twos(({ truth, story }) => `${truth} ${story}`);
  const [truth, found] = [twos((member) => member.truth), twos((member) => member.story)];
  const expected = (truth * found) / ((members.length * (members.length - 1)) / 2);
  return (both - expected) / ((truth + found) / 2 - expected);
}
