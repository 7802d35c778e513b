/**
 * Clustering part by part. Scored pairs of 0..n-1 come in as columns, the smallest member of each one's cluster goes out. Promise: the same as
 * `clusters` gives for all at once, in the memory of the largest part.
 *
 * Why it is the same: a pair of clusters is joined when its pairs average `least` or more. What was not scored counts `missing`, which is less;
 * so clusters without a pair of `least` between them are never joined, and what such pairs do not connect has no say in another's matter.
 */
import { clusters, type Linkage, type ScoredPair } from './average-linkage.ts';
import type { Pairs } from './neighbours.ts';

export interface ScoredPairs extends Pairs {
  readonly score: Float64Array;
}

export function clustersByParts(count: number, pairs: ScoredPairs, linkage: Linkage): Uint32Array {
  if (linkage.missing >= linkage.least) throw new RangeError('What is not scored must count less than what joins.');
  const part = partsOf(count, pairs, linkage.least);
  const members = grouped(part, count);
  const bonds = grouped(
    Uint32Array.from(pairs.a, (a, at) => (part[a] === part[pairs.b[at] ?? 0] ? (part[a] ?? 0) : count)),
    count + 1,
  );
  const roots = Uint32Array.from({ length: count }, (_, at) => at);
  const local = new Uint32Array(count);
  for (let of = 0; of < count; of += 1) {
    const own = members.of(of);
    if (own.length < 2) continue;
    for (const [at, member] of own.entries()) local[member] = at;
    const scored = Array.from(bonds.of(of), (at): ScoredPair => {
      const [a = 0, b = 0] = [pairs.a[at], pairs.b[at]];
      return { a: local[a] ?? 0, b: local[b] ?? 0, score: pairs.score[at] ?? 0 };
    });
    for (const [at, root] of clusters(own.length, scored, linkage).entries()) roots[own[at] ?? 0] = own[root] ?? 0;
  }
  return roots;
}

/** Of each one the smallest that it is connected with. */
function partsOf(count: number, { a, b, score }: ScoredPairs, least: number): Uint32Array {
  const up = Uint32Array.from({ length: count }, (_, at) => at);
  const rootOf = (of: number) => {
    let here = of;
    for (let next = up[here] ?? here; next !== here; next = up[here] ?? here) {
      up[here] = up[next] ?? next;
      here = next;
    }
    return here;
  };
  for (const [at, value] of score.entries()) {
    if (value < least) continue;
    const [x, y] = [rootOf(a[at] ?? 0), rootOf(b[at] ?? 0)];
    up[Math.max(x, y)] = Math.min(x, y);
  }
  return up.map((_, at) => rootOf(at));
}

/** Places by the group that each is in, in order. */
function grouped(groups: Uint32Array, count: number) {
  const starts = new Uint32Array(count + 1);
  for (const group of groups) starts[group + 1] = (starts[group + 1] ?? 0) + 1;
  for (let at = 0; at < count; at += 1) starts[at + 1] = (starts[at + 1] ?? 0) + (starts[at] ?? 0);
  const [places, filled] = [new Uint32Array(groups.length), starts.slice(0, count)];
  for (const [place, group] of groups.entries()) {
    const at = filled[group] ?? 0;
    places[at] = place;
    filled[group] = at + 1;
  }
  return { of: (group: number) => places.subarray(starts[group], starts[group + 1]) };
}
