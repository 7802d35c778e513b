/** Articles by id, by address and in lists; their versions and copies; what became of files. */
import { EVERYTHING } from '../core/article-filter.ts';
import type { ArticleRecord } from '../core/record.ts';
import { isReleased } from '../core/released.ts';
import { conceal } from '../pipeline/conceal.ts';
import {
  type ObjectState as FoundObject,
  findArticle,
  findObject,
  listRejected,
  listRemoved,
} from '../pipeline/query.ts';
import { selectArticles } from '../pipeline/query-articles.ts';
import { listVersions } from '../pipeline/query-versions.ts';
import type { ApiPorts, ApiRequest } from './exchange.ts';
import { jsonFeed } from './json-feed.ts';
import { daysOf, type Paging, pagingOf } from './paging.ts';
import { ARTICLES_PARAMETERS, BY_URL_PARAMETERS, NO_PARAMETERS, OBJECTS_PARAMETERS } from './parameters.ts';
import { Problem } from './problem.ts';
import { type Route, route } from './route.ts';
import { ArticleAnswer, Articles, ObjectState, Objects, Versions } from './schemas.ts';

const NO_ARTICLE = 'There is no article of that id now. Ids begin with art_.';

/** As others see it, at this moment. */
export function shownIn(ports: ApiPorts) {
  return { ...ports, shownAt: ports.now() };
}

/** Only what may be shown; for all others there is nothing there. */
export async function releasedArticle(id: string, ports: ApiPorts): Promise<ArticleRecord> {
  const record = await findArticle(id, ports);
  if (record === null || !isReleased(record, ports.now())) throw new Problem('not-found', NO_ARTICLE);
  return silent(record, ports);
}

async function silent(record: ArticleRecord, ports: ApiPorts): Promise<ArticleRecord> {
  const [told = record] = await conceal([record], ports.now(), ports);
  return told;
}

const list = route({
  path: '/articles',
  operation: 'listArticles',
  summary:
    'Articles, newest first. All that is asked must hold. A page may be short, or empty, and still have a next one.',
  parameters: ARTICLES_PARAMETERS,
  answers: Articles,
  hasFeed: true,
  async reply({ parameters, request }, ports) {
    const { limit, cursor, outlet, author, agency, url, language } = parameters;
    const days = daysOf(parameters);
    const names = { outlet: outlet ?? null, author: author ?? null, agency: agency ?? null, url: url ?? null };
    const dateStatus = parameters['date-status'] ?? null;
    const filter = { ...EVERYTHING, ...days, ...names, language: language ?? null, dateStatus };
    const page = await selectArticles(filter, { limit, cursor: cursor ?? null }, shownIn(ports));
    const released = page.items.filter((record) => isReleased(record, ports.now()));
    const items = await conceal(released, ports.now(), ports);
    const paging = pagingOf(request, page.cursor);
    return { json: { items, ...paging }, feed: feedOf(items, paging, request) };
  },
});

function feedOf(items: readonly ArticleRecord[], { next }: Paging, { origin, path, query }: ApiRequest) {
  const here = `${origin}${encodeURI(path)}${query === '' ? '' : `?${query}`}`;
  return jsonFeed(items, { title: 'Articles', here, next: next === null ? null : `${origin}${next}` });
}

const one = route({
  path: '/articles/{id}',
  operation: 'getArticle',
  summary: 'One article by its id.',
  parameters: NO_PARAMETERS,
  answers: ArticleAnswer,
  reply: async ({ name }, ports) => ({ json: { ...(await releasedArticle(name, ports)) }, feed: null }),
});

const byUrl = route({
  path: '/articles/by-url',
  operation: 'getArticleByUrl',
  summary: 'The newest article at a web address.',
  parameters: BY_URL_PARAMETERS,
  answers: ArticleAnswer,
  async reply({ parameters: { url } }, ports) {
    const { items } = await selectArticles({ ...EVERYTHING, url }, { limit: 5, cursor: null }, shownIn(ports));
    const record = items.find((item) => isReleased(item, ports.now()));
    if (record === undefined) throw new Problem('not-found', 'There is no article at that address.');
    return { json: { ...(await silent(record, ports)) }, feed: null };
  },
});

const versions = route({
  path: '/articles/{id}/versions',
  operation: 'listVersions',
  summary: 'The versions of an article, oldest first: when its publisher changed it, and which file held it.',
  parameters: NO_PARAMETERS,
  answers: Versions,
  async reply({ name }, ports) {
    await releasedArticle(name, ports);
    return { json: { items: await listVersions(name, ports.table) }, feed: null };
  },
});

const object = route({
  path: '/objects/{key+}',
  operation: 'getObject',
  summary: 'What became of a file, by its key in the bucket.',
  parameters: NO_PARAMETERS,
  answers: ObjectState,
  async reply({ name }, ports) {
    const found = await findObject(name, shownIn(ports));
    const hidden = found?.state === 'stored' && !isReleased(found.record, ports.now());
    if (found === null || hidden)
      throw new Problem('not-found', 'Nothing is known of that key. Keys begin with incoming/.');
    return { json: await objectAnswer(found, ports), feed: null };
  },
});

async function objectAnswer(found: FoundObject, ports: ApiPorts): Promise<Readonly<Record<string, unknown>>> {
  if (found.state === 'stored') return { ...found, record: await silent(found.record, ports) };
  if (found.state === 'rejected') return { state: found.state, ...found.rejection };
  if (found.state !== 'taken-down') return { ...found };
  // Why it was taken down is between its owner and who asked for it.
  const { state, key, articleId, at, lifted } = found;
  return { state, key, articleId, at, lifted: lifted === null ? null : { at: lifted.at } };
}

const objects = route({
  path: '/objects',
  operation: 'listObjects',
  summary: 'Files that were refused, with the reason, or removed; latest first.',
  parameters: OBJECTS_PARAMETERS,
  answers: Objects,
  async reply({ parameters, request }, ports) {
    const { state, limit, cursor } = parameters;
    const days = daysOf(parameters);
    const asked = { limit, cursor: cursor ?? null };
    const read = state === 'rejected' ? listRejected : listRemoved;
    const page = await read(asked, shownIn(ports), days);
    const items = page.items.map((item) => ({ ...item, state }));
    return { json: { items, ...pagingOf(request, page.cursor) }, feed: null };
  },
});

/** The fixed address before the one that any id fits. */
export const ARTICLE_ROUTES: readonly Route[] = [list, byUrl, one, versions, objects, object];
