/**
 * The smallest texts of a key that many share. In: a text that came or went. Out: texts whose pairs must be looked at again, since
 * they became, or ceased to be, one of the smallest. Promise: none is forgotten, for a mark says whose pairs were looked at.
 */
import type { TextNode } from '../core/text-node.ts';
import type { Kin } from './kin.ts';
import { keysOf, type Posted, type PostingPorts, readPivots, readWholePosting } from './postings.ts';

export interface Pivot {
  readonly key: string;
  readonly textId: string;
  /** What its mark says. */
  readonly marked: boolean;
  /** What its mark must say. */
  readonly wanted: boolean;
  /** Something under the key says the same, or may: only then can a pair have come or gone. */
  readonly mayHaveKin: boolean;
}

/** While a key has this many times the cap or fewer, all of it is looked at again: cheap, and nothing can be missed. */
const FEW = 4;

export async function unsettledPivots(node: TextNode, kin: Kin, ports: PostingPorts): Promise<readonly Pivot[]> {
  const keys = keysOf(node, ports.kinship);
  return (await Promise.all(keys.map((key) => unsettledOf(key, node, kin, ports)))).flat();
}

async function unsettledOf(key: string, node: TextNode, kin: Kin, ports: PostingPorts): Promise<readonly Pivot[]> {
  const { smallest, hot } = await kin.posting(key);
  // Only when somebody goes can a key that was hot have become one that is not.
  if (!hot && node.present) return [];
  const marked = await readPivots(key, ports);
  const wanted = hot ? smallest.map(({ textId }) => textId) : [];
  const isRight = marked.length === wanted.length && wanted.every((id) => marked.includes(id));
  if (isRight) return [];
  const whole = await readWholePosting(key, ports);
  const around = whole.length <= FEW * ports.kinship.cap ? whole.map(({ textId }) => textId) : [];
  return [...new Set([...wanted, ...marked, ...around])]
    .filter((id) => around.includes(id) || wanted.includes(id) !== marked.includes(id))
    .map((textId) => ({
      ...{ key, textId, marked: marked.includes(textId), wanted: wanted.includes(textId) },
      mayHaveKin: mayHaveKin(textId, whole, ports),
    }));
}

/**
 * The prints in the posting say so, without a look at any node. A text that is posted after they were read compares itself with
 * the smallest, this one among them.
 */
function mayHaveKin(textId: string, whole: readonly Posted[], { kinship }: PostingPorts): boolean {
  const own = whole.find((posted) => posted.textId === textId)?.print ?? null;
  if (own === null) return true;
  return whole.some((other) => other.textId !== textId && (other.print === null || kinship.same(own, other.print)));
}
