/** The page's files, in memory. Promise: nothing outside this fixed list can be asked for, so no path of a request reaches the disk. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Answer } from './routes.ts';

export type Assets = ReadonlyMap<string, Answer>;

const PAGE = path.resolve(import.meta.dirname, '../page');

const HTML = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Wirefold</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header><a class="brand" href="#/">Wirefold</a><nav aria-label="Screens"><a href="#/">Inbox</a></nav><button type="button" id="theme">Dark</button></header>
<main id="main" tabindex="-1"></main>
<script type="module" src="/app.js"></script>
</body>
</html>
`;

export async function pageAssets(): Promise<Assets> {
  const [script, style] = await Promise.all([pageScript(), readFile(path.join(PAGE, 'style.css'), 'utf8')]);
  return new Map([
    ['/', { status: 200, type: 'text/html', body: HTML }],
    ['/app.js', { status: 200, type: 'text/javascript', body: script }],
    ['/style.css', { status: 200, type: 'text/css', body: style }],
  ]);
}

/** The package brings it built; here it is built at every start, which takes some hundredths of a second. */
async function pageScript(): Promise<string> {
  if (!import.meta.url.endsWith('.ts')) return readFile(path.join(PAGE, 'app.js'), 'utf8');
  return buildScript();
}

export async function buildScript(): Promise<string> {
  const { build } = await import('esbuild');
  const entryPoints = [path.join(PAGE, 'main.ts')];
  const built = await build({ entryPoints, bundle: true, minify: true, write: false, format: 'esm', target: 'es2022' });
  return built.outputFiles[0]?.text ?? '';
}
