/** Pages to items. In: how to get a page. Out: items one by one. Promise: a page is asked for when the one before is used up. */
import { STORE_LIMITS } from '../core/store-limits.ts';
import type { PageRequest } from './feed-page.ts';
import type { Page } from './query.ts';

export async function* eachPage<T>(next: (request: PageRequest) => Promise<Page<T>>): AsyncGenerator<T> {
  let cursor: string | null = null;
  do {
    const page: Page<T> = await next({ limit: STORE_LIMITS.listItems, cursor });
    yield* page.items;
    cursor = page.cursor;
  } while (cursor !== null);
}
