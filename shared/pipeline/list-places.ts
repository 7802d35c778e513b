/** A text in the lists of its stories. Promise: a story lists its texts before they are in it, and counts them once they are. */
import { entryKey, nodeKey, PART_PREFIX, partKey, partOf, partPrefix, storyPk, summaryKey } from '../core/keys.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import { Entry, entryOf, partOfEntries, StoryPart, storyOf } from '../core/story.ts';
import { NOBODY } from '../core/tally.ts';
import { nodeRevision, textNode } from '../core/text-node.ts';
import { type DerivePorts, derive } from './derive.ts';
import { readPartition } from './read-partition.ts';

/** Smaller than every revision of a node. */
const BEFORE_ALL = '0';

/** From here on the story knows of the text, without counting it. */
export async function announce(textId: string, storyId: string, { table }: DerivePorts): Promise<void> {
  const entry = { ...entryKey(storyId, textId), textId, present: false, tally: { ...NOBODY }, revision: BEFORE_ALL };
  await table.put(entry, { kind: 'newer', revision: BEFORE_ALL });
}

/** Tells every story that may list the text; then forgets those that it has left. */
export async function listPlaces(textId: string, ports: DerivePorts): Promise<void> {
  for (let attempt = 1; attempt <= STORE_LIMITS.deriveAttempts; attempt += 1) {
    const node = textNode(await ports.table.get(nodeKey(textId)));
    if (node === null) return;
    const revision = nodeRevision(node);
    for (const storyId of node.stories) {
      const entry = { ...entryKey(storyId, textId), ...entryOf(node, storyId), revision };
      await ports.table.put(entry, { kind: 'newer', revision });
      await deriveStory(storyId, partOf(textId), ports);
    }
    const stories = node.storyId === null ? [] : [node.storyId];
    if (node.stories.length === stories.length) return;
    const trimmed = await ports.table.update({
      key: nodeKey(textId),
      set: { stories, gen: node.gen + 1 },
      remove: [],
      guard: { kind: 'unchanged', gen: node.gen },
    });
    if (trimmed.applied) return;
    await ports.pacing.pause(attempt);
  }
  throw new Error(`text ${textId}: too many writers at once`);
}

async function deriveStory(storyId: string, part: string, ports: DerivePorts): Promise<void> {
  const pk = storyPk(storyId);
  const partRule = async () => {
    const entries = await readPartition(ports.table, pk, partPrefix('text', part));
    return { ...partOfEntries(entries.map((item) => Entry.parse(item))) };
  };
  await derive(partKey(pk, part), partRule, ports);
  const summaryRule = async () => {
    const parts = await readPartition(ports.table, pk, PART_PREFIX);
    return {
      ...storyOf(
        storyId,
        parts.map((item) => StoryPart.parse(item)),
      ),
    };
  };
  await derive(summaryKey(storyId), summaryRule, ports);
}
