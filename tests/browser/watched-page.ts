/** A page of the console under watch. Promise: whatever goes wrong in the browser, or leaves this origin, is on record. */
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';

export interface Watched {
  readonly page: Page;
  /** Errors of the page and of the browser's console, dialogs, and requests to other origins. */
  readonly trouble: readonly string[];
  /** To a screen by what stands after the `#`. */
  go(place: string): Promise<void>;
}

export async function watchedPage(browser: Browser, url: string): Promise<Watched> {
  const page = await browser.newPage({ viewport: { width: 1_200, height: 800 }, reducedMotion: 'reduce' });
  const trouble: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') trouble.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => trouble.push(`page: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:')) trouble.push(`asks ${request.url()}`);
  });
  page.on('dialog', (dialog) => {
    trouble.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return {
    page,
    trouble,
    async go(place) {
      await page.goto(`${url}${place}`);
      await page.locator('main:not([aria-busy]) h1').waitFor();
    },
  };
}

/** Elements and names are the same in every theme. */
const COLOURS = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };

/** Rules that are broken, each with the elements; `colours`: only those that another theme can break. Whole pages only: axe is evaluated beside the page, past its policy. */
export async function violations(page: Page, colours = false): Promise<readonly string[]> {
  if (!(await page.evaluate('typeof window.axe === "object"'))) await page.evaluate(axe.source);
  const found: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[] =
    await page.evaluate(
      `axe.run(document, ${JSON.stringify(colours ? COLOURS : {})}).then(({ violations }) => violations)`,
    );
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

/** By how many points the page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}
