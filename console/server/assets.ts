/** The page's files, in memory. Promise: nothing outside this fixed list can be asked for, so no path of a request reaches the disk. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Answer } from './answer.ts';

export type Assets = ReadonlyMap<string, Answer>;

const PAGE = path.resolve(import.meta.dirname, '../page');

const HTML = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Wirefold</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="bar">
<a class="brand" href="#/">Wirefold</a>
<nav aria-label="Screens"><a href="#/">Inbox</a><a href="#/search">Search</a><a href="#/outlets">Outlets</a></nav>
<div class="tools"><button type="button" id="help" aria-label="Keys and help">?</button><button type="button" id="theme">Dark</button></div>
</header>
<main id="main" tabindex="-1"></main>
<script type="module" src="/app.js"></script>
</body>
</html>
`;

export async function pageAssets(): Promise<Assets> {
  const [script, style] = await Promise.all([built('app.js', buildScript), built('style.css', buildStyle)]);
  return new Map([
    ['/', { status: 200, type: 'text/html', body: HTML }],
    ['/app.js', { status: 200, type: 'text/javascript', body: script }],
    ['/style.css', { status: 200, type: 'text/css', body: style }],
  ]);
}

/** The package brings them built; here they are built at every start, which takes some hundredths of a second. */
async function built(name: string, build: () => Promise<string>): Promise<string> {
  return import.meta.url.endsWith('.ts') ? build() : readFile(path.join(PAGE, name), 'utf8');
}

export function buildScript(): Promise<string> {
  return bundle('main.ts');
}

export function buildStyle(): Promise<string> {
  return bundle('style/main.css');
}

async function bundle(entry: string): Promise<string> {
  const { build } = await import('esbuild');
  const entryPoints = [path.join(PAGE, entry)];
  const out = await build({ entryPoints, bundle: true, minify: true, write: false, format: 'esm', target: 'es2022' });
  return out.outputFiles[0]?.text ?? '';
}
