/**
 * Everything that is connected with some texts: their stories as listed, and all kin of all of it. In: seeds. Out: for each text
 * the story that it belongs to. Promise: a text's story is named by the smallest text that pairs connect it with.
 */
import { namesakeOf, storyIdOf, storyPk, TEXT_PREFIX } from '../core/keys.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import type { TextNode } from '../core/text-node.ts';
import { Union } from '../core/union.ts';
import { kinReader } from './kin.ts';
import type { PostingPorts } from './postings.ts';
import { readPartition } from './read-partition.ts';

export interface Place {
  readonly node: TextNode;
  /** Null: nobody carries the text any more. */
  readonly storyId: string | null;
}

export async function familyOf(seeds: readonly string[], ports: PostingPorts): Promise<readonly Place[]> {
  const kin = kinReader(ports);
  const nodes = new Map<string, TextNode>();
  const listed = new Set<string>();
  const union = new Union();
  const pending = [...seeds];
  for (let textId = pending.pop(); textId !== undefined; textId = pending.pop()) {
    const node = nodes.has(textId) ? null : await kin.node(textId);
    if (node === null) continue;
    if (nodes.size >= STORE_LIMITS.storyTexts) throw new Error(`more than ${nodes.size} texts around ${textId}`);
    nodes.set(textId, node);
    for (const other of await kin.of(node)) {
      union.join(textId, other.textId);
      pending.push(other.textId);
    }
    if (node.storyId === null || listed.has(node.storyId)) continue;
    listed.add(node.storyId);
    pending.push(...(await textsOf(node.storyId, kin.node, ports)));
  }
  return [...nodes.values()].map((node) => ({
    node,
    storyId: node.present ? storyIdOf(union.smallest(node.textId)) : null,
  }));
}

/** An entry may be older than the place of its text: the place counts. The text that gave the name is not announced. */
async function textsOf(
  storyId: string,
  nodeOf: (textId: string) => Promise<TextNode | null>,
  { table }: PostingPorts,
): Promise<readonly string[]> {
  const entries = await readPartition(table, storyPk(storyId), TEXT_PREFIX);
  const listed = new Set([namesakeOf(storyId), ...entries.map((entry) => String(entry['textId']))]);
  const nodes = await Promise.all([...listed].map(nodeOf));
  return nodes.flatMap((node) => (node?.storyId === storyId ? [node.textId] : []));
}
