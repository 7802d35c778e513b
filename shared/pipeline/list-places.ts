/** A text in the lists of its stories. Promise: a story lists its texts before they are in it, and counts them once they are. */
import type { Item } from '../core/item.ts';
import { entryKey, namesakeOf, nodeKey, partOf, storyIdOf, storyPk, summaryKey } from '../core/keys.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import { Entry, entryOf, partOfEntries, partsSum, Story, StoryPart, storyOf } from '../core/story.ts';
import { NOBODY } from '../core/tally.ts';
import { nodeRevision, type TextNode, textNode } from '../core/text-node.ts';
import { counter } from './count-items.ts';
import { type DerivePorts, derive, type Guess } from './derive.ts';

/** Smaller than every revision of a node. */
const BEFORE_ALL = '0';

/** From here on the story knows of the text, without counting it. */
export async function announce(textId: string, storyId: string, { table }: DerivePorts): Promise<void> {
  const entry = { ...entryKey(storyId, textId), textId, present: false, tally: { ...NOBODY }, revision: BEFORE_ALL };
  await table.put(entry, { kind: 'newer', revision: BEFORE_ALL });
}

/**
 * Tells every story that may list the text; then forgets those that it has left. Out: how many articles its own story has now. `known`: the
 * node as this worker has read or written it just now. `guess`: of whether the text is new, and with it the story that bears its name.
 */
export async function listPlaces(
  textId: string,
  ports: DerivePorts,
  known: TextNode | null = null,
  guess: Guess = 'unknown',
): Promise<number> {
  for (let attempt = 1; attempt <= STORE_LIMITS.deriveAttempts; attempt += 1) {
    const node = (attempt === 1 ? known : null) ?? textNode(await ports.table.get(nodeKey(textId)));
    if (node === null) return 0;
    let together = 0;
    const revision = nodeRevision(node);
    for (const storyId of node.stories) {
      const entry = { ...entryKey(storyId, textId), ...entryOf(node, storyId), revision };
      await ports.table.put(entry, { kind: 'newer', revision });
      const { copies } = await deriveStory(storyId, textId, ports, storyId === storyIdOf(textId) ? guess : 'unknown');
      if (storyId === node.storyId) together = copies;
    }
    const stories = node.storyId === null ? [] : [node.storyId];
    if (node.stories.length === stories.length) return together;
    const trimmed = await ports.table.update({
      key: nodeKey(textId),
      set: { stories, gen: node.gen + 1 },
      remove: [],
      guard: { kind: 'unchanged', gen: node.gen },
    });
    if (trimmed.applied) return together;
    await ports.pacing.pause(attempt);
  }
  throw new Error(`text ${textId}: too many writers at once`);
}

async function deriveStory(storyId: string, textId: string, ports: DerivePorts, guess: Guess): Promise<Story> {
  const pk = storyPk(storyId);
  const entriesIn = (items: readonly Item[]) => items.map((item) => Entry.parse(item));
  const ofItems = (items: readonly Item[]) => ({ ...partOfEntries(entriesIn(items)) });
  const ofParts = (parts: readonly Item[]) => partsSum(parts.map((item) => StoryPart.parse(item)));
  const countTexts = counter<StoryPart>({ pk, kind: 'text', part: partOf(textId), ofItems, ofParts }, ports);
  const rule = async (previous: Item | null) => {
    const { count, parted, first } = await countTexts(previous);
    const namesake = parted ? await ports.table.get(entryKey(storyId, namesakeOf(storyId))) : null;
    const entries = entriesIn(namesake === null ? first : [namesake]);
    const about = entries.find((entry) => entry.textId === namesakeOf(storyId))?.about ?? null;
    return { ...storyOf(storyId, count, about), ...(parted ? { parted } : {}) };
  };
  return Story.parse(await derive(summaryKey(storyId), rule, ports, guess));
}
