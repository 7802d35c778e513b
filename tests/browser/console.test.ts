/** The console in a real browser: every screen in both themes and narrow, by keyboard alone, with text of those who mean harm. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, launchChromium } from './chromium.ts';
import { HOSTILE, newsroom } from './newsroom.ts';
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
] as const;

describe.skipIf(CHROMIUM === null)(`the console in a browser${CHROMIUM === null ? SKIPPED : ''}`, () => {
  let room: Newsroom;
  let browser: Browser;
  let watched: Watched;
  let ids: Readonly<Record<string, string>>;

  beforeAll(async () => {
    const [opened, launched] = await Promise.all([openNewsroom(newsroom()), launchChromium(CHROMIUM ?? '')]);
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
    await sum.filter({ hasText: /^66 files = 65 stored \+ 1 refused \+ 0 removed/ }).waitFor();
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
    await sum.filter({ hasText: '67 files = 66 stored' }).waitFor();
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
