/** The console in a real browser: every screen in both themes and narrow, by keyboard alone, with text of those who mean harm. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, launchChromium } from './chromium.ts';
import { ABROAD, HOSTILE, newsroom } from './newsroom.ts';
import { type Newsroom, openNewsroom } from './store.ts';
import { overflow, violations, type Watched, watchedPage } from './watched-page.ts';

const CHROMIUM = findChromium();
const SKIPPED = ' (skipped: there is no Chromium; install one, or name it in WIREFOLD_CHROMIUM)';

const FERRY = 'Ferry with 212 aboard';
/** Each screen, and something that only it shows. */
const SCREENS = [
  ['Inbox', '#/', '.totals .share'],
  ['Refused', '#/files/rejected', '.reason code'],
  ['Removed, empty', '#/files/removed', '.empty'],
  ['Article', '#/article/ID', '.lines .line'],
  ['Copies', '#/article/ID/copies', '.map .edited'],
  ['Event', '#/article/ID/event', '.lane .mark'],
  ['Versions', '#/article/REVISED/versions', '.diff ins'],
  ['Search', '#/search', '.bars i'],
  ['Search, wrong', '#/search?url=nonsense', '.problem'],
  ['Outlets', '#/outlets', '.spark .gap'],
  ['What an outlet repeats', '#/outlet?name=Harbour+Post', '.kicker ~ div .empty, .kicker ~ div table'],
  ['Search, a phrase without an archive', '#/search?phrase=harbour', '.form ~ div .problem'],
  ['Unknown article', '#/article/art_nothing', '.problem'],
  ['An address that cannot be read', '#/files/stored/%E0%A4%A', '.problem'],
  ['A state that is none', '#/files/nonsense', '.tabs [aria-current="page"]'],
  ['Containers, empty', '#/files/container', '.empty'],
  ['An address of no screen', '#/nonsense', '.problem'],
] as const;

describe.skipIf(CHROMIUM === null)(`the console in a browser${CHROMIUM === null ? SKIPPED : ''}`, () => {
  let room: Newsroom;
  let browser: Browser;
  let watched: Watched;
  let ids: Readonly<Record<string, string>>;

  beforeAll(async () => {
    const [opened, launched] = await Promise.all([
      openNewsroom([...ABROAD, ...newsroom()]),
      launchChromium(CHROMIUM ?? ''),
    ]);
    room = opened;
    browser = launched;
    watched = await watchedPage(browser, room.url);
    ids = {
      ID: await room.idOf(FERRY, 'Northern Wire'),
      REVISED: await room.idOf('Inspectors board'),
      HARM: await room.idOf(HOSTILE.slice(0, 20)),
    };
  });
  afterAll(async () => {
    await browser?.close();
    await room?.close();
  });

  const go = (place: string) => watched.go(place.replace(/\b(?:ID|REVISED|HARM)\b/, (name) => ids[name] ?? name));

  it.each(SCREENS)('%s passes axe in both themes, fits 360 points, and is quiet', async (_, place, shows) => {
    const { page, trouble } = watched;
    const before = trouble.length;
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      if (colorScheme === 'light') await go(place);
      await page.locator(shows).first().waitFor();
      await page.locator(`html[data-theme="${colorScheme}"]`).waitFor();
      expect(await violations(page, colorScheme === 'dark')).toEqual([]);
    }
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1_200, height: 800 });
    expect(trouble.slice(before)).toEqual([]);
  });

  it('is walked by keyboard alone: into the list, an article, back to the same place, to search, to help', async () => {
    const { page } = watched;
    await go('#/');
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
    const { page } = watched;
    await page.route('**/api/search*', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      await route.continue();
    });
    await go('#/search?outlet=Harbour+Post');
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
    const { page } = watched;
    await go('#/article/ID');
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
    const { page } = watched;
    await go('#/article/ID/copies');
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

  it('says who had a text from whom, and how that is known', async () => {
    const { page } = watched;
    await go('#/article/ID/copies');
    const told = page.locator('.told li', { hasText: 'Evening Ledger' });
    expect(await told.textContent()).toMatch(
      /abridged81\s% of the base86\s% of its own text.*Both have it from Associated/,
    );
    expect(await told.textContent()).toMatch(/it came out after Northern Wire\.4 paragraphs the same, 1 edited/);
  });

  it.each([
    '#/article/HARM',
    '#/article/HARM/copies',
    '#/article/HARM/event',
    '#/article/HARM/versions',
    '#/',
  ])('text of strangers stays text at %s', async (place) => {
    const { page, trouble } = watched;
    const before = trouble.length;
    await go(place);
    await page.getByText(HOSTILE.slice(0, 28)).first().waitFor();
    const found = await page.locator('main').locator('img, script, iframe, style, [onerror]').count();
    expect(found).toBe(0);
    expect(await page.title()).not.toBe('owned');
    expect(trouble.slice(before)).toEqual([]);
  });

  it('a file that is dropped becomes a record, and the totals follow', async () => {
    const { page } = watched;
    await go('#/');
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

  it('shows text from right to left, and of other scripts, in its own direction and language', async () => {
    const { page } = watched;
    await go('#/search?from=2026-03-11&to=2026-03-11');
    await page.locator('.rows a.name[lang="ar"]').first().click();
    await page.locator('.lines .text[lang="ar"]').first().waitFor();
    const direction = (selector: string) =>
      page.locator(selector).evaluate((element) => getComputedStyle(element).direction);
    expect(await Promise.all(['h1', '.kicker', '.clean p:first-child'].map(direction))).toEqual(['rtl', 'ltr', 'rtl']);
    // The name turns nothing beside it.
    expect(await page.locator('.kicker bdi').textContent()).toBe('صحيفة الميناء');
    expect(await page.locator('.kicker').textContent()).toBe('صحيفة الميناء · 11 Mar 2026');
    await page.goBack();
    await page.locator('.rows a.name[lang="ja"]').waitFor();
  });

  it('marks what may not be published, and leaves it out of exports', async () => {
    const { page } = watched;
    await go('#/search?from=2026-03-12&to=2026-03-12');
    const row = page.locator('.rows li', { hasText: 'Budget of the harbour' });
    expect(await row.locator('.tag.held').textContent()).toBe('under embargo');
    const href = (await page.getByRole('link', { name: 'Export these' }).getAttribute('href')) ?? '';
    const id = (await row.locator('a.name').getAttribute('href'))?.split('/').at(-1) ?? '?';
    expect([href.includes(id), await page.locator('.export').textContent()]).toEqual([
      false,
      expect.stringContaining('1 held back, not exported'),
    ]);
    await row.locator('a.name').click();
    await page.locator('.note', { hasText: 'under embargo until 2999-01-01 00:00 UTC: not to be published' }).waitFor();
  });

  it('says so when the store goes away while somebody looks, and when it is back', async () => {
    const page = await browser.newPage();
    await page.clock.install();
    await page.goto(`${room.url}#/`);
    await page.locator('.rows li').first().waitFor();
    await page.route('**/api/changes*', (route) => route.fulfill({ json: { problem: 'It went away.' } }));
    await page.clock.runFor(6_000);
    await page.locator('.note', { hasText: 'It went away. What is shown here is as it was before.' }).waitFor();
    await page.unroute('**/api/changes*');
    await page.clock.runFor(3_000);
    await page.locator('.note').waitFor({ state: 'hidden' });
    await page.close();
  });

  it('goes to older pages and back to the newest, by links that stay', async () => {
    const { page } = watched;
    await go('#/');
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
    const { page } = watched;
    await go('#/search?outlet=Harbour+Post&from=2026-03-01');
    await page.locator('#export-format').selectOption('jsonl');
    const onScreen = await page
      .locator('.rows a.name')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    const href = (await page.getByRole('link', { name: 'Export these' }).getAttribute('href')) ?? '';
    const text = await (await fetch(new URL(href, room.url))).text();
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
    const { page } = watched;
    await page.emulateMedia({ colorScheme: 'light' });
    await go('#/outlets');
    await page.locator('#theme').click();
    await page.reload();
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
  });

  it('has had no error, and asked nothing of another origin, all the while', () => {
    expect(watched.trouble).toEqual([]);
  });
});
