/** How coverage unfolded. In: an event, a story or an article. Out: lanes, one an outlet, with a mark for each article. Promise: in time order; bounded. */
import { summaryKey } from '../../shared/core/keys.ts';
import { Story } from '../../shared/core/story.ts';
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
  return json(
    lanesOf(
      view,
      shown,
      items.map((item) => Story.parse(item)),
    ),
  );
}

function lanesOf(view: EventView, shown: EventView['stories'], summaries: readonly Story[]): EventLanes {
  const byId = new Map(summaries.map((story) => [story.storyId, story]));
  const lanes = new Map<string | null, Lane['marks'][number][]>();
  const stories = shown.map((one, at): EventStory => {
    const carriers = byId.get(one.storyId)?.shown ?? [];
    for (const { articleId, publisher, sortUtc, moment } of carriers) {
      const lane = lanes.get(publisher) ?? [];
      lane.push({ articleId, at: sortUtc, doubtful: moment === null, story: at });
      lanes.set(publisher, lane);
    }
    const { storyId, headline, copies, outlets, listedAt } = one;
    return { storyId, headline, copies, outlets, first: carriers[0]?.articleId ?? null, at: listedAt };
  });
  const sorted = [...lanes].map(([outlet, marks]) => ({
    outlet,
    marks: marks.sort((a, b) => compareText(a.at, b.at)),
  }));
  const times = sorted.flatMap(({ marks }) => marks.map(({ at }) => at)).sort();
  return {
    ...{ eventId: view.eventId, title: view.description.title, settled: view.settled },
    ...{ from: times[0] ?? '', until: times.at(-1) ?? '', articles: view.description.articles, stories },
    lanes: sorted.sort((a, b) => compareText(a.marks[0]?.at ?? '', b.marks[0]?.at ?? '')),
    more: view.description.articles - times.length,
  };
}
