/** A Chromium on this machine. In: the environment. Out: its path, or null. Promise: nothing is downloaded. */
import { accessSync, constants, globSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'chromium-headless-shell', 'google-chrome', 'google-chrome-stable'];
/** Where `npx playwright-core install chromium-headless-shell` puts it. */
const CACHED = '.cache/ms-playwright/chromium*/chrome-*/{chrome,headless_shell,chrome-headless-shell}';

/** `WIREFOLD_CHROMIUM` first, then the `PATH`, then Playwright's own cache. */
export function findChromium(): string | null {
  const named = process.env['WIREFOLD_CHROMIUM'];
  if (named !== undefined && named !== '') return named;
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const candidates = [
    ...NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))),
    ...globSync(CACHED, { cwd: homedir() }).map((file) => path.join(homedir(), file)),
  ];
  return candidates.find(isProgram) ?? null;
}

export function launchChromium(executablePath: string): Promise<Browser> {
  // Whoever is root in a container has no user namespaces for a sandbox; the pages here are our own.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args });
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
