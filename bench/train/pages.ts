/** Cases come in, pages exactly as the pipeline sees them go out. */
import type { Page } from '../../shared/core/block.ts';
import { type OpenPage, openPage } from '../../shared/core/html/page.ts';
import { openDocument } from '../../shared/core/intake/open.ts';
import { scrapePage } from '../../shared/core/scrape.ts';
import type { Case } from './data.ts';

export function readCase(from: Case): Page {
  return openCase(from).page;
}

/** With a way to ask for a second opinion, which the trainer has no use for. */
export function openCase({ bytes, name, format }: Case): OpenPage {
  const document = openDocument(bytes, {
    contentType: null,
    contentEncoding: null,
    name: `${name}.${format === 'html' ? 'html' : 'txt'}`,
  });
  if (document.format === 'html') return openPage(document);
  const page = scrapePage(document);
  return { page, ask: () => page };
}

/** The page as a scrape without layout sees it: the text of its blocks, one a line. */
export function scrapeOf(page: Page): Page {
  const text = page.blocks.map((block) => block.text).join('\n');
  const facts = { mediaType: 'text/plain', charset: 'utf-8', charsetBasis: 'utf-8-valid', bytes: text.length } as const;
  return scrapePage({ format: 'text', text, ...facts });
}
