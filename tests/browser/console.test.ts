/** What the console shows, in a real browser: every screen in both themes and narrow, text of every script, and of those who mean harm. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOSTILE } from './newsroom.ts';
import { CHROMIUM, SKIPPED, type WatchedConsole, watchConsole } from './watched-console.ts';
import { overflow, violations } from './watched-page.ts';

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

describe.skipIf(CHROMIUM === null)(`the console in a browser${SKIPPED}`, () => {
  let shown: WatchedConsole;

  beforeAll(async () => {
    shown = await watchConsole();
  });
  afterAll(() => shown?.close());

  it.each(SCREENS)('%s passes axe in both themes, fits 360 points, and is quiet', async (_, place, shows) => {
    const { page, trouble } = shown.watched;
    const before = trouble.length;
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      if (colorScheme === 'light') await shown.go(place);
      await page.locator(shows).first().waitFor();
      await page.locator(`html[data-theme="${colorScheme}"]`).waitFor();
      expect(await violations(page, colorScheme === 'dark')).toEqual([]);
    }
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1_200, height: 800 });
    expect(trouble.slice(before)).toEqual([]);
  });

  it('says who had a text from whom, and how that is known', async () => {
    const { page } = shown.watched;
    await shown.go('#/article/ID/copies');
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
    const { page, trouble } = shown.watched;
    const before = trouble.length;
    await shown.go(place);
    await page.getByText(HOSTILE.slice(0, 28)).first().waitFor();
    const found = await page.locator('main').locator('img, script, iframe, style, [onerror]').count();
    expect(found).toBe(0);
    expect(await page.title()).not.toBe('owned');
    expect(trouble.slice(before)).toEqual([]);
  });

  it('shows text from right to left, and of other scripts, in its own direction and language', async () => {
    const { page } = shown.watched;
    await shown.go('#/search?from=2026-03-11&to=2026-03-11');
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
    const { page } = shown.watched;
    await shown.go('#/search?from=2026-03-12&to=2026-03-12');
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
    const page = await shown.browser.newPage();
    await page.clock.install();
    await page.goto(`${shown.room.url}#/`);
    await page.locator('.rows li').first().waitFor();
    await page.route('**/api/changes*', (route) => route.fulfill({ json: { problem: 'It went away.' } }));
    await page.clock.runFor(6_000);
    await page.locator('.note', { hasText: 'It went away. What is shown here is as it was before.' }).waitFor();
    await page.unroute('**/api/changes*');
    await page.clock.runFor(3_000);
    await page.locator('.note').waitFor({ state: 'hidden' });
    await page.close();
  });

  it('has had no error, and asked nothing of another origin, all the while', () => {
    expect(shown.watched.trouble).toEqual([]);
  });
});
