/** How coverage unfolded. In: an event, a story or an article. Out: lanes, one an outlet, with a mark for each article. Promise: in time order; bounded. */
import { nodeKey, summaryKey } from '../../shared/core/keys.ts';
import { olderCopy } from '../../shared/core/older-copy.ts';
import { Story } from '../../shared/core/story.ts';
import { type TextNode, textNode } from '../../shared/core/text-node.ts';
import { compareText } from '../../shared/core/url.ts';
import type { QueryPorts } from '../../shared/pipeline/query.ts';
import { type EventView, findEvent } from '../../shared/pipeline/query-event.ts';
import { type Answer, json, nothing } from './answer.ts';
import type { EventLanes, EventStory, Lane } from './shapes.ts';

/** Stories that a screen can tell apart. */
const MOST_STORIES = 60;

export async function event(id: string, query: QueryPorts): Promise<Answer> {
  const view = await findEvent(id, query);
  if (view === null)
    return nothing('There is no event of this id now. A story gets its event a moment after it is stored.');
  const shown = view.stories.slice(0, MOST_STORIES);
  const items = await query.feeds.getMany(shown.map(({ storyId }) => summaryKey(storyId)));
  const summaries = items.map((item) => Story.parse(item));
  const texts = new Set(
    summaries.flatMap(({ shown, first }) => [
      ...shown.map(({ text }) => text),
      ...(first === null ? [] : [first.text]),
    ]),
  );
  const nodes = (await query.feeds.getMany([...texts].map(nodeKey))).flatMap((item) => textNode(item) ?? []);
  return json(lanesOf(view, shown, summaries, new Map(nodes.map((node) => [node.textId, node]))));
}

function lanesOf(
  view: EventView,
  shown: EventView['stories'],
  summaries: readonly Story[],
  nodes: ReadonlyMap<string, TextNode>,
): EventLanes {
  const byId = new Map(summaries.map((story) => [story.storyId, story]));
  const lanes = new Map<string | null, Lane['marks'][number][]>();
  const stories = shown.map((one, at): EventStory => {
    const story = byId.get(one.storyId) ?? null;
    const carriers = story?.shown ?? [];
    const firstNode = nodes.get(story?.first?.text ?? '') ?? null;
    for (const { articleId, publisher, sortUtc, moment, text } of carriers) {
      const doubtful =
        moment === null || olderCopy(moment, { node: nodes.get(text) ?? null, story, firstNode }) !== null;
      const lane = lanes.get(publisher) ?? [];
      lane.push({ articleId, at: sortUtc, doubtful, story: at });
      lanes.set(publisher, lane);
    }
    const { storyId, headline, copies, outlets, listedAt } = one;
    return { storyId, headline, copies, outlets, first: carriers[0]?.articleId ?? null, at: listedAt };
  });
  const sorted = [...lanes].map(([outlet, marks]) => ({
    outlet,
    marks: marks.sort((a, b) => compareText(a.at, b.at)),
  }));
  const marks = sorted.flatMap((lane) => lane.marks);
  // A date that nobody believes must not stretch the time that is shown: its mark stands at the edge.
  const trusted = marks.filter(({ doubtful }) => !doubtful);
  const times = (trusted.length === 0 ? marks : trusted).map(({ at }) => at).sort();
  return {
    ...{ eventId: view.eventId, title: view.description.title, settled: view.settled },
    ...{ from: times[0] ?? '', until: times.at(-1) ?? '', articles: view.description.articles, stories },
    lanes: sorted.sort((a, b) => compareText(a.marks[0]?.at ?? '', b.marks[0]?.at ?? '')),
    more: view.description.articles - marks.length,
  };
}
