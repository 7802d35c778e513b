/**
 * Clustering by average linkage over a sparse graph. Scored pairs of 0..n-1 come in, the smallest member of each one's cluster goes out.
 * Promise: a function of the set of pairs; ties are broken by the smallest members.
 */

export interface ScoredPair {
  readonly a: number;
  readonly b: number;
  readonly score: number;
}

export interface Linkage {
  /** What a pair that was not scored counts. */
  readonly missing: number;
  /** Clusters whose average is at least this are joined. */
  readonly least: number;
}

interface Bond {
  readonly sum: number;
  readonly pairs: number;
}

interface Offer {
  readonly average: number;
  readonly a: number;
  readonly b: number;
  readonly ages: number;
}

/** `clusters(3, [{ a: 0, b: 2, score: 1 }], { missing: -4, least: 0 })` //=> [0, 1, 0] */
export function clusters(count: number, pairs: readonly ScoredPair[], linkage: Linkage): readonly number[] {
  const graph = openGraph(count, pairs);
  const heap: Offer[] = [];
  const offer = (a: number, b: number) => {
    const bond = graph.bonds[a]?.get(b);
    if (bond === undefined) return;
    const area = at(graph.sizes, a) * at(graph.sizes, b);
    const average = (bond.sum + (area - bond.pairs) * linkage.missing) / area;
    if (average >= linkage.least)
      push(heap, { average, a: Math.min(a, b), b: Math.max(a, b), ages: at(graph.ages, a) + at(graph.ages, b) });
  };
  for (const [a, bonds] of graph.bonds.entries()) for (const b of bonds.keys()) if (a < b) offer(a, b);
  for (let best = pop(heap); best !== undefined; best = pop(heap)) {
    if (graph.root[best.a] !== best.a || graph.root[best.b] !== best.b) continue;
    if (at(graph.ages, best.a) + at(graph.ages, best.b) !== best.ages) continue;
    join(graph, best.a, best.b);
    for (const other of graph.bonds[best.a]?.keys() ?? []) offer(best.a, other);
  }
  return graph.root.map((_, index) => rootOf(graph.root, index));
}

interface Graph {
  readonly bonds: Map<number, Bond>[];
  readonly sizes: number[];
  /** Grows with every join, so that an offer made before it is known to be stale. */
  readonly ages: number[];
  readonly root: number[];
}

function openGraph(count: number, pairs: readonly ScoredPair[]): Graph {
  const bonds = Array.from({ length: count }, () => new Map<number, Bond>());
  for (const { a, b, score } of pairs) {
    bonds[a]?.set(b, { sum: score, pairs: 1 });
    bonds[b]?.set(a, { sum: score, pairs: 1 });
  }
  return {
    bonds,
    sizes: new Array(count).fill(1),
    ages: new Array(count).fill(0),
    root: bonds.map((_, index) => index),
  };
}

/** `b` becomes part of `a`, the smaller name. */
function join(graph: Graph, a: number, b: number): void {
  const own = graph.bonds[a];
  const others = graph.bonds[b];
  if (own === undefined || others === undefined) return;
  own.delete(b);
  for (const [other, bond] of others) {
    graph.bonds[other]?.delete(b);
    if (other === a) continue;
    const known = own.get(other);
    const both = known === undefined ? bond : { sum: known.sum + bond.sum, pairs: known.pairs + bond.pairs };
    own.set(other, both);
    graph.bonds[other]?.set(a, both);
  }
  others.clear();
  graph.sizes[a] = at(graph.sizes, a) + at(graph.sizes, b);
  graph.ages[a] = at(graph.ages, a) + at(graph.ages, b) + 1;
  graph.root[b] = a;
}

function rootOf(root: readonly number[], index: number): number {
  let here = index;
  for (let up = at(root, here); up !== here; up = at(root, here)) here = up;
  return here;
}

const at = (list: readonly number[], index: number): number => list[index] ?? 0;

function before(x: Offer, y: Offer): boolean {
  if (x.average !== y.average) return x.average > y.average;
  return x.a !== y.a ? x.a < y.a : x.b < y.b;
}

function push(heap: Offer[], offer: Offer): void {
  let here = heap.push(offer) - 1;
  while (here > 0) {
    const up = (here - 1) >> 1;
    const parent = heap[up];
    if (parent === undefined || !before(offer, parent)) break;
    heap[here] = parent;
    here = up;
  }
  heap[here] = offer;
}

function pop(heap: Offer[]): Offer | undefined {
  const top = heap[0];
  const last = heap.pop();
  if (heap.length === 0 || last === undefined) return top;
  let here = 0;
  for (;;) {
    const left = heap[2 * here + 1];
    const right = heap[2 * here + 2];
    if (left === undefined) break;
    const child = right !== undefined && before(right, left) ? right : left;
    if (!before(child, last)) break;
    heap[here] = child;
    here = child === right ? 2 * here + 2 : 2 * here + 1;
  }
  heap[here] = last;
  return top;
}
