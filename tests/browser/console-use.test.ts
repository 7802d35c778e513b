/** How the console is used, in a real browser: by keyboard alone, by dropping files, by links that stay. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM, SKIPPED, type WatchedConsole, watchConsole } from './watched-console.ts';

describe.skipIf(CHROMIUM === null)(`the console, when it is used in a browser${SKIPPED}`, () => {
  let shown: WatchedConsole;

  beforeAll(async () => {
    shown = await watchConsole();
  });
  afterAll(() => shown?.close());

  it('is walked by keyboard alone: into the list, an article, back to the same place, to search, to help', async () => {
    const { page } = shown.watched;
    await shown.go('#/');
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('href'));
    const press = async (...keys: readonly string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await press('j', 'j', 'ArrowDown', 'k');
    const second = await page.locator('.rows a.name').nth(1).getAttribute('href');
    expect(await focused()).toBe(second);
    await press('Enter');
    await page.locator('.lines .line').first().waitFor();
    expect(await page.evaluate(() => location.hash)).toBe(second);
    await press('Escape');
    await page.locator('.totals').waitFor();
    expect(await focused()).toBe(second);
    await press('/');
    await page.locator('#field-phrase:focus').waitFor();
    await press('Tab');
    await page.keyboard.type('Coast Radio');
    await press('Enter');
    await page.locator('.between', { hasText: '8 on this page, 8 articles in all' }).waitFor();
    expect(await page.evaluate(() => location.hash)).toBe('#/search?outlet=Coast+Radio');
    await press('?');
    await page.locator('dialog[open]').waitFor();
    await press('Escape');
    expect(await page.locator('dialog[open]').count()).toBe(0);
    expect(await page.evaluate(() => location.hash)).toContain('#/search');
  });

  it('shows the search at once, however long the answer takes, and comes back to the same place in it', async () => {
    const { page } = shown.watched;
    await page.route('**/api/search*', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      await route.continue();
    });
    await shown.go('#/search?outlet=Harbour+Post');
    expect(await page.locator('main').getByText('Looking …').count()).toBe(1);
    expect(await page.locator('#field-outlet').inputValue()).toBe('Harbour Post');
    await page.locator('.rows a.name').first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    const second = await page.locator('.rows a.name').nth(1).getAttribute('href');
    await page.keyboard.press('Enter');
    await page.locator('.record').waitFor();
    await page.keyboard.press('Escape');
    await page.locator(`.rows a.name[href="${second}"]:focus`).waitFor();
    expect(await page.evaluate(() => location.hash)).toBe('#/search?outlet=Harbour+Post');
    await page.unroute('**/api/search*');
  });

  it('shows evidence on hover and on focus, and hides it with Escape', async () => {
    const { page } = shown.watched;
    await shown.go('#/article/ID');
    const tip = page.locator('.tip');
    await page.locator('[data-field="headline"] .fact').hover();
    await tip.waitFor();
    expect(await tip.textContent()).toContain('As it stands there');
    await page.keyboard.press('Escape');
    await tip.waitFor({ state: 'hidden' });
    await page.locator('[data-field="published"] .fact').focus();
    await tip.waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-describedby'))).toBe('evidence');
  });

  it('opens what was edited by keyboard, and lays the map out in one column where the window is narrow', async () => {
    const { page } = shown.watched;
    await shown.go('#/article/ID/copies');
    const button = page.locator('.map .edited button').first();
    await button.focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('.map .words ins').allTextContents()).toContain('Fourteen');
    expect(await button.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Enter');
    await page.locator('.map .words').waitFor({ state: 'hidden' });
    await page.setViewportSize({ width: 360, height: 740 });
    const wider = await page.locator('.wide-table').evaluate((table) => table.scrollWidth - table.clientWidth);
    await page.setViewportSize({ width: 1_200, height: 800 });
    expect(wider).toBeLessThanOrEqual(0);
  });

  it('a file that is dropped becomes a record, and the totals follow', async () => {
    const { page } = shown.watched;
    await shown.go('#/');
    const sum = page.locator('.totals .sum');
    await sum.filter({ hasText: /^69 files = 68 stored \+ 1 refused \+ 0 removed/ }).waitFor();
    const dropped = {
      title: 'A lantern fair in Lindvik',
      text: 'Lanterns went up over the harbour of Lindvik on Saturday.',
      publish_date: '2026-03-14T10:00:00Z',
    };
    const transfer = await page.evaluateHandle((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'lanterns.json'));
      return data;
    }, JSON.stringify(dropped));
    await page.dispatchEvent('main', 'dragover', { dataTransfer: transfer });
    expect(await page.locator('.drop').isVisible()).toBe(true);
    await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
    await page.locator('.uploads .stored').waitFor();
    await page.locator('.rows a.name', { hasText: 'A lantern fair' }).waitFor();
    await sum.filter({ hasText: '70 files = 69 stored' }).waitFor();
  });

  it('goes to older pages and back to the newest, by links that stay', async () => {
    const { page } = shown.watched;
    await shown.go('#/');
    const newest = await page.locator('.rows a.name').first().textContent();
    await page.getByRole('link', { name: 'Older' }).click();
    await page.getByRole('link', { name: 'Newest' }).waitFor();
    const older = await page.locator('.rows a.name').first().textContent();
    expect(older).not.toBe(newest);
    await page.reload();
    await page.getByRole('link', { name: 'Newest' }).waitFor();
    expect(await page.locator('.rows a.name').first().textContent()).toBe(older);
  });

  it('exports exactly what is on the screen', async () => {
    const { page } = shown.watched;
    await shown.go('#/search?outlet=Harbour+Post&from=2026-03-01');
    await page.locator('#export-format').selectOption('jsonl');
    const onScreen = await page
      .locator('.rows a.name')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    const href = (await page.getByRole('link', { name: 'Export these' }).getAttribute('href')) ?? '';
    const text = await (await fetch(new URL(href, shown.room.url))).text();
    const exported = text
      .trim()
      .split('\n')
      .map((line) => `#/article/${JSON.parse(line).id}`);
    expect(onScreen.length).toBeGreaterThan(3);
    expect(exported).toEqual(onScreen);
    expect(await page.locator('.command code').textContent()).toBe(
      "npm run -s wirefold -- list --outlet 'Harbour Post' --from 2026-03-01 --max-items 50",
    );
  });

  it('keeps the theme that somebody chose', async () => {
    const { page } = shown.watched;
    await page.emulateMedia({ colorScheme: 'light' });
    await shown.go('#/outlets');
    await page.locator('#theme').click();
    await page.reload();
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
  });

  it('has had no error, and asked nothing of another origin, all the while', () => {
    expect(shown.watched.trouble).toEqual([]);
  });
});
