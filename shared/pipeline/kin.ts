/**
 * Texts and their kin, as the table has them during one pass. In: ids. Out: nodes, and the texts that say the same. Promise: each
 * item is read at most once in a pass, and every read sees what was written before the pass began.
 */
import { nodeKey } from '../core/keys.ts';
import { type TextNode, textNode } from '../core/text-node.ts';
import { keysOf, type Posting, type PostingPorts, readPosting, readWholePosting } from './postings.ts';

export interface Kin {
  readonly posting: (key: string) => Promise<Posting>;
  readonly node: (textId: string) => Promise<TextNode | null>;
  /** Present texts that say what this one says, by pairs that are to be compared. */
  readonly of: (node: TextNode) => Promise<readonly TextNode[]>;
}

export function kinReader(ports: PostingPorts): Kin {
  const postings = remembered((key: string) => readPosting(key, ports));
  const whole = remembered((key: string) => readWholePosting(key, ports));
  const node = remembered(async (textId: string) => textNode(await ports.table.get(nodeKey(textId))));
  const candidates = async (textId: string, key: string) => {
    const posting: Posting = await postings(key);
    const isLeader = posting.smallest.some((one) => one.textId === textId);
    return posting.hot && isLeader ? whole(key) : posting.smallest;
  };
  return {
    posting: postings,
    node,
    async of(one) {
      if (!one.present) return [];
      const keys = keysOf(one, ports.kinship);
      const shared = (await Promise.all(keys.map((key) => candidates(one.textId, key)))).flat();
      const others = new Map(shared.map(({ textId, print }) => [textId, print]));
      others.delete(one.textId);
      // What the posting itself says is no kin needs no look at its node.
      const alike = [...others].filter(([, print]) => print === null || saysTheSame(one.print, print, ports));
      const nodes = await Promise.all(alike.map(([textId]) => node(textId)));
      return nodes.filter((other) => other !== null && areKin(one, other, ports)).filter((other) => other !== null);
    },
  };
}

function areKin(one: TextNode, other: TextNode, ports: PostingPorts): boolean {
  return other.present && saysTheSame(one.print, other.print, ports);
}

function saysTheSame(one: Uint8Array | null, other: Uint8Array | null, { kinship }: PostingPorts): boolean {
  return one !== null && other !== null && kinship.same(one, other);
}

function remembered<T>(read: (name: string) => Promise<T>): (name: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (name) => {
    const answer = known.get(name) ?? read(name);
    known.set(name, answer);
    return answer;
  };
}
