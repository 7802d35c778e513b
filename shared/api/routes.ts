/** All addresses of the API. Promise: what is not here is answered as a problem. */
import { ARTICLE_ROUTES } from './article-routes.ts';
import { openApi } from './openapi.ts';
import { NO_PARAMETERS } from './parameters.ts';
import { type Route, route } from './route.ts';
import { AnyDocument } from './schemas.ts';
import { STORY_ROUTES } from './story-routes.ts';

const DATA_ROUTES: readonly Route[] = [...ARTICLE_ROUTES, ...STORY_ROUTES];

const description = route({
  path: '/openapi.json',
  operation: 'getDescription',
  summary: 'This description, as OpenAPI 3.1.',
  parameters: NO_PARAMETERS,
  answers: AnyDocument,
  reply: async ({ request: { origin } }) => ({ json: openApi(ALL, origin), feed: null }),
});

const ALL: readonly Route[] = [...DATA_ROUTES, description];
export const ROUTES: readonly Route[] = ALL;
