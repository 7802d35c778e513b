/** A fictional newsroom's store with its console, and a browser that looks at it. Promise: what went wrong on the page is kept. */
import type { Browser } from 'playwright-core';
import { findChromium, launchChromium } from './chromium.ts';
import { ABROAD, HOSTILE, newsroom } from './newsroom.ts';
import { type Newsroom, openNewsroom } from './store.ts';
import { type Watched, watchedPage } from './watched-page.ts';

export const CHROMIUM = findChromium();
/** Behind the name of what is not tested without one. */
export const SKIPPED =
  CHROMIUM === null ? ' (skipped: there is no Chromium; install one, or name it in WIREFOLD_CHROMIUM)' : '';

export interface WatchedConsole {
  readonly room: Newsroom;
  readonly browser: Browser;
  readonly watched: Watched;
  /** To a screen: `ID` in its address is an article with copies, `REVISED` one with versions, `HARM` one by those who mean harm. */
  readonly go: (place: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function watchConsole(): Promise<WatchedConsole> {
  const [room, browser] = await Promise.all([openNewsroom([...ABROAD, ...newsroom()]), launchChromium(CHROMIUM ?? '')]);
  const watched = await watchedPage(browser, room.url);
  const ids: Readonly<Record<string, string>> = {
    ID: await room.idOf('Ferry with 212 aboard', 'Northern Wire'),
    REVISED: await room.idOf('Inspectors board'),
    HARM: await room.idOf(HOSTILE.slice(0, 20)),
  };
  return {
    room,
    browser,
    watched,
    go: (place) => watched.go(place.replace(/\b(?:ID|REVISED|HARM)\b/, (name) => ids[name] ?? name)),
    async close() {
      await browser.close();
      await room.close();
    },
  };
}
