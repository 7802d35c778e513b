/** Before the package is packed: the page's files beside the compiled server, so that whoever installs it needs no bundler. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildScript, buildStyle } from './server/assets.ts';

const OUT = path.resolve(import.meta.dirname, '../dist/console/page');

mkdirSync(OUT, { recursive: true });
writeFileSync(path.join(OUT, 'app.js'), await buildScript());
writeFileSync(path.join(OUT, 'style.css'), await buildStyle());
