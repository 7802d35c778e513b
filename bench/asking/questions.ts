/** What users ask, as it is measured. In: what there is in a store. Out: for each question, one call through the client and one of the API. */
import { type ArticleFilter, EVERYTHING } from '../../shared/core/article-filter.ts';
import { findArticle, findObject, listRejected, type QueryPorts } from '../../shared/pipeline/query.ts';
import { selectArticles } from '../../shared/pipeline/query-articles.ts';
import { changesSince } from '../../shared/pipeline/query-changes.ts';
import { storiesOfDay } from '../../shared/pipeline/query-day.ts';
import { findEvent } from '../../shared/pipeline/query-event.ts';
import { findStory } from '../../shared/pipeline/query-story.ts';
import { listVersions } from '../../shared/pipeline/query-versions.ts';
import type { Landmarks } from './seed/landmarks.ts';

export interface Question {
  readonly name: string;
  /** `run`: which time it is asked; another thing each time, so that no cache answers. */
  readonly ask: (run: number, ports: QueryPorts) => Promise<unknown>;
  readonly path: (run: number) => string;
}

/** As `wirefold list` and the API give without being told. */
const PAGE = 20;

export function questionsOf(there: Landmarks, cursor: string): readonly Question[] {
  const each = (list: readonly string[]) => (run: number) => list[(run * 7) % list.length] ?? '';
  const [id, url, key, day] = [there.articleIds, there.urls, there.keys, there.days].map(each);
  const [outlet, author, agency] = [there.outlets, there.authors, there.agencies].map(each);
  const [storyId, eventId] = [there.storyIds, there.eventIds].map(each);
  if (!id || !url || !key || !day || !outlet || !author || !agency || !storyId || !eventId) return [];
  const { largestStory, largestEvent } = there;
  const list = (name: string, filter: (run: number) => Partial<ArticleFilter>): Question => ({
    name,
    ask: (run, ports) => selectArticles({ ...EVERYTHING, ...filter(run) }, { limit: PAGE, cursor: null }, ports),
    path: (run) => `/articles?${query({ ...filter(run), limit: String(PAGE) })}`,
  });
  return [
    list('list: newest', () => ({})),
    list('list: outlet, day', (run) => ({ outlet: outlet(run), from: day(run), to: day(run) })),
    list('list: outlet, month', (run) => ({ outlet: outlet(run), from: '2026-04-01', to: '2026-04-30' })),
    list('list: day', (run) => ({ from: day(run), to: day(run) })),
    list('list: author', (run) => ({ author: author(run) })),
    list('list: agency', (run) => ({ agency: agency(run) })),
    list('list: language', () => ({ language: 'de' })),
    list('list: doubtful date', () => ({ dateStatus: 'doubtful' })),
    list('lookup: address', (run) => ({ url: url(run) })),
    ...lookups({ id, url, key, storyId, eventId, day }),
    {
      name: `story of ${largestStory.copies} copies, ${largestStory.texts} texts`,
      ask: (_, { table, feeds }) => findStory(largestStory.storyId, table, feeds),
      path: () => `/stories/${largestStory.storyId}?limit=100`,
    },
    {
      name: `event of ${largestEvent.stories} stories`,
      ask: (_, ports) => findEvent(largestEvent.eventId, ports),
      path: () => `/events/${largestEvent.eventId}`,
    },
    {
      name: 'changes since a cursor, 100',
      ask: (_, ports) => changesSince(cursor, 100, ports),
      path: () => `/changes?since=${cursor}&limit=100`,
    },
  ];
}

type Names = Readonly<Record<'id' | 'url' | 'key' | 'storyId' | 'eventId' | 'day', (run: number) => string>>;

function lookups({ id, key, storyId, eventId, day }: Names): readonly Question[] {
  return [
    { name: 'lookup: id', ask: (run, ports) => findArticle(id(run), ports), path: (run) => `/articles/${id(run)}` },
    { name: 'lookup: file', ask: (run, ports) => findObject(key(run), ports), path: (run) => `/objects/${key(run)}` },
    {
      name: 'story',
      ask: (run, { table, feeds }) => findStory(storyId(run), table, feeds),
      path: (run) => `/stories/${storyId(run)}`,
    },
    { name: 'event', ask: (run, ports) => findEvent(eventId(run), ports), path: (run) => `/events/${eventId(run)}` },
    {
      name: 'versions',
      ask: (run, { table }) => listVersions(id(run), table),
      path: (run) => `/articles/${id(run)}/versions`,
    },
    {
      name: 'copies',
      ask: (run, { table, feeds }) => findStory(id(run), table, feeds),
      path: (run) => `/articles/${id(run)}/copies`,
    },
    {
      name: 'refused files',
      ask: (_, ports) => listRejected({ limit: PAGE, cursor: null }, ports),
      path: () => `/objects?state=rejected&limit=${PAGE}`,
    },
    {
      name: 'stories of a day',
      ask: (run, ports) => storiesOfDay(day(run), ports),
      path: (run) => `/stories?day=${day(run)}&limit=100`,
    },
  ];
}

const NAMES: Readonly<Record<string, string>> = { dateStatus: 'date-status' };

function query(values: Readonly<Record<string, string | null | undefined>>): string {
  const given = Object.entries(values).flatMap(([name, value]) => (value ? [[NAMES[name] ?? name, value]] : []));
  return new URLSearchParams(given).toString();
}
