#!/usr/bin/env node
/** The installed command. In the repository Node runs the sources as they are; an installed package holds emitted JavaScript. */
import { existsSync } from 'node:fs';

const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 24) {
  process.stderr.write(`wirefold needs Node 24.15 or newer; this is ${process.version}.\n`);
  process.exitCode = 2;
} else {
  const source = new URL('./main.ts', import.meta.url);
  await import(existsSync(source) ? source.href : new URL('../dist/cli/main.js', import.meta.url).href);
}
