/**
 * How fast the console is on a local run: `node bench/console/run.ts --state DIR [--runs 5]`, DIR as `npm start` or
 * `bench/asking/seed.ts` left it. Out: bytes of the page, time to its first paint, and from a click to each screen; milliseconds of this
 * machine in a real browser, median and slowest. Promise: the server is `npm start` itself, and every click goes to something not seen before.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { pageAssets } from '../../console/server/assets.ts';
import { findChromium, launchChromium } from '../../tests/browser/chromium.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** Loading twenty thousand records takes a while on a busy machine. */
const START_MS = 600_000;

const { values } = parseArgs({
  options: {
    state: { type: 'string' },
    runs: { type: 'string', default: '5' },
    port: { type: 'string', default: '24600' },
  },
});
if (values.state === undefined) throw new Error('Name the state folder of a local run: --state DIR');
const executable = findChromium();
if (executable === null) throw new Error('There is no Chromium: install one, or name it in WIREFOLD_CHROMIUM.');
const runs = Math.min(20, Math.max(1, Number(values.runs)));

async function startLocal(state: string): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const args = ['infra/local/main.ts', '--state', path.resolve(state), '--port', values.port];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The local run did not start.')), START_MS);
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said = `${said}${chunk}`.slice(-4_096);
      const found = /in a browser: (http:\S+)/.exec(said)?.[1];
      if (found === undefined) return;
      clearTimeout(timer);
      resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`The local run ended with ${code}.`)));
  });
  return { child, url };
}

/** From the navigation to the first paint, and to the first rows. */
async function firstPaint(browser: Browser, url: string): Promise<readonly [number, number]> {
  const page = await browser.newPage();
  await page.addInitScript(() => {
    const look = (): void => {
      if (document.querySelector('.rows li') === null) requestAnimationFrame(look);
      else performance.mark('rows');
    };
    look();
  });
  await page.goto(url);
  await page.locator('.rows li').first().waitFor();
  const rows = await page.evaluate(() => performance.getEntriesByName('rows')[0]?.startTime ?? -1);
  const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1);
  await page.close();
  return [paint, rows];
}

/** What a click on a link does: from then until the screen is there, with what it is about, and drawn. */
function click(page: Page, hash: string, shows: string): Promise<number> {
  return page.evaluate(
    ([to = '', selector = '']) =>
      new Promise<number>((resolve) => {
        const began = performance.now();
        const look = (): void => {
          if (document.querySelector(selector) === null) requestAnimationFrame(look);
          else requestAnimationFrame(() => resolve(performance.now() - began));
        };
        document.addEventListener('wirefold:shown', look, { once: true });
        location.hash = to;
      }),
    [hash, shows],
  );
}

const Landmarks = z.object({
  articles: z.number(),
  articleIds: z.array(z.string()),
  outlets: z.array(z.string()),
  days: z.array(z.string()),
  largestStory: z.object({ storyId: z.string() }),
  largestEvent: z.object({ eventId: z.string() }),
});
const Record = z.object({ version: z.number() });

interface Measured {
  readonly screen: string;
  readonly hash: (run: number) => string;
  readonly shows: string;
}

function screens(
  { articleIds, outlets, days, largestStory, largestEvent }: z.infer<typeof Landmarks>,
  revised: readonly string[],
) {
  const id = (run: number, part: number) => articleIds[(part * runs + run) % articleIds.length];
  const screen = (name: string, hash: Measured['hash'], shows: string): Measured => ({ screen: name, hash, shows });
  return [
    screen('Article', (run) => `#/article/${id(run, 0)}`, '.record'),
    screen('Article with its raw side', (run) => `#/article/${id(run, 1)}`, '.lines .line'),
    screen('Copies', (run) => `#/article/${id(run, 2)}/copies`, '.map, .empty'),
    screen('Copies, the largest story', () => `#/story/${largestStory.storyId}`, '.map'),
    screen('Event', (run) => `#/article/${id(run, 3)}/event`, '.lane'),
    screen('Event, the largest', () => `#/event/${largestEvent.eventId}`, '.lane'),
    screen('Versions', (run) => `#/article/${revised[run % revised.length]}/versions`, '.diff, .empty'),
    screen('Search, all', () => '#/search', '.rows li'),
    screen('Search, an outlet', (run) => `#/search?outlet=${encodeURIComponent(outlets[run] ?? '')}`, '.rows li'),
    screen(
      'Search, a day in German',
      (run) => `#/search?from=${days[run + 20]}&to=${days[run + 20]}&language=de`,
      '.rows li, .empty',
    ),
    screen(
      'Search, a phrase',
      (run) => `#/search?phrase=${['the harbour', 'last night', 'the council', 'on Monday', 'a year'][run % 5]}`,
      '.rows li, .empty',
    ),
    screen(
      'Search, a phrase, until it is seen',
      (run) => `#/search?phrase=${['quay', 'winter', 'minister', 'train', 'school'][run % 5]}`,
      '.form',
    ),
    screen('Outlets', () => '#/outlets/day', '.spark'),
    screen('Refused files', () => '#/files/rejected', '.rows li'),
    screen('Inbox', () => '#/', '.rows li'),
  ];
}

function told(name: string, times: readonly number[]): void {
  const sorted = [...times].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  process.stdout.write(
    `${name.padEnd(34)}${String(Math.round(median)).padStart(6)}${String(Math.round(sorted.at(-1) ?? 0)).padStart(8)}\n`,
  );
}

async function ask(url: string, place: string): Promise<unknown> {
  return (await fetch(`${url}api/${place}`)).json();
}

/** Asking for the record reads no version, so the screen still has to. */
async function revisedIds(url: string, ids: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const id of ids) {
    if (Record.parse(await ask(url, `article?id=${id}`)).version > 1) found.push(id);
    if (found.length >= runs) break;
  }
  return found.length === 0 ? ids.slice(0, runs) : found;
}

/** The first counting is told apart: it goes on behind the screens. */
async function untilCounted(url: string): Promise<number> {
  const began = performance.now();
  const Totals = z.object({ complete: z.boolean() });
  while (!Totals.parse(await ask(url, 'totals')).complete) {
    if (performance.now() - began > START_MS) throw new Error('Counting does not end.');
  }
  return performance.now() - began;
}

const landmarks = Landmarks.parse(JSON.parse(readFileSync(path.join(values.state, 'landmarks.json'), 'utf8')));
const assets = await pageAssets();
for (const [name, { body }] of assets)
  process.stdout.write(`${name.padEnd(34)}${String(gzipSync(body).length).padStart(6)} bytes, gzip\n`);
const { child, url } = await startLocal(values.state);
const browser = await launchChromium(executable);
try {
  process.stdout.write(`\n${landmarks.articles} articles, milliseconds:           median  slowest\n`);
  const cold = await firstPaint(browser, url);
  process.stdout.write(`very first page: paint ${Math.round(cold[0])}, rows ${Math.round(cold[1])}\n`);
  process.stdout.write(`all articles counted after ${Math.round(await untilCounted(url))}\n`);
  const paints: (readonly [number, number])[] = [];
  for (let run = 0; run < runs; run += 1) paints.push(await firstPaint(browser, url));
  told(
    'first paint',
    paints.map(([paint]) => paint),
  );
  told(
    'rows of the Inbox on a new page',
    paints.map(([, rows]) => rows),
  );
  const revised = await revisedIds(url, landmarks.articleIds.toReversed().slice(0, 200));
  const page = await browser.newPage();
  await page.goto(url);
  await page.locator('.rows li').first().waitFor();
  for (const { screen, hash, shows } of screens(landmarks, revised)) {
    const times: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      times.push(await click(page, hash(run), shows));
      // Somewhere else in between, as an address that is there already is no click.
      await click(page, `#/article/nowhere-${run}`, '.problem');
    }
    told(screen, times);
  }
} finally {
  await browser.close();
  child.kill('SIGINT');
}
