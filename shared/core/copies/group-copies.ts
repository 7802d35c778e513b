/**
 * Stories as a function of a set of texts. Distinct texts come in, each with its print; the story of each goes out.
 * Promise: the order of the texts makes no difference, and a key that thousands share costs no more than its leaders times its size.
 */
import { COPIES_LIMITS } from './copies-limits.ts';
import { likeness } from './likeness.ts';
import { candidateKeys, type TextPrint } from './text-print.ts';

export interface TextNode {
  /** Content hash: names the text, and orders it among others. */
  readonly hash: string;
  readonly print: TextPrint;
}

export interface Stories {
  /** By content hash: the smallest hash among the texts of its story. */
  readonly storyOf: ReadonlyMap<string, string>;
  readonly counts: {
    readonly keysWritten: number;
    /** Pairs that met under a key: a posting carries the print that judges them. */
    readonly compared: number;
    /** Of these, pairs that say the same: only their texts are read. */
    readonly linked: number;
  };
}

export function groupCopies(nodes: Iterable<TextNode>): Stories {
  const sorted = sortedNodes(nodes);
  const postings = postingsOf(sorted);
  const parents = new Int32Array(sorted.length).map((_, at) => at);
  const counts = { keysWritten: 0, compared: 0, linked: 0 };
  for (const places of postings.values()) counts.keysWritten += places.length;
  for (const [at, node] of sorted.entries()) {
    for (const other of candidatesAfter(at, node, postings)) {
      counts.compared += 1;
      const candidate = sorted[other];
      if (candidate === undefined || !likeness(node.print, candidate.print).same) continue;
      counts.linked += 1;
      unite(parents, at, other);
    }
  }
  const storyOf = new Map(sorted.map(({ hash }, at) => [hash, sorted[rootOf(parents, at)]?.hash ?? hash]));
  return { storyOf, counts };
}

/** Each hash once, ascending: from here on the place of a text is its rank. */
function sortedNodes(nodes: Iterable<TextNode>): readonly TextNode[] {
  const byHash = new Map([...nodes].map((node) => [node.hash, node]));
  return [...byHash.values()].sort((a, b) => (a.hash < b.hash ? -1 : 1));
}

function postingsOf(sorted: readonly TextNode[]): ReadonlyMap<string, readonly number[]> {
  const postings = new Map<string, number[]>();
  for (const [at, { print }] of sorted.entries()) {
    for (const key of candidateKeys(print)) {
      const places = postings.get(key);
      if (places === undefined) postings.set(key, [at]);
      else places.push(at);
    }
  }
  return postings;
}

/** Texts of a higher rank that share a key of which this one is a leader: so each pair comes up once. */
function candidatesAfter(
  at: number,
  { print }: TextNode,
  postings: ReadonlyMap<string, readonly number[]>,
): ReadonlySet<number> {
  const found = new Set<number>();
  for (const key of candidateKeys(print)) {
    const places = postings.get(key) ?? [];
    const rank = places.slice(0, COPIES_LIMITS.keyLeaders).indexOf(at);
    if (rank === -1) continue;
    for (let next = rank + 1; next < places.length; next += 1) found.add(places[next] ?? at);
  }
  return found;
}

function rootOf(parents: Int32Array, at: number): number {
  let root = at;
  while (parents[root] !== root) root = parents[root] ?? root;
  for (let next = at; next !== root; ) {
    const above = parents[next] ?? root;
    parents[next] = root;
    next = above;
  }
  return root;
}

/** The smaller place becomes the root, so that a story is named after its smallest hash. */
function unite(parents: Int32Array, one: number, other: number): void {
  const [a, b] = [rootOf(parents, one), rootOf(parents, other)];
  parents[Math.max(a, b)] = Math.min(a, b);
}
