/** A reader in the caller's own thread. Promise: jsdom is loaded with the first page that is in doubt, never for text. */
import type { Reader } from '../pipeline/ports.ts';

export const inProcess: Reader = {
  async read(document, hints, profile) {
    if (document.format === 'text') {
      const { readScrape } = await import('../core/read-scrape.ts');
      return readScrape(document, hints, profile).article;
    }
    const { readArticle } = await import('../core/article.ts');
    return readArticle(document, hints, profile);
  },
};
