/**
 * A text that nobody carries any more keeps no print. Promise: only once its postings and its story know that it is gone, for they
 * are found by the print; whoever carries it again brings it.
 */
import { nodeKey } from '../core/keys.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import { textNode } from '../core/text-node.ts';
import type { DerivePorts } from './derive.ts';

export async function dropPrint(textId: string, { table, pacing }: DerivePorts): Promise<void> {
  for (let attempt = 1; attempt <= STORE_LIMITS.deriveAttempts; attempt += 1) {
    const node = textNode(await table.get(nodeKey(textId)));
    if (node === null || node.print === null || node.present || !node.posted || !node.settled) return;
    const { applied } = await table.update({
      key: nodeKey(textId),
      set: { print: null, gen: node.gen + 1 },
      remove: [],
      guard: { kind: 'unchanged', gen: node.gen },
    });
    if (applied) return;
    await pacing.pause(attempt);
  }
  throw new Error(`text ${textId}: too many writers at once`);
}
