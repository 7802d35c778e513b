/** Pages to items. In: how to get a page. Out: items one by one. Promise: a page is asked for when the one before is used up. */
import type { PageRequest } from '../pipeline/feed-page.ts';
import type { Page } from '../pipeline/query.ts';

/** As many as the store gives at a time. */
const PAGE = 100;

export async function* eachPage<T>(next: (request: PageRequest) => Promise<Page<T>>): AsyncGenerator<T> {
  let cursor: string | null = null;
  do {
    const page: Page<T> = await next({ limit: PAGE, cursor });
    yield* page.items;
    cursor = page.cursor;
  } while (cursor !== null);
}
