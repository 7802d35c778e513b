/**
 * A trained forest of decision trees. Packed weights come in once, then columns of features; a raw sum per row goes out.
 * The same weights and columns give the same sums everywhere: only comparisons and additions of doubles are used.
 */
import type { Columns } from './columns.ts';

/** As the trainer writes it. Numbers are little-endian and in base64; a child below zero is the leaf `~child`. */
export interface PackedForest {
  readonly features: readonly string[];
  /** First node and first leaf of each tree. */
  readonly roots: readonly number[];
  readonly leafRoots: readonly number[];
  readonly split: string;
  readonly threshold: string;
  readonly left: string;
  readonly right: string;
  readonly leaf: string;
  /** Added to every sum, so that 0 is where body begins. */
  readonly bias: number;
}

export interface Forest {
  readonly features: readonly string[];
  readonly roots: readonly number[];
  /** Of each node its feature, its threshold and its two children side by side, since a step needs all four. */
  readonly nodes: Int32Array;
  /** The thresholds of the same nodes: one piece of memory seen as other numbers. */
  readonly thresholds: Float32Array;
  readonly leaf: Float32Array;
  readonly bias: number;
}

/** Numbers of a node. */
const NODE = 4;

export function unpackForest(packed: PackedForest): Forest {
  const { features, roots, leafRoots, bias } = packed;
  const split = new Uint16Array(bytesOf(packed.split));
  const threshold = new Float32Array(bytesOf(packed.threshold));
  const left = new Int16Array(bytesOf(packed.left));
  const right = new Int16Array(bytesOf(packed.right));
  const nodes = new Int32Array(NODE * split.length);
  const thresholds = new Float32Array(nodes.buffer);
  for (const [tree, root] of roots.entries()) {
    // A node is named by its place in `nodes`, a leaf `~place`, so that no step adds where its tree begins.
    const child = (at: number) => (at < 0 ? ~((leafRoots[tree] ?? 0) + ~at) : NODE * (root + at));
    for (let at = root; at < (roots[tree + 1] ?? split.length); at += 1) {
      nodes[NODE * at] = split[at] ?? 0;
      thresholds[NODE * at + 1] = threshold[at] ?? 0;
      nodes[NODE * at + 2] = child(left[at] ?? -1);
      nodes[NODE * at + 3] = child(right[at] ?? -1);
    }
  }
  const leaf = new Float32Array(bytesOf(packed.leaf));
  return { features, roots: roots.map((root) => NODE * root), nodes, thresholds, leaf, bias };
}

function bytesOf(base64: string): ArrayBuffer {
  // A copy: numbers of several bytes begin at an even place.
  return new Uint8Array(Buffer.from(base64, 'base64')).buffer;
}

/** After this many trees a row that is this far from the border is decided: most of a page is plainly menu. */
const DECIDED_AFTER = 30;
const DECIDED_AT = 2.5;

/** `toTheEnd` when another forest builds on the exact sums. */
export function forestSums(forest: Forest, columns: Columns, size: number, toTheEnd: boolean): Float64Array {
  const { numbers, starts } = columns.filled();
  const places = Int32Array.from(forest.features, (name) => placeOf(starts, name));
  const sums = new Float64Array(size).fill(forest.bias);
  let open = new Uint32Array(size);
  for (let i = 0; i < size; i += 1) open[i] = i;
  for (let tree = 0; tree < forest.roots.length; tree += 1) {
    if (tree === DECIDED_AFTER && !toTheEnd) open = open.filter((i) => Math.abs(sums[i] ?? 0) < DECIDED_AT);
    addTree(forest, forest.roots[tree] ?? 0, numbers, places, open, sums);
  }
  return sums;
}

function placeOf(starts: ReadonlyMap<string, number>, name: string): number {
  const place = starts.get(name);
  if (place === undefined) throw new Error(`The weights ask for a feature that does not exist: ${name}`);
  return place;
}

/** Row by row through one tree: its few features and nodes stay at hand. */
function addTree(
  { nodes, thresholds, leaf }: Forest,
  root: number,
  numbers: Float32Array,
  places: Int32Array,
  open: Uint32Array,
  sums: Float64Array,
): void {
  for (let nth = 0; nth < open.length; nth += 1) {
    const i = open[nth] ?? 0;
    let at = root;
    do {
      const value = numbers[(places[nodes[at] ?? 0] ?? 0) + i] ?? 0;
      at = nodes[at + (value <= (thresholds[at + 1] ?? 0) ? 2 : 3)] ?? -1;
    } while (at >= 0);
    sums[i] = (sums[i] ?? 0) + (leaf[~at] ?? 0);
  }
}
