/**
 * Clustering by average linkage over a sparse graph. Scored pairs of 0..n-1 come in, the smallest member of each one's cluster goes out.
 * Promise: a function of the set of pairs; ties are broken by the smallest members.
 */

export interface ScoredPair {
  readonly a: number;
  readonly b: number;
  readonly score: number;
}

/** The same as columns: millions of them are objects no memory holds. */
export interface ScoredPairs {
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  readonly score: Float64Array;
}

export interface Linkage {
  /** What a pair that was not scored counts. */
  readonly missing: number;
  /** Clusters whose average is at least this are joined. */
  readonly least: number;
}

interface Offer {
  readonly average: number;
  readonly a: number;
  readonly b: number;
  readonly ages: number;
}

/** `clusters(3, [{ a: 0, b: 2, score: 1 }], { missing: -4, least: 0 })` //=> [0, 1, 0] */
export function clusters(count: number, pairs: readonly ScoredPair[], linkage: Linkage): readonly number[] {
  const [a, b] = [Uint32Array.from(pairs, (pair) => pair.a), Uint32Array.from(pairs, (pair) => pair.b)];
  return [...clustersOf(count, { a, b, score: Float64Array.from(pairs, ({ score }) => score) }, linkage)];
}

export function clustersOf(count: number, pairs: ScoredPairs, linkage: Linkage): Uint32Array {
  const graph = openGraph(count, pairs);
  const heap: Offer[] = [];
  const offer = (a: number, b: number) => {
    const bond = graph.bonds[a]?.get(b);
    if (bond === undefined) return;
    const area = at(graph.sizes, a) * at(graph.sizes, b);
    const average = (at(graph.sums, bond) + (area - at(graph.pairs, bond)) * linkage.missing) / area;
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
  /** Of each cluster, by the other one, the number of what is between them: of its sum and its pairs. */
  readonly bonds: readonly Map<number, number>[];
  readonly sums: Float64Array;
  readonly pairs: Uint32Array;
  readonly sizes: Uint32Array;
  /** Grows with every join, so that an offer made before it is known to be stale. */
  readonly ages: Uint32Array;
  readonly root: Uint32Array;
}

function openGraph(count: number, { a, b, score }: ScoredPairs): Graph {
  const bonds = Array.from({ length: count }, () => new Map<number, number>());
  for (const [bond, first] of a.entries()) {
    bonds[first]?.set(at(b, bond), bond);
    bonds[at(b, bond)]?.set(first, bond);
  }
  return {
    bonds,
    sums: score.slice(),
    pairs: new Uint32Array(score.length).fill(1),
    sizes: new Uint32Array(count).fill(1),
    ages: new Uint32Array(count),
    root: Uint32Array.from(bonds.keys()),
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
    if (known === undefined) {
      own.set(other, bond);
      graph.bonds[other]?.set(a, bond);
    } else {
      graph.sums[known] = at(graph.sums, known) + at(graph.sums, bond);
      graph.pairs[known] = at(graph.pairs, known) + at(graph.pairs, bond);
    }
  }
  others.clear();
  graph.sizes[a] = at(graph.sizes, a) + at(graph.sizes, b);
  graph.ages[a] = at(graph.ages, a) + at(graph.ages, b) + 1;
  graph.root[b] = a;
}

function rootOf(root: Uint32Array, index: number): number {
  let here = index;
  for (let up = at(root, here); up !== here; up = at(root, here)) here = up;
  return here;
}

const at = (list: Uint32Array | Float64Array, index: number): number => list[index] ?? 0;

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
