/**
 * `npm run screenshots`: the README's pictures of the console. In: the bundled samples and a fictional newsroom, in memory. Out: one small
 * file a screen in console/screenshots. Promise: the same page as `npm start` serves; nothing of it is drawn by hand.
 */
import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { readSamples } from '../../infra/local/program/samples.ts';
import { findChromium, launchChromium } from '../../tests/browser/chromium.ts';
import { newsroom } from '../../tests/browser/newsroom.ts';
import { openNewsroom } from '../../tests/browser/store.ts';
import { watchedPage } from '../../tests/browser/watched-page.ts';

const OUT = path.resolve(import.meta.dirname, '../../console/screenshots');
const KIB = 1_024;
/** All pictures together, so that a clone stays small. */
const MOST_BYTES = KIB * KIB;

interface Shot {
  readonly name: string;
  readonly place: string;
  readonly theme?: 'dark';
  readonly width?: number;
  readonly height?: number;
}

const executable = findChromium();
if (executable === null) throw new Error('There is no Chromium: install one, or name it in WIREFOLD_CHROMIUM.');
mkdirSync(OUT, { recursive: true });
const room = await openNewsroom([
  ...newsroom(),
  ...readSamples().map(({ bytes, ...one }) => ({ ...one, content: bytes })),
]);
const browser = await launchChromium(executable);
try {
  const ferry = await room.idOf('Ferry with 212', 'Northern Wire');
  const fire = await room.idOf('Fire in disused quarry', 'The Meridian Post');
  const shots: readonly Shot[] = [
    { name: 'inbox', place: '#/' },
    { name: 'article', place: `#/article/${fire}`, height: 1_000 },
    { name: 'copies', place: `#/article/${ferry}/copies`, height: 1_560 },
    { name: 'event', place: `#/article/${ferry}/event`, theme: 'dark' },
    { name: 'versions', place: `#/article/${fire}/versions` },
    { name: 'search', place: '#/search?outlet=Harbour+Post' },
    { name: 'outlets', place: '#/outlets', theme: 'dark' },
    { name: 'narrow', place: `#/article/${ferry}`, width: 360, height: 740 },
  ];
  const { page, go, trouble } = await watchedPage(browser, room.url);
  let bytes = 0;
  for (const { name, place, theme = 'light', width = 1_200, height = 800 } of shots) {
    await page.emulateMedia({ colorScheme: theme });
    await page.setViewportSize({ width, height });
    await go(place);
    if (name === 'article' || name === 'narrow') await page.locator('.lines .line').first().waitFor();
    if (name === 'copies') await page.locator('.map .edited button').first().click();
    if (name === 'article') await page.locator('[data-field="headline"] .fact').hover();
    const file = path.join(OUT, `${name}.png`);
    await page.screenshot({ path: file });
    bytes += statSync(file).size;
    process.stdout.write(`${name}.png  ${Math.round(statSync(file).size / KIB)} KiB\n`);
  }
  process.stdout.write(`${Math.round(bytes / KIB)} KiB in all\n`);
  if (bytes > MOST_BYTES || trouble.length > 0) throw new Error([`${bytes} bytes`, ...trouble].join('\n'));
} finally {
  await browser.close();
  await room.close();
}
