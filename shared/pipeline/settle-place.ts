/**
 * The place of one text among the stories. In: the text that came, went or changed its carriers. Promise: when everything is
 * quiet, two texts are in one story exactly when pairs of kin connect them, and a story is named by its smallest text.
 *
 * Why: a text is posted under its keys before it looks for kin, so of two that come at once the later look sees the other. Whoever
 * finds more to do than to take its own place (stories meet, a story falls apart, a smaller name) mends the whole family, again
 * and again until a pass over it finds nothing to change. Take the last change of any text or posting: its author, or whoever
 * wrote a place after it, passes over the family afterwards and sees it. What a pass is about to change is noted in the node
 * before (`mending`), so that a worker that takes over after a crash passes over the same texts.
 */
import { nodeKey, storyIdOf } from '../core/keys.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import { type TextNode, textNode } from '../core/text-node.ts';
import type { DerivePorts } from './derive.ts';
import { familyOf, type Place } from './family.ts';
import { type Kin, kinReader } from './kin.ts';
import { announce, listPlaces } from './list-places.ts';
import { unsettledPivots } from './pivots.ts';
import { markPivot, type PostingPorts, post } from './postings.ts';

export type StoryPorts = DerivePorts & PostingPorts;

/**
 * Out: how many articles the text's story has now. `written`: the node as its caller has just written it; a read would be answered with it if it
 * came at once.
 */
export async function settlePlace(textId: string, ports: StoryPorts, written: TextNode | null = null): Promise<number> {
  const own: string[] = [];
  const guess = written?.gen === 1 ? 'new' : 'unknown';
  for (let pass = 1; pass <= STORE_LIMITS.mendPasses; pass += 1) {
    const node = pass === 1 && written !== null ? written : await readNode(textId, ports);
    const settled = node.settled ? node : await tryToSettle(node, own, ports);
    if (settled !== null) return listPlaces(textId, ports, settled, guess);
    await ports.pacing.pause(pass);
  }
  throw new Error(`text ${textId}: its story does not come to rest`);
}

/** The node as it was written last when nothing is left to do but to tell the stories, else null. `own`: notes that this very worker made, or has fenced. */
async function tryToSettle(node: TextNode, own: string[], ports: StoryPorts): Promise<TextNode | null> {
  if (!node.posted) await post(node, ports);
  const kin = kinReader(ports);
  const pivots = await unsettledPivots(node, kin, ports);
  const mending = [...new Set(Object.values(node.mending).flat())];
  const place = mending.length === 0 && pivots.length === 0 ? await ownPlace(node, kin) : null;
  if (place !== null) return settleAt(place, node, ports);
  await fenceOthers(node, own, ports);
  const turned = pivots.filter(({ mayHaveKin }) => mayHaveKin).map(({ textId }) => textId);
  const family = await familyOf([node.textId, ...mending, ...turned], ports);
  const wrong = family.filter((one) => one.node.storyId !== one.storyId);
  if (wrong.length > 0) {
    await mend(node, wrong, own, ports);
    return null;
  }
  for (const { key, textId, marked, wanted } of pivots) {
    if (marked !== wanted) await markPivot(key, textId, wanted, ports);
  }
  // Marks are looked at once more before they count.
  if (pivots.length > 0) return null;
  for (const other of mending) await listPlaces(other, ports);
  const seen = family.find((one) => one.node.textId === node.textId)?.node ?? node;
  return seen.epoch === node.epoch ? rest(seen, node, ports) : null;
}

/** A fence or a new copy since the pass began (and since it saw the text itself) changes nothing that the pass has seen: two texts that mend each other both end. */
async function rest(seen: TextNode, began: TextNode, ports: StoryPorts): Promise<TextNode | null> {
  const node = await readNode(seen.textId, ports);
  const isSame = node.epoch === seen.epoch && node.storyId === seen.storyId;
  const isNoted = Object.keys(node.mending).every((gen) => gen in began.mending);
  if (!isSame || !isNoted) return null;
  return take({ node, storyId: node.storyId }, { posted: true, settled: true, mending: {} }, ports);
}

/** A story of others may be left by them while it is entered: it is looked at once more from inside. */
async function settleAt(storyId: string, node: TextNode, ports: StoryPorts): Promise<TextNode | null> {
  const settled = storyId === node.storyId || storyId === storyIdOf(node.textId);
  const taken = await take({ node, storyId }, { posted: true, settled, mending: {} }, ports);
  return settled ? taken : null;
}

/** The story that this text can enter, or be in, without a change for any other; null when there is more to do. */
async function ownPlace(node: TextNode, kin: Kin): Promise<string | null> {
  if (!node.present) return null;
  const stories = new Set((await kin.of(node)).map((other) => other.storyId ?? ''));
  const [only = storyIdOf(node.textId)] = stories;
  const isFree = node.storyId === null || node.storyId === only;
  return stories.size <= 1 && isFree && only !== '' && only <= storyIdOf(node.textId) ? only : null;
}

/** Notes what is going to change, then changes it. */
async function mend(node: TextNode, wrong: readonly Place[], own: string[], ports: StoryPorts): Promise<void> {
  const gen = node.gen + 1;
  const others = wrong.map((place) => place.node.textId).filter((textId) => textId !== node.textId);
  const noted = await ports.table.update({
    key: nodeKey(node.textId),
    set: { mending: { ...node.mending, [gen]: others }, gen },
    remove: [],
    guard: { kind: 'unchanged', gen: node.gen },
  });
  if (!noted.applied) return;
  own.push(String(gen));
  for (const place of wrong) {
    const isSelf = place.node.textId === node.textId;
    await take(isSelf ? { ...place, node: { ...place.node, gen } } : place, {}, ports);
  }
}

/**
 * What others noted may still be about to happen, or its worker may be dead: from here on, nobody who read those texts before
 * can change their place.
 */
async function fenceOthers(node: TextNode, own: string[], { table }: StoryPorts): Promise<void> {
  const foreign = Object.entries(node.mending).filter(([gen]) => !own.includes(gen));
  for (const textId of new Set(foreign.flatMap(([, textIds]) => textIds))) {
    const other = textNode(await table.get(nodeKey(textId)));
    if (other === null) continue;
    const guard = { kind: 'unchanged', gen: other.gen } as const;
    await table.update({ key: nodeKey(textId), set: { gen: other.gen + 1 }, remove: [], guard });
  }
  // Once is enough: two workers that fence the same texts again and again would never let each other write.
  own.push(...foreign.map(([gen]) => gen));
}

/** Writes a text's place, if the text is still as it was read. Out: the node as written; null when it is another by now. */
async function take(
  { node, storyId }: Place,
  more: { readonly posted?: boolean; readonly settled?: boolean; readonly mending?: Readonly<Record<string, never>> },
  ports: StoryPorts,
): Promise<TextNode | null> {
  const isNew = storyId !== null && !node.stories.includes(storyId);
  // Whoever reads the story that bears this text's name looks for the text in any case.
  if (isNew && storyId !== storyIdOf(node.textId)) await announce(node.textId, storyId, ports);
  const written = await ports.table.update({
    key: nodeKey(node.textId),
    set: { ...more, storyId, stories: isNew ? [...node.stories, storyId].sort() : node.stories, gen: node.gen + 1 },
    remove: [],
    guard: { kind: 'unchanged', gen: node.gen },
  });
  return written.applied ? textNode(written.item) : null;
}

async function readNode(textId: string, ports: StoryPorts): Promise<TextNode> {
  const node = textNode(await ports.table.get(nodeKey(textId)));
  if (node === null) throw new Error(`text ${textId} is not there`);
  return node;
}
