/** Stories, events, copies, and what has changed. */
import { Head } from '../core/head.ts';
import { hiddenAt } from '../core/hidden.ts';
import { headKey } from '../core/keys.ts';
import { isReleased } from '../core/released.ts';
import { explainedCopies, explainedMembers } from '../pipeline/explained-story.ts';
import { changesSince } from '../pipeline/query-changes.ts';
import { storiesPage } from '../pipeline/query-day.ts';
import { findEvent } from '../pipeline/query-event.ts';
import { storyPage } from '../pipeline/story-page.ts';
import { releasedArticle, shownIn } from './article-routes.ts';
import type { ApiPorts } from './exchange.ts';
import { pagingOf } from './paging.ts';
import { CHANGES_PARAMETERS, NO_PARAMETERS, PAGE_PARAMETERS, STORIES_PARAMETERS } from './parameters.ts';
import { Problem } from './problem.ts';
import { type Route, route } from './route.ts';
import { Changes, Copies, EventAnswer, Stories, StoryAnswer } from './schemas.ts';
import { shownChanges } from './shown-changes.ts';

const stories = route({
  path: '/stories',
  operation: 'listStories',
  summary: 'The stories of one day, in no order: sort by `listedAt`.',
  parameters: STORIES_PARAMETERS,
  answers: Stories,
  async reply({ parameters: { day, limit, cursor }, request }, ports) {
    const page = await storiesPage(day, { limit, cursor: cursor ?? null }, shownIn(ports));
    return { json: { items: page.items, ...pagingOf(request, page.cursor) }, feed: null };
  },
});

const NO_STORY = 'There is no story of that id now. Ids begin with sty_ or art_.';
const NO_EVENT = 'There is no event of that id now. Ids begin with evt_, sty_ or art_.';

const story = route({
  path: '/stories/{id}',
  operation: 'getStory',
  summary:
    'A story by its id, or by that of an article in it: who carries it, in time order, and what each has of the one that was first; pages of one of more than 1,000 articles come in no order.',
  parameters: PAGE_PARAMETERS,
  answers: StoryAnswer,
  async reply({ name, parameters, request }, ports) {
    const { limit, cursor = null } = parameters;
    const page = await storyPage(name, { limit, cursor }, shownIn(ports));
    if (page === null) throw new Problem('not-found', NO_STORY);
    const { storyId, first, hidden, hiddenTexts } = page.story;
    const asked = name.startsWith('art_') ? [name] : [];
    const shown = await shownAmong([...asked, ...(first === null ? [] : [first.id])], ports);
    const copies = page.story.copies - hiddenAt(hidden, ports.now());
    const texts = page.story.texts - hiddenAt(hiddenTexts, ports.now());
    const isAlone = copies <= 0 || (page.items.length === 0 && cursor === null && page.cursor === null);
    if (isAlone || !asked.every((id) => shown.has(id))) throw new Problem('not-found', NO_STORY);
    // Nobody is compared with one who may not be shown.
    const open = first === null || !shown.has(first.id) ? null : first;
    const items = await explainedMembers(page, open, ports);
    const earliest = open === null ? null : { id: open.id, utc: open.utc };
    const paging = pagingOf(request, page.cursor);
    return { json: { storyId, copies, texts, first: earliest, items, ...paging }, feed: null };
  },
});

const copies = route({
  path: '/articles/{id}/copies',
  operation: 'listCopies',
  summary:
    'The other articles of its story, in time order (of more than 1,000: in none): how much of the article each has, whose text it is, and which way it went.',
  parameters: PAGE_PARAMETERS,
  answers: Copies,
  async reply({ name, parameters, request }, ports) {
    const record = await releasedArticle(name, ports);
    const { limit, cursor = null } = parameters;
    const page = await storyPage(record.id, { limit, cursor }, { ...shownIn(ports), except: record.id });
    const items = page === null ? [] : await explainedCopies(record, page, ports);
    return { json: { items, ...pagingOf(request, page?.cursor ?? null) }, feed: null };
  },
});

const event = route({
  path: '/events/{id}',
  operation: 'getEvent',
  summary: 'An event by its id, or by that of a story or article in it: its stories in time order.',
  parameters: NO_PARAMETERS,
  answers: EventAnswer,
  async reply({ name }, ports) {
    const isAsked = !name.startsWith('art_') || (await shownAmong([name], ports)).has(name);
    const view = isAsked ? await findEvent(name, shownIn(ports)) : null;
    if (view === null) throw new Problem('not-found', NO_EVENT);
    const { title, from, until, outlets, articles } = view.description;
    const { eventId, settled } = view;
    return { json: { eventId, title, from, until, outlets, articles, settled, stories: view.stories }, feed: null };
  },
});

const changes = route({
  path: '/changes',
  operation: 'listChanges',
  summary:
    'What has changed since a cursor, each change once; the end of an embargo is a change. `cursor` is for the next call, also when there was nothing.',
  parameters: CHANGES_PARAMETERS,
  answers: Changes,
  async reply({ parameters: { since, limit } }, ports) {
    const { changes: all, cursor, more } = await changesSince(since ?? null, limit, ports);
    return { json: { items: await shownChanges(all, ports), cursor, more }, feed: null };
  },
});

export const STORY_ROUTES: readonly Route[] = [copies, stories, story, event, changes];

async function shownAmong(articleIds: readonly string[], ports: ApiPorts): Promise<ReadonlySet<string>> {
  const items = await ports.feeds.getMany([...new Set(articleIds)].map(headKey));
  const heads = items.map((item) => Head.parse(item));
  return new Set(heads.flatMap((head) => (head.live && isReleased(head, ports.now()) ? [head.articleId] : [])));
}
