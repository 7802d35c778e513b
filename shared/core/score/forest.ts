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
  readonly leafRoots: readonly number[];
  /** Of each node its feature and its two children side by side, since a step needs all three. */
  readonly nodes: Int16Array;
  readonly threshold: Float32Array;
  readonly leaf: Float32Array;
  readonly bias: number;
}

export function unpackForest(packed: PackedForest): Forest {
  const split = new Uint16Array(bytesOf(packed.split));
  const left = new Int16Array(bytesOf(packed.left));
  const right = new Int16Array(bytesOf(packed.right));
  const nodes = new Int16Array(NODE * split.length);
  for (let at = 0; at < split.length; at += 1) {
    nodes[NODE * at] = split[at] ?? 0;
    nodes[NODE * at + 1] = left[at] ?? -1;
    nodes[NODE * at + 2] = right[at] ?? -1;
  }
  return {
    features: packed.features,
    roots: packed.roots,
    leafRoots: packed.leafRoots,
    nodes,
    threshold: new Float32Array(bytesOf(packed.threshold)),
    leaf: new Float32Array(bytesOf(packed.leaf)),
    bias: packed.bias,
  };
}

/** Numbers of a node. */
const NODE = 3;

function bytesOf(base64: string): ArrayBuffer {
  // A copy: numbers of several bytes begin at an even place.
  return new Uint8Array(Buffer.from(base64, 'base64')).buffer;
}

/** After this many trees a row that is this far from the border is decided: most of a page is plainly menu. */
const DECIDED_AFTER = 30;
const DECIDED_AT = 2.5;

/** `toTheEnd` when another forest builds on the exact sums. */
export function forestSums(forest: Forest, columns: Columns, size: number, toTheEnd: boolean): Float64Array {
  const rows = rowsOf(forest.features, columns, size);
  const width = forest.features.length;
  const sums = new Float64Array(size).fill(forest.bias);
  let open = Uint32Array.from({ length: size }, (_, i) => i);
  for (let tree = 0; tree < forest.roots.length; tree += 1) {
    if (tree === DECIDED_AFTER && !toTheEnd) open = open.filter((i) => Math.abs(sums[i] ?? 0) < DECIDED_AT);
    addTree(forest, tree, rows, width, open, sums);
  }
  return sums;
}

function addTree(
  forest: Forest,
  tree: number,
  rows: Float32Array,
  width: number,
  open: Uint32Array,
  sums: Float64Array,
): void {
  const { nodes, threshold, leaf } = forest;
  const root = forest.roots[tree] ?? 0;
  const leafRoot = forest.leafRoots[tree] ?? 0;
  for (let nth = 0; nth < open.length; nth += 1) {
    const i = open[nth] ?? 0;
    const base = i * width;
    let node = 0;
    do {
      const at = root + node;
      const goesLeft = (rows[base + (nodes[NODE * at] ?? 0)] ?? 0) <= (threshold[at] ?? 0);
      node = nodes[NODE * at + (goesLeft ? 1 : 2)] ?? -1;
    } while (node >= 0);
    sums[i] = (sums[i] ?? 0) + (leaf[leafRoot + ~node] ?? 0);
  }
}

function rowsOf(features: readonly string[], columns: Columns, size: number): Float32Array {
  const width = features.length;
  const rows = new Float32Array(width * size);
  for (const [at, name] of features.entries()) {
    const values = columns.values.get(name);
    if (values === undefined) throw new Error(`The weights ask for a feature that does not exist: ${name}`);
    for (let i = 0; i < size; i += 1) rows[i * width + at] = values[i] ?? 0;
  }
  return rows;
}
